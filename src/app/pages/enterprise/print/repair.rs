//! What can be repaired, a row each, for the office and for the enterprise.

use crate::app::element::{El, Node, el, nodes};
use crate::app::state::queries::{View, fact_title, list_title, of_fact, repair_sentence, severity_words};
use crate::app::text;
use crate::app::widgets::{citation, table as plain_table, warning};
use crate::assess::Repair;
use crate::pack::{FactKind, WarningCode};

/// What is not settled yet.
pub(super) fn open(view: &View) -> Vec<&Repair> {
    view.answer.repair.iter().filter(|repair| !repair.is_settled()).collect()
}

/// A table of what can be repaired, for the office or for the enterprise, and below it how to make good what is lacking.
pub(super) fn table(view: &View, office: bool, repairs: &[&Repair]) -> Node {
    let columns = [
        (text::FACT_NUMBER, true),
        (text::FACT_WHAT, false),
        (text::REPAIR_CHANNEL, false),
        (text::REPAIR_STANDS, false),
    ];
    let rows = repairs.iter().map(|repair| row(view, office, repair));
    let table = plain_table(view.locale, "repair-table", &columns, rows);
    nodes([table].into_iter().chain(cures(view, repairs)))
}

fn row(view: &View, office: bool, repair: &Repair) -> El {
    let locale = view.locale;
    let target = repair.target;
    let title = fact_title(view, target);
    let mut what = el("td");
    let mut stands = el("td").with(el("p").text(&repair_sentence(view, repair, view.answer.as_of)));
    let mut under = el("p").class("under");
    if office {
        what = what.text(&[list_title(target.kind, locale), &title].join(" "));
        if let Some(severity) = severity_words(view, repair, view.answer.as_of) {
            let words = text::NAMELY.fill(locale, &[text::SEVERITY.get(locale), &severity]);
            under = under.text(&words).text(text::CLAUSE.get(locale));
        }
    } else {
        // The report has them in its tables of facts.
        let penalty = view.enterprise().penalties.get(target.index).filter(|_| target.kind == FactKind::Penalty);
        let more = penalty.into_iter().flat_map(|penalty| [&penalty.document_no, &penalty.authority]).flatten();
        what = what.with(el("p").text(&title)).each(more.map(|words| el("p").text(words)));
        let about = of_fact(view, target).filter(|about| moves_days(about.code));
        stands = stands.each(about.map(|about| warning(view, about)));
    }
    el("tr")
        .with(el("td").class("number").text(&(target.index + 1).to_string()))
        .with(what)
        .with(el("td").text(view.word(repair.channel)))
        .with(stands.with(under.with(citation(view, &repair.source))))
}

/// How the conditions that are lacking anywhere are met.
fn cures(view: &View, repairs: &[&Repair]) -> Option<El> {
    let mut unmet: Vec<&str> = Vec::new();
    for condition in repairs.iter().flat_map(|repair| repair.conditions.iter().flatten()) {
        if !condition.met && !unmet.contains(&condition.id.as_str()) {
            unmet.push(&condition.id);
        }
    }
    let items = unmet.iter().filter_map(|id| view.rules.pack.condition(id)).map(|condition| {
        el("li").text(&text::NAMELY.fill(view.locale, &[view.say(&condition.title), view.say(&condition.cure)]))
    });
    let title = el("h3").text(text::HOW_TO_CURE.get(view.locale));
    (!unmet.is_empty()).then(|| el("section").with(title).with(el("ul").each(items)))
}

/// Whether a warning says on what the days of a repair rest; the others are for the office to look into.
fn moves_days(code: WarningCode) -> bool {
    use WarningCode::{DiscretionAssumed, FineMissing, FutureFactIgnored, ProcedureImplausible, PublicationAssumed};
    matches!(code, DiscretionAssumed | FineMissing | FutureFactIgnored | ProcedureImplausible | PublicationAssumed)
}
