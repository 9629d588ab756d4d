//! What can be repaired, where, from when: the list, what can be done first at its head.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::html::onchange;
use yew::prelude::*;

use super::repair_entry::entry;
use super::section;
use crate::app::element::{El, Node, el, nodes};
use crate::app::state::queries::View;
use crate::app::state::tasks::{DayFault, read_day};
use crate::app::state::{Action, Model, Reading};
use crate::app::text;
use crate::app::widgets::{fault_words, fold};
use crate::assess::Repair;
use crate::facts::{Date, Term};
use crate::pack::{Channel, RepairStatus, day_text};

/// The section on credit repair, by the system on which one applies.
pub(super) fn repairs(model: &Model, view: &View) -> El {
    let reading = &model.state().reading;
    let repairs = &view.answer.repair;
    let section = section(view, "repair", text::REPAIR);
    if repairs.is_empty() {
        return section.with(el("p").text(text::NO_REPAIR.get(view.locale)));
    }
    let open = repairs.iter().any(|repair| !repair.is_settled());
    section
        .maybe(open.then(|| apply_field(model, view)))
        .each(Channel::ALL.iter().filter_map(|channel| of_channel(view, reading, *channel)))
}

/// What is open, the soonest first, and what is settled behind a fold.
fn of_channel(view: &View, reading: &Reading, channel: Channel) -> Option<Node> {
    let locale = view.locale;
    let all = view.answer.repair.iter().filter(|repair| repair.channel == channel);
    let (settled, mut open): (Vec<&Repair>, Vec<&Repair>) = all.partition(|repair| repair.is_settled());
    if settled.is_empty() && open.is_empty() {
        return None;
    }
    let (pack, as_of) = (&view.rules.pack, view.answer.as_of);
    let next =
        |repair: &Repair| repair.soonest(pack, as_of).or_else(|| repair.next_day(pack, as_of)).unwrap_or(Date::MAX);
    open.sort_by_cached_key(|repair| (repair.status != RepairStatus::Eligible, next(repair)));
    let now = open.iter().filter(|repair| repair.status == RepairStatus::Eligible).count();
    let numbers = [open.len(), now, settled.len()].map(|number| number.to_string());
    let [count, now, done] = &numbers;
    let list =
        |repairs: &[&Repair]| el("ul").class("repairs").rows(repairs.iter().map(|repair| entry(view, reading, repair)));
    let settled = (!settled.is_empty()).then(|| {
        let summary = el("summary").text(&text::SETTLED.fill(locale, &[done]));
        let id = ["settled-", channel.code()].concat();
        fold(reading, &id, false, summary, &|fold| fold.with(list(&settled))).class("part")
    });
    let title = el("h3").text(&text::APPLY_AT.fill(locale, &[view.word(channel)]));
    let counts = el("p").class("quiet").text(&text::APPLICATIONS.fill(locale, &[count, now]));
    Some(nodes([title, counts, list(&open)].into_iter().chain(settled)))
}

/// The field of the day on which one supposes to apply.
fn apply_field(model: &Model, view: &View) -> El {
    let locale = view.locale;
    let reading = &model.state().reading;
    let as_of = view.answer.as_of;
    let day = day_text(reading.apply_on.unwrap_or(as_of), locale);
    let state = model.dispatcher();
    let take = move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let typed = match read_day(&input.value()) {
            Ok(day) => Ok(Some(day)),
            Err(DayFault::Missing) => Ok(None),
            Err(fault) => Err(fault),
        };
        // A day that was taken in is shown in the one form; what could not be read stays as it was typed.
        if let Ok(day) = &typed {
            input.set_value(&day_text(day.unwrap_or(as_of), locale));
        }
        state.dispatch(Action::ApplyOn(typed));
    };
    let fault = reading.apply_fault.as_ref();
    let (described, invalid) = if fault.is_some() { ("apply-fault", "true") } else { ("apply-hint", "false") };
    // Another as-of date, or language, begins afresh.
    let input = el("input")
        .key(&day_text(as_of, locale))
        .id("apply-on")
        .set("autocomplete", "off")
        .set("size", "18")
        .put("value", &day)
        .set("aria-describedby", described)
        .set("aria-invalid", invalid)
        .listen(Rc::new(onchange::Wrapper::new(take.into())));
    let told = fault.map(|fault| {
        el("p").id("apply-fault").class("field-wrong").set("role", "alert").text(&fault_words(fault, locale))
    });
    el("div")
        .class("apply")
        .with(el("label").set("for", "apply-on").text(text::APPLY_ON.get(locale)))
        .with(input)
        .with(el("span").id("apply-hint").class("quiet").text(text::APPLY_ON_HINT.get(locale)))
        .maybe(told)
}
