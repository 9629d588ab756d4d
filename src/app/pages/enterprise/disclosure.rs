//! By when each penalty had to be published.

use crate::app::element::{El, el};
use crate::app::state::queries::{View, fact_title};
use crate::app::text;
use crate::app::widgets::{table, warning};
use crate::assess::{Disclosure, Target};
use crate::pack::{FactKind, Unit, WarningCode};

use super::section;

/// The section on publication deadlines; none where no penalty has one.
pub(super) fn disclosure(view: &View) -> Option<El> {
    let disclosures = &view.answer.disclosure;
    if disclosures.is_empty() {
        return None;
    }
    // Years without a calendar touch the days that are counted here and in repair.
    let calendars = view.answer.warnings.iter().filter(|about| about.code == WarningCode::CalendarMissing);
    let columns = [
        (text::DISCLOSURE_PENALTY, false),
        (text::DISCLOSURE_GSXT, false),
        (text::DISCLOSURE_CREDIT_CHINA, false),
        (text::DISCLOSURE_LATE, true),
    ];
    let rows = disclosures.iter().map(|disclosure| row(view, disclosure));
    let table = table(view.locale, "", &columns, rows);
    // Where it is wider than the screen it scrolls by itself, and takes the focus for its keys.
    let scroll = el("div").class("scroll").set("tabindex", "0");
    let section = section(view, "disclosure", text::DISCLOSURE);
    Some(section.each(calendars.map(|about| warning(view, about))).with(scroll.with(table)))
}

fn row(view: &View, disclosure: &Disclosure) -> El {
    let late = el("td").class("number");
    let late = match disclosure.late_working_days {
        None => late.text(text::NOT_KNOWN.get(view.locale)),
        Some(0) => late.text(text::IN_TIME.get(view.locale)),
        Some(days) => {
            let unit = view.say(view.rules.pack.unit(Unit::WorkingDays));
            late.with(el("span").class("tag strong").text(&[&days.to_string(), " ", unit].concat()))
        }
    };
    el("tr")
        .with(el("td").text(&fact_title(view, Target { kind: FactKind::Penalty, index: disclosure.index })))
        .with(el("td").text(&view.day(disclosure.gsxt_due_on)))
        .with(el("td").text(&view.day(disclosure.credit_china_due_on)))
        .with(late)
}
