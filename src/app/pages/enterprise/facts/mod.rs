//! The facts of the enterprise, list by list: read at a glance, and entered.

mod field;
mod hands;
mod paste;

use crate::app::element::{El, Node, el};
use crate::app::state::Model;
use crate::app::state::queries::{View, fact_id, fact_title, list_title, marked, of_fact, of_item};
use crate::app::text::{self, Phrase};
use crate::app::widgets::warning;
use crate::assess::Target;
use crate::entry::{Entry, Field, Part, fault, list_name};
use crate::facts::Term;
use crate::pack::FactKind;

use field::{field, part_name};
use hands::listening;
use paste::paste_box;

/// The column of facts.
pub(super) fn facts(model: &Model, view: &View, column: El) -> Node {
    let (locale, write) = (view.locale, !view.readonly);
    let step = |name: &'static str, words: Phrase, can: bool| {
        let button = command(name, "", words.get(locale));
        if can { button } else { button.set("disabled", "") }
    };
    let title = el("div")
        .class("facts-head")
        .with(el("h2").text(text::FACTS.get(locale)))
        .maybe(write.then(|| step("undo", text::UNDO, view.opened.can_undo())))
        .maybe(write.then(|| step("redo", text::REDO, view.opened.can_redo())));
    let kinds = FactKind::ALL.iter().filter(|kind| **kind != FactKind::RiskGrade);
    let unfolded = model.state.unfolded;
    let marked = marked(view, &model.state.reading);
    let lists = kinds.map(|kind| list(model, view, *kind, unfolded, &marked));
    let column = listening(model, column);
    column.with(title).with(basics(view)).each(lists).with(judgement(view)).done()
}

/// A button that tells the column by its name and value what is to be done.
fn command(name: &'static str, value: &str, label: &str) -> El {
    el("button").set("type", "button").set("name", name).put("value", value).text(label)
}

fn basics(view: &View) -> El {
    let part = Part::Basics;
    let about = ["uscc", "registered_on", "status"];
    let warnings = about.iter().flat_map(|name| of_item(view, format!("enterprise.{name}")));
    let (sectors, plain): (Vec<&Field>, Vec<&Field>) =
        part.fields().iter().partition(|field| matches!(field.entry, Entry::Several(_) | Entry::Grades));
    let sectors = el("details")
        .with(el("summary").text(text::SECTORS_GRADES.get(view.locale)))
        .each(sectors.into_iter().map(|sectors| field(view, part, sectors)))
        .still();
    el("details")
        .key("basics")
        .set("open", "")
        .with(el("summary").text(text::BASICS.get(view.locale)))
        .with(el("div").class("form").each(plain.into_iter().map(|plain| field(view, part, plain))).html(sectors))
        .each(warnings.map(|about| warning(view, about)))
}

/// A list of facts, with the way to add one beside its name; those that are marked stand out.
fn list(model: &Model, view: &View, kind: FactKind, unfolded: Option<Part>, marked: &[Target]) -> El {
    let (locale, write) = (view.locale, !view.readonly);
    let count = view.opened.sheet.count(kind);
    let name = list_title(kind, locale);
    let count_words = el("span").class("count").text(&format!(" ({count})"));
    let items = (0..count).map(|place| item(view, kind, place, unfolded == Some(Part::Fact(kind, place)), marked));
    let body = if count > 0 {
        let summary = el("summary").text(name).with(count_words);
        el("details").set("open", "").with(summary).with(el("ul").class("items").rows(items))
    } else {
        el("p").text(name).with(count_words)
    };
    let add = command("add", list_name(kind), text::ADD.get(locale));
    let add = add.put("aria-label", &[text::ADD.get(locale), name].join(" "));
    let rows = (write && kind == FactKind::Penalty).then(|| paste_box(model, view));
    el("div").class("list").id(list_name(kind)).key(kind.code()).with(body).maybe(write.then_some(add)).maybe(rows)
}

/// One fact: a line that unfolds into its fields. A warning about it is in view without unfolding.
fn item(view: &View, kind: FactKind, place: usize, unfolded: bool, marked: &[Target]) -> El {
    let locale = view.locale;
    let part = Part::Fact(kind, place);
    let judged = view.opened.judged_place(kind, place).map(|index| Target { kind, index });
    let title = judged.map(|fact| fact_title(view, fact)).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| text::UNTITLED.get(locale).to_owned());
    let value = part_name(part);
    let line = command(if unfolded { "fold" } else { "unfold" }, &value, &title)
        .class("line")
        .set("aria-expanded", if unfolded { "true" } else { "false" });
    let remove = command("remove", &value, "×").put("aria-label", &text::REMOVE_FACT.fill(locale, &[&title]));
    let row = el("li")
        .key(&place.to_string())
        .set("tabindex", "-1")
        .with(el("div").class("item").with(line).maybe((!view.readonly).then_some(remove)));
    let is_marked = judged.is_some_and(|fact| marked.contains(&fact));
    let row = if is_marked { row.class("marked").set("aria-current", "true") } else { row };
    let row = match judged {
        Some(fact) => row.id(&fact_id(fact)).each(of_fact(view, fact).map(|about| warning(view, about))),
        None => row.each([el("p").class("field-fault").text(&incomplete(view, part))]),
    };
    if !unfolded {
        return row;
    }
    let done = el("p").class("done").with(command("fold", &value, text::FOLD.get(locale)));
    let fields = part.fields().iter().map(|spec| field(view, part, spec));
    row.with(el("div").class("form fact-form").each(fields).with(done))
}

/// What a fact still needs before it counts.
fn incomplete(view: &View, part: Part) -> String {
    let locale = view.locale;
    let lacking = |name: &str, entry: Entry| {
        view.opened.sheet.value(part, name).is_none_or(|value| fault(entry, value).is_some())
    };
    let fields = part.fields().iter().filter(|field| field.required && lacking(field.name, field.entry));
    let names: Vec<&str> = fields.map(|field| text::field_name(field.name, locale)).collect();
    text::NOT_COUNTED.fill(locale, &[&names.join(view.rules.pack.list_separator.get(locale))])
}

/// The officer's own conclusion.
fn judgement(view: &View) -> El {
    let locale = view.locale;
    let part = Part::Judgement;
    let blank = view.opened.sheet.is_blank(part);
    let half = (!blank && view.opened.half.judgement.is_none())
        .then(|| el("p").class("field-fault").text(&incomplete(view, part)));
    let details = el("details").key("judgement").with(el("summary").text(text::JUDGEMENT_TITLE.get(locale)));
    let details = if blank { details } else { details.set("open", "") };
    details
        .with(el("p").class("quiet").text(text::JUDGEMENT_NOTE.get(locale)))
        .with(el("div").class("form").each(part.fields().iter().map(|spec| field(view, part, spec))))
        .maybe(half)
}
