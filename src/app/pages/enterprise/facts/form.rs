//! The fields of a part of the record, one below the other.

use std::rc::Rc;

use yew::prelude::*;

use super::field::FieldEntry;
use crate::app::state::Model;
use crate::app::state::queries::View;
use crate::app::text;
use crate::entry::{Field, Part, Sheet, fault, list_name};
use crate::json::Value;

/// Returns the name of a part, with which the ids of its fields begin: `penalties.3`.
pub(super) fn part_name(part: Part) -> String {
    match part {
        Part::Basics => "basics".to_owned(),
        Part::Judgement => "judgement".to_owned(),
        Part::Fact(kind, index) => format!("{}.{index}", list_name(kind)),
    }
}

/// Returns the id of a field: `penalties.3.decided_on`.
pub(super) fn field_id(part: Part, name: &str) -> String {
    [&part_name(part), ".", name].concat()
}

/// Returns the fields of a part that `keep` wants, as elements.
pub(super) fn fields<'v>(
    model: &'v Model,
    view: &'v Rc<View>,
    part: Part,
    keep: impl Fn(&Field) -> bool + 'v,
) -> impl Iterator<Item = Html> + 'v {
    let kept = part.fields().iter().filter(move |field| keep(field));
    kept.map(move |field: &'static Field| html! { <FieldEntry key={field.name} {model} {view} {part} {field} /> })
}

/// Says which fields of a part that counts cannot be read, where some cannot.
pub(super) fn faulty_words(view: &View, part: Part) -> Option<String> {
    let names = named(view, part, is_faulty);
    (!names.is_empty()).then(|| text::NOT_READ.fill(view.locale, &[&names]))
}

/// Says what a part still needs before it counts.
pub(super) fn lacking_words(view: &View, part: Part) -> String {
    text::NOT_COUNTED.fill(view.locale, &[&named(view, part, is_lacking)])
}

/// Returns the first field of a part that someone has to mend before the part counts with all that was written in it.
pub(super) fn first_to_mend(sheet: &Sheet, part: Part) -> Option<&'static Field> {
    part.fields().iter().find(|field| {
        let value = sheet.value(part, field.name);
        is_lacking(field, value) || is_faulty(field, value)
    })
}

fn is_faulty(field: &Field, value: Option<&Value>) -> bool {
    value.is_some_and(|value| fault(field.entry, value).is_some())
}

fn is_lacking(field: &Field, value: Option<&Value>) -> bool {
    field.required && (value.is_none() || is_faulty(field, value))
}

/// The names of the fields of a part of which this holds, by their values.
fn named(view: &View, part: Part, holds: impl Fn(&Field, Option<&Value>) -> bool) -> String {
    let fields = part.fields().iter().filter(|field| holds(field, view.opened.sheet.value(part, field.name)));
    let names: Vec<&str> = fields.map(|field| text::field_name(field.name, view.locale)).collect();
    names.join(view.rules.pack.list_separator.get(view.locale))
}
