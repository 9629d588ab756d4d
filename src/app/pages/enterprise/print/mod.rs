//! What is printed of an enterprise: the report for the office, and the notice for the enterprise itself, which says
//! nothing of class and inspection.
//!
//! Both are a table whose head, with the name, the code, the day and the rules, a browser repeats on every page: page
//! margins cannot take words from the page, and browsers before 2024 have none. The screen never shows them.

mod deadlines;
mod facts;
mod found;
mod notice;
mod reasons;
mod repair;
mod report;

use std::rc::Rc;

use crate::app::element::{El, Node, el, markup};
use crate::app::state::queries::View;
use crate::app::state::{Opened, Rules};
use crate::app::text::{self, Phrase};
use crate::calendar::Calendar;
use crate::entry::Sheet;
use crate::json;
use crate::pack::Pack;
use crate::store::Changes;
use crate::worker::{PaperAnswer, PaperRequest};

/// Lays a paper out, by a pack and a calendar; `base` is the pack before any of its parameters was set otherwise.
pub fn paper(ask: &PaperRequest, pack: &Pack, base: &Pack, calendar: &Calendar) -> PaperAnswer {
    let locale = ask.locale;
    // The page has written the record by the code that reads it here.
    let sheet = json::parse(&ask.record).map(|record| Sheet::of(&record)).unwrap_or_default();
    let rules = Rules { pack: pack.clone(), calendar: calendar.clone(), changes: Changes::default() };
    let opened = Opened::new(0, sheet, ask.made_up);
    let view = View::new(Rc::new(rules), locale, Rc::new(opened), ask.as_of);
    let (name, paper) = if ask.notice {
        (text::PAPER_NOTICE, notice::notice(&view, ask.apply_on))
    } else {
        (text::PAPER_REPORT, report::report(&view, base, ask.apply_on))
    };
    let title = [name.get(locale), &view.enterprise().name].join(" ");
    PaperAnswer { title, html: markup(&paper.done()) }
}

/// The pages of a paper: its parts below each other, under the head that stands on every page.
fn pages(view: &View, name: Phrase, as_of: Phrase, parts: impl IntoIterator<Item = El>) -> El {
    let locale = view.locale;
    let (used, enterprise) = (&view.answer.pack, view.enterprise());
    let as_of = as_of.fill(locale, &[&view.day(view.answer.as_of)]);
    let rules = text::PAPER_RULES.fill(locale, &[&used.id, &used.version, &used.digest]);
    let made_up = view.opened.made_up.then(|| el("span").class("tag").text(text::MADE_UP.get(locale)));
    let head = el("td")
        .with(el("p").with(el("strong").text(&enterprise.name)).text(" ").text(&enterprise.uscc).maybe(made_up))
        .with(el("p").text(&[name.get(locale), &as_of].join(" · ")))
        .with(el("p").class("digest").text(&rules));
    let rows = parts.into_iter().map(|part| el("tr").with(el("td").with(part)));
    el("table")
        .class("paper")
        .set("role", "presentation")
        .with(el("thead").with(el("tr").with(head)))
        .with(el("tbody").each(rows))
}

/// A part of a paper under its heading.
fn part(view: &View, title: Phrase) -> El {
    el("section").with(el("h2").text(title.get(view.locale)))
}

/// Lines to be filled in by hand.
fn blanks(view: &View, names: &[Phrase]) -> Node {
    let blanks = names.iter().map(|name| el("p").class("blank").text(name.get(view.locale)));
    el("div").class("blanks").each(blanks).done()
}
