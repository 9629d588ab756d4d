//! The fields of a part of the record, one below the other.

use std::rc::Rc;

use yew::prelude::*;

use super::field::FieldEntry;
use crate::app::state::Model;
use crate::app::state::queries::View;
use crate::app::text;
use crate::entry::{Entry, Field, Part, fault, list_name};

/// Returns the name of a part, with which the ids of its fields begin: `penalties.3`.
pub(super) fn part_name(part: Part) -> String {
    match part {
        Part::Basics => "basics".to_owned(),
        Part::Judgement => "judgement".to_owned(),
        Part::Fact(kind, index) => format!("{}.{index}", list_name(kind)),
    }
}

/// Returns the fields of a part that `keep` wants, as elements.
pub(super) fn fields<'v>(
    model: &'v Model,
    view: &'v Rc<View>,
    part: Part,
    keep: impl Fn(Entry) -> bool + 'v,
) -> impl Iterator<Item = Html> + 'v {
    let kept = part.fields().iter().filter(move |field| keep(field.entry));
    kept.map(move |field: &'static Field| html! { <FieldEntry key={field.name} {model} {view} {part} {field} /> })
}

/// Says which fields of a part that counts cannot be read, where some cannot.
pub(super) fn faulty_words(view: &View, part: Part) -> Option<String> {
    let locale = view.locale;
    let is_faulty = |field: &&Field| {
        matches!(field.entry, Entry::Day | Entry::Amount)
            && view.opened.sheet.value(part, field.name).is_some_and(|value| fault(field.entry, value).is_some())
    };
    let faulty = part.fields().iter().filter(is_faulty);
    let names: Vec<&str> = faulty.map(|field| text::field_name(field.name, locale)).collect();
    let names = names.join(view.rules.pack.list_separator.get(locale));
    (!names.is_empty()).then(|| text::NOT_READ.fill(locale, &[&names]))
}

/// Says what a part still needs before it counts.
pub(super) fn lacking_words(view: &View, part: Part) -> String {
    let locale = view.locale;
    let is_lacking = |field: &&Field| {
        let value = view.opened.sheet.value(part, field.name);
        field.required && value.is_none_or(|value| fault(field.entry, value).is_some())
    };
    let lacking = part.fields().iter().filter(is_lacking);
    let names: Vec<&str> = lacking.map(|field| text::field_name(field.name, locale)).collect();
    text::NOT_COUNTED.fill(locale, &[&names.join(view.rules.pack.list_separator.get(locale))])
}
