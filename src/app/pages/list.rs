//! The enterprises that were found, as the worker draws them. Of however many, only the rows in sight are there; what
//! stands above and below is empty room of the same height.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};
use yew::html::{oninput, onscroll};
use yew::prelude::*;

use super::rules::draw;
use super::way_to_start;
use crate::app::components::ReadingProgress;
use crate::app::element::{El, el};
use crate::app::hooks::{CHOICE, VALUE, text_of};
use crate::app::state::tasks::{
    keep_district, lay_over, request_report, request_rows, row_query, save_list, take_files,
};
use crate::app::state::{Action, District, Model, Route, State};
use crate::app::text;
use crate::worker::RowPage;

/// Rows are asked for in blocks of so many, so that scrolling a little asks for nothing new.
const BLOCK: usize = 20;
/// The height of a row until one is drawn and measured, in CSS pixels.
const ROW_PX: f64 = 64.0;

/// The page with the list of enterprises.
pub fn list_page(model: &Model) -> El {
    let state = &model.state();
    let locale = state.locale;
    let District::Ready { made_up, .. } = &state.district else {
        let sheet = el("div").class("sheet").with(el("h1").text(text::LIST_TITLE.get(locale)));
        return match &state.district {
            District::Reading { made_up, progress } => sheet.html(html! {
                <ReadingProgress {model} {locale} made_up={*made_up} progress={progress.clone()} />
            }),
            _ => sheet.with(el("p").text(text::LIST_NOTE.get(locale))).html(way_to_start(locale)),
        };
    };
    let made_up = made_up.then(|| el("p").class("notice").text(text::MADE_UP_NOTE.get(locale)));
    let tools = match &state.rows {
        Some(rows) => draw(el("div"), &rows.head),
        None => el("p").class("quiet").set("role", "status").text(text::WORKING_OUT.get(locale)),
    };
    let head =
        el("div").class("list-head").with(el("h1").text(text::LIST_TITLE.get(locale))).maybe(made_up).with(tools);
    let key: Vec<&str> = state.choices.iter().flat_map(|(name, value)| [name.as_str(), value, "/"]).collect();
    let rows = html! { <Rows key={key.concat()} model={model.clone()} state={state.clone()} /> };
    with_choices(model, el("div").class("list-page")).with(head).html(rows)
}

/// An element around drawings in which something can be chosen.
pub fn with_choices(model: &Model, around: El) -> El {
    let (pressed, entered) = (model.clone(), model.clone());
    let entered = Callback::from(move |event: InputEvent| enter(&entered, &event));
    around.press(move |event| press(&pressed, &event)).listen(Rc::new(oninput::Wrapper::new(entered)))
}

/// A button was pressed that chooses something.
fn press(model: &Model, event: &MouseEvent) {
    let pressed = target(event).and_then(|element| element.closest("button[data-choice]").ok().flatten());
    if let Some(button) = pressed {
        choose(model, &button, button.get_attribute(VALUE));
    }
}

/// Words were typed, or another entry of a list was chosen.
fn enter(model: &Model, event: &Event) {
    if let Some(field) = target(event) {
        // Files that were chosen are those of another month.
        if let Some(input) = field.dyn_ref::<HtmlInputElement>()
            && input.files().is_some()
        {
            let files = take_files(input);
            if let Some(laying) = input.get_attribute(VALUE) {
                lay_over(model, &laying, files);
            }
            return;
        }
        choose(model, &field, text_of(&field));
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn choose(model: &Model, control: &Element, value: Option<String>) {
    if let (Some(name), Some(value)) = (control.get_attribute(CHOICE), value) {
        if model.state().route == Route::Report {
            return request_report(model, name, value);
        }
        match name.as_str() {
            "export" => return save_list(model, value),
            "keep" => return keep_district(model, &value, passphrase_beside(control)),
            _ => {}
        }
        model.choose();
        model.list_scroll.set(0);
        model.dispatch(Action::Choose(name, value));
    }
}

/// Returns what is written in the field for a passphrase that stands with a control.
fn passphrase_beside(control: &Element) -> String {
    let around = control.closest(".keep").ok().flatten();
    let field = around.and_then(|around| around.query_selector("[type=password]").ok().flatten());
    field.and_then(|field| text_of(&field)).unwrap_or_default()
}

/// What the rows are given.
#[derive(Properties, PartialEq)]
struct RowsProps {
    model: Model,
    /// What the application remembers; each change of it renders the rows anew.
    state: UseReducerHandle<State>,
}

/// The rows in sight.
#[component(Rows)]
fn rows(RowsProps { model, state }: &RowsProps) -> Html {
    let sight = use_node_ref();
    let body = use_node_ref();
    let row_px = use_state_eq(|| ROW_PX);
    let first = use_state_eq(|| row_at(model.list_scroll.get(), ROW_PX));

    let offset = (*first / BLOCK * BLOCK).saturating_sub(BLOCK);
    let query = row_query(state, offset, 4 * BLOCK);
    {
        let model = model.clone();
        // Other rules, other classes.
        let asked = (query, state.rules.clone(), state.readings);
        use_effect_with(asked, move |(query, ..)| request_rows(&model, query.clone()));
    }
    // Rows of another choice are not shown as if they were of this one; those of another day stand until the new come.
    let of_this = |page: &&Rc<RowPage>| page.query.choices == state.choices;
    let page = state.rows.as_ref().filter(of_this).cloned();
    let (count, start, shown) = page.as_ref().map_or((0, 0, 0), |page| (page.count, page.query.offset, page.shown));
    {
        let (sight, body, row_px, model) = (sight.clone(), body.clone(), row_px.clone(), model.clone());
        use_effect_with((count, start, shown), move |_| {
            let row = body.cast::<HtmlElement>().and_then(|body| body.first_element_child());
            if let Some(height) = row.map(|row| row.get_bounding_client_rect().height()).filter(|height| *height > 1.0)
            {
                row_px.set(height);
            }
            if let Some(sight) = sight.cast::<HtmlElement>()
                && sight.scroll_top() == 0
            {
                sight.set_scroll_top(model.list_scroll.get());
            }
        });
    }
    let scrolled = {
        let (sight, first, row_px, model) = (sight.clone(), first.clone(), *row_px, model.clone());
        Callback::from(move |_: Event| {
            if let Some(sight) = sight.cast::<HtmlElement>() {
                model.list_scroll.set(sight.scroll_top());
                first.set(row_at(sight.scroll_top(), row_px));
            }
        })
    };
    // The height goes with the rows, as an attribute: set afterwards, the browser would scroll back in between, and a
    // `style` is dropped by the site's policy.
    let room = |rows: usize| {
        let height = (rows as f64 * *row_px) as i64;
        let cell = el("td").set("colspan", "7").put("height", &height.to_string());
        el("tbody").class("room").set("aria-hidden", "true").with(el("tr").with(cell))
    };
    let drawn = |page: Option<&Vec<String>>, around: El| draw(around, page.map_or(&[], Vec::as_slice));
    let table = el("table")
        .put("aria-rowcount", &(count + 1).to_string())
        .with(drawn(state.rows.as_ref().map(|page| &page.columns), el("thead")))
        .with(room(start))
        .with(drawn(page.as_ref().map(|page| &page.rows), el("tbody").node(&body)))
        .with(room(count.saturating_sub(start + shown)));
    // Where the worker draws figures, there are no rows.
    let none = state.rows.as_ref().is_some_and(|page| page.columns.is_empty());
    let around = if none { el("div").set("hidden", "") } else { el("div") };
    around
        .class("rows")
        .node(&sight)
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", text::LIST_TITLE.get(state.locale))
        .listen(Rc::new(onscroll::Wrapper::new(scrolled)))
        .with(table)
        .done()
        .into()
}

/// The row that stands so many pixels below the first.
fn row_at(scroll_px: i32, row_px: f64) -> usize {
    // A share of whole pixels; below nothing is the first row.
    (f64::from(scroll_px) / row_px) as usize
}
