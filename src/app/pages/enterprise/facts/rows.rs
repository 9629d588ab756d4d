//! Some facts of a list: each a line that unfolds into its fields.

use std::collections::HashSet;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::form::{faulty_words, field_id, fields, first_to_mend, lacking_words, part_name};
use crate::app::components::WarningNote;
use crate::app::host;
use crate::app::keys::is_enter;
use crate::app::state::Model;
use crate::app::state::queries::{View, fact_id, fact_title, lacking_days, of_facts};
use crate::app::text;
use crate::assess::Target;
use crate::entry::{Change, Field, Part, Sheet};
use crate::pack::{FactKind, Locale};

/// What is shown of a fact.
#[derive(Clone, PartialEq)]
pub struct Row {
    /// Which fact it is.
    part: Part,
    /// The fact in one line.
    title: AttrValue,
    /// The id of the element, for a fact that is judged.
    id: Option<AttrValue>,
    /// What is said about it: warnings are in view without unfolding.
    warnings: Vec<AttrValue>,
    /// What it still needs before it is judged.
    lacking: Option<AttrValue>,
    /// Which of its fields cannot be read; while they are unfolded each says so itself.
    faulty: Option<AttrValue>,
    /// Whether it stands out.
    is_marked: bool,
    /// Whatever its fields show, while they are unfolded.
    unfolded: Option<Rc<View>>,
}

impl Row {
    /// Returns what is shown of all facts of a kind, in their order. What is said of them is gone through once, however many
    /// there are.
    pub fn all(view: &Rc<View>, kind: FactKind, unfolded: Option<Part>, marked: &[Target]) -> Vec<Self> {
        let warnings = of_facts(view, kind);
        let marked: HashSet<usize> = marked.iter().filter(|fact| fact.kind == kind).map(|fact| fact.index).collect();
        let judged = view.opened.judged_indices(kind).into_iter().enumerate();
        let row = |(index, judged): (usize, Option<usize>)| {
            let part = Part::Fact(kind, index);
            let fact = judged.map(|index| Target { kind, index });
            let title = fact.map(|fact| fact_title(view, fact)).filter(|title| !title.is_empty());
            let warnings = judged.and_then(|index| warnings.get(index)).into_iter().flatten();
            Self {
                part,
                title: title.map_or_else(|| text::UNTITLED.get(view.locale).into(), AttrValue::from),
                id: fact.map(|fact| fact_id(fact).into()),
                warnings: warnings.map(|warning| view.say(&warning.message).to_owned().into()).collect(),
                faulty: fact
                    .filter(|_| unfolded != Some(part))
                    .and_then(|_| faulty_words(view, part))
                    .map(AttrValue::from),
                lacking: fact.is_none().then(|| lacking_words(view, part).into()),
                is_marked: judged.is_some_and(|index| marked.contains(&index)),
                unfolded: (unfolded == Some(part)).then(|| view.clone()),
            }
        };
        judged.map(row).collect()
    }
}

/// What some rows are given.
#[derive(Properties, PartialEq)]
pub struct FactRowsProps {
    pub model: Model,
    pub rows: Vec<Row>,
    pub locale: Locale,
    /// Whether no fact may be taken away.
    pub readonly: bool,
    /// Takes the fact that a person unfolds, or nothing when they fold it away.
    pub onunfold: Callback<Option<Part>>,
    /// Takes the index of the fact that a person takes away.
    pub onremove: Callback<usize>,
    /// Told when a person wants to enter one more.
    pub onadd: Callback<()>,
}

/// Some facts of a list.
#[component(FactRows)]
pub fn fact_rows(props: &FactRowsProps) -> Html {
    props.rows.iter().map(|row| self::row(props, row)).collect()
}

fn row(FactRowsProps { model, locale, readonly, onunfold, onremove, onadd, .. }: &FactRowsProps, row: &Row) -> Html {
    let (locale, part) = (*locale, row.part);
    let is_unfolded = row.unfolded.is_some();
    let line = NodeRef::default();
    let ondone = {
        let (line, onunfold) = (line.clone(), onunfold.clone());
        move |()| {
            // The fields go; whoever is done with them is where the fact stands in its list.
            host::focus(&line);
            onunfold.emit(None);
        }
    };
    let onpress = onunfold.reform(move |_| (!is_unfolded).then_some(part));
    let remove = (!readonly).then(|| {
        let Part::Fact(_, index) = part else { return Html::default() };
        let label = text::REMOVE_FACT.fill(locale, &[&row.title]);
        html! { <button type="button" aria-label={label} onclick={onremove.reform(move |_| index)}>{ "×" }</button> }
    });
    html! {
        <li
            key={part_name(part)}
            id={row.id.clone()}
            tabindex="-1"
            class={row.is_marked.then_some("marked")}
            aria-current={row.is_marked.then_some("true")}
        >
            <div class="item">
                <button ref={line} type="button" class="line" aria-expanded={is_unfolded.to_string()} onclick={onpress}>
                    { &row.title }
                </button>
                { remove.unwrap_or_default() }
            </div>
            <>{ for row.warnings.iter().map(|words| html! { <WarningNote {words} /> }) }</>
            if let Some(words) = row.lacking.as_ref().or(row.faulty.as_ref()) {
                <p class="field-fault">{ words }</p>
            }
            if let Some(view) = &row.unfolded {
                <FactForm {model} {view} {part} {ondone} onadd={(!readonly).then(|| onadd.clone())} />
            }
        </li>
    }
}

/// What the fields of a fact are given.
#[derive(Properties, PartialEq)]
struct FactFormProps {
    model: Model,
    view: Rc<View>,
    part: Part,
    /// Told when a person is done with the fact.
    ondone: Callback<()>,
    /// Told when a person wants to enter one more; `None` where none can be.
    onadd: Option<Callback<()>>,
}

/// The fields of a fact.
#[component(FactForm)]
fn fact_form(FactFormProps { model, view, part, ondone, onadd }: &FactFormProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        // Whoever unfolds a fact is about to write in it.
        use_effect_with(*part, move |_| host::focus_first_field(&node));
    }
    let part = *part;
    // They stay where they are while somebody writes in them. A fact that is only being entered lacks none yet, so that few
    // fields are on the way through its form.
    let lacking = use_memo(part, |part| lacking_for_repair(view, *part));
    let is_folded = |field: &Field| field.seldom && !lacking.contains(&field.name);
    let has_folded = part.fields().iter().any(is_folded);
    // Once something stands there it stays in view, for whoever empties the field is still in it.
    let is_filled = use_mut_ref(|| false);
    *is_filled.borrow_mut() |= says_seldom(&view.opened.sheet, part);
    let is_open = *is_filled.borrow();
    let onkeydown = {
        let (view, ondone) = (view.clone(), ondone.clone());
        move |key: KeyboardEvent| {
            let written = key.target_dyn_into::<HtmlInputElement>().filter(|input| input.type_() == "text");
            let Some(written) = written.filter(|_| is_enter(&key)) else { return };
            // The key is for the field: it is not to press what takes the focus.
            key.prevent_default();
            match first_to_mend(&sheet_with(&view.opened.sheet, part, &written), part) {
                Some(field) => host::reveal(&field_id(part, field.name)),
                None => ondone.emit(()),
            }
        }
    };
    html! {
        <div ref={node} class="form fact-form" {onkeydown}>
            { for fields(model, view, part, |field| !is_folded(field)) }
            if has_folded {
                <details open={is_open}>
                    <summary>{ text::SELDOM_FIELDS.get(view.locale) }</summary>
                    <div class="form">{ for fields(model, view, part, is_folded) }</div>
                </details>
            }
            <p class="done">
                <button type="button" onclick={ondone.reform(|_| ())}>{ text::FOLD.get(view.locale) }</button>
                if let Some(onadd) = onadd {
                    <button type="button" onclick={onadd.reform(|_| ())}>{ text::ADD_ANOTHER.get(view.locale) }</button>
                }
            </p>
        </div>
    }
}

/// Returns the fields of a part that its repair asks for and that say nothing yet, by their names.
fn lacking_for_repair(view: &View, part: Part) -> Vec<&'static str> {
    let Part::Fact(kind, index) = part else { return Vec::new() };
    let judged = view.opened.judged_indices(kind).get(index).copied().flatten();
    judged.map_or(Vec::new(), |index| lacking_days(view, Target { kind, index }))
}

/// Whether a field that few facts have has something in it.
fn says_seldom(sheet: &Sheet, part: Part) -> bool {
    part.fields().iter().any(|field| field.seldom && sheet.value(part, field.name).is_some())
}

/// Returns the record with what stands in a field of a part, which it takes only once it is rendered anew.
fn sheet_with(sheet: &Sheet, part: Part, written: &HtmlInputElement) -> Sheet {
    let id = written.id();
    match part.fields().iter().find(|field| field_id(part, field.name) == id) {
        Some(field) => sheet.changed(Change::Write(part, field.name, written.value())),
        None => sheet.clone(),
    }
}
