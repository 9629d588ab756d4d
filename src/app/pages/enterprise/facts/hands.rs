//! What the hands do in the column of facts: one listener for each kind of event, however many fields there are.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, MouseEvent};
use yew::Callback;
use yew::html::{onchange, onclick, onpaste};

use super::paste::{press as press_paste, take_pasted};
use crate::app::element::El;
use crate::app::hooks::{PASTED, text_of};
use crate::app::state::Model;
use crate::app::state::tasks::{change, keep_pasted, step, unfold};
use crate::app::widgets::show_calendar;
use crate::entry::{Change, Entry, Part, list_name, shown, typed};
use crate::facts::Term;
use crate::pack::{FactKind, Locale, day_text};

/// The column with its listeners.
pub(super) fn listening(model: &Model, column: El) -> El {
    let changed = {
        let model = model.clone();
        Callback::from(move |event: Event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(rows) = target.as_ref().filter(|target| target.id() == PASTED) {
                keep_pasted(&model, &text_of(rows).unwrap_or_default());
            }
            if let Some(done) = target.as_ref().and_then(written) {
                if let (Change::Write(part, name, text), Some(field)) = (&done, &target) {
                    rewrite(field, *part, name, text, model.state.locale);
                }
                change(&model, done);
            }
        })
    };
    let pressed = {
        let model = model.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(button) = target.and_then(|target| target.closest("button[name]").ok().flatten()) {
                press(&model, &button);
            }
        })
    };
    let pasted = {
        let model = model.clone();
        Callback::from(move |event: Event| take_pasted(&model, &event))
    };
    let column = column.listen(Rc::new(onpaste::Wrapper::new(pasted)));
    column.listen(Rc::new(onchange::Wrapper::new(changed))).listen(Rc::new(onclick::Wrapper::new(pressed)))
}

/// The step of work that a field which was left, or a choice that was made, means.
fn written(field: &Element) -> Option<Change> {
    let name = field.get_attribute("name")?;
    let input = field.dyn_ref::<HtmlInputElement>();
    let value = match input {
        Some(input) => input.value(),
        None => field.dyn_ref::<HtmlSelectElement>()?.value(),
    };
    if let Some(sector) = name.strip_prefix("basics.risk_grades.") {
        return Some(Change::Grade(sector.to_owned(), value));
    }
    let (part, field_name) = name.rsplit_once('.')?;
    let part = part_of(part)?;
    let spec = part.fields().iter().find(|spec| spec.name == field_name)?;
    if matches!(spec.entry, Entry::Several(_)) {
        return Some(Change::Tick(part, spec.name, value, input?.checked()));
    }
    Some(Change::Write(part, spec.name, value))
}

/// Shows at once what was taken over: what was typed may be the same day or amount as before in another form.
fn rewrite(field: &Element, part: Part, name: &str, text: &str, locale: Locale) {
    let spec = part.fields().iter().find(|spec| spec.name == name);
    if let (Some(spec), Some(input)) = (spec, field.dyn_ref::<HtmlInputElement>())
        && input.type_() == "text"
    {
        input.set_value(&shown(spec.entry, typed(spec.entry, text).as_ref(), |day| day_text(day, locale)));
    }
}

/// `penalties.3`, `basics`, `judgement`.
fn part_of(name: &str) -> Option<Part> {
    match name {
        "basics" => Some(Part::Basics),
        "judgement" => Some(Part::Judgement),
        _ => {
            let (list, place) = name.split_once('.')?;
            Some(Part::Fact(kind_of(list)?, place.parse().ok()?))
        }
    }
}

fn kind_of(list: &str) -> Option<FactKind> {
    FactKind::ALL.iter().copied().find(|kind| list_name(*kind) == list)
}

fn press(model: &Model, button: &Element) {
    let value = button.get_attribute("value").unwrap_or_default();
    match button.get_attribute("name").unwrap_or_default().as_str() {
        "undo" => step(model, false),
        "redo" => step(model, true),
        "fold" => unfold(model, None),
        "unfold" => unfold(model, part_of(&value)),
        "add" => {
            if let Some(kind) = kind_of(&value) {
                open_list(button);
                change(model, Change::Add(kind));
            }
        }
        "remove" => {
            if let Some(Part::Fact(kind, place)) = part_of(&value) {
                // The button goes with the fact; the focus goes on to where another can be added.
                focus_beside(button, "button[name=add]");
                change(model, Change::Remove(kind, place));
            }
        }
        "pick" => show_calendar(button, &value),
        name @ ("rows" | "told") => press_paste(model, name, &value),
        _ => {}
    }
}

/// Sees to it that a list to which a fact is added is unfolded.
fn open_list(button: &Element) {
    if let Some(list) = button.previous_element_sibling() {
        // An attribute of this name can always be set.
        let _ = list.set_attribute("open", "");
    }
}

fn focus_beside(button: &Element, selector: &str) {
    let list = button.closest(".list").ok().flatten();
    let found = list.and_then(|list| list.query_selector(selector).ok().flatten());
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // What takes no focus is at least in view.
        let _ = found.focus();
    }
}
