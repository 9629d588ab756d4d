//! The facts of the enterprise, list by list.

use yew::Html;

use crate::app::element::{El, el, nodes};
use crate::app::state::queries::{View, fact_id, fact_title, list_name, of_fact, of_item};
use crate::app::text::{self, field};
use crate::app::widgets::warning;
use crate::assess::Target;
use crate::facts::{Date, Term};
use crate::pack::FactKind;

/// Every list of facts.
pub(super) fn facts(view: &View) -> Html {
    let enterprise = view.enterprise();
    let lists = [
        (FactKind::Penalty, enterprise.penalties.len()),
        (FactKind::AbnormalListing, enterprise.abnormal_listings.len()),
        (FactKind::SeriousListing, enterprise.serious_listings.len()),
        (FactKind::CourtListing, enterprise.court_listings.len()),
        (FactKind::Lead, enterprise.leads.len()),
        (FactKind::Inspection, enterprise.inspections.len()),
        (FactKind::Commitment, enterprise.commitments.len()),
    ];
    let title = el("h2").text(text::FACTS.get(view.locale));
    let lists = lists.into_iter().map(|(kind, count)| list(view, kind, count));
    nodes([title, basics(view)].into_iter().chain(lists))
}

fn basics(view: &View) -> El {
    let enterprise = view.enterprise();
    let grades: Vec<String> = enterprise
        .risk_grades
        .iter()
        .map(|(sector, grade)| text::SECTOR_GRADE.fill(view.locale, &[view.word(sector), view.word(grade)]))
        .collect();
    let fields = Fields::new(view)
        .words("name", Some(enterprise.name.clone()))
        .words("uscc", Some(enterprise.uscc.clone()))
        .term("kind", Some(enterprise.kind))
        .day("registered_on", enterprise.registered_on)
        .term("status", Some(enterprise.status))
        .words("region", enterprise.region.clone())
        .words("industry", enterprise.industry.clone())
        .words("sectors", Some(view.words(enterprise.sectors)))
        .words("risk_grades", Some(grades.join(view.rules.pack.list_separator.get(view.locale))));
    let about = ["uscc", "registered_on", "status"];
    let warnings = about.iter().flat_map(|name| of_item(view, format!("enterprise.{name}")));
    el("details")
        .set("open", "")
        .with(el("summary").text(text::BASICS.get(view.locale)))
        .with(fields.draw())
        .each(warnings.map(|about| warning(view, about)))
}

/// A list of facts, folded away where there is none.
fn list(view: &View, kind: FactKind, count: usize) -> El {
    let summary =
        el("summary").text(list_name(kind, view.locale)).with(el("span").class("count").text(&format!(" ({count})")));
    let list = el("details").key(kind.code()).with(summary);
    if count == 0 {
        return list.with(el("p").class("quiet").text(text::NO_FACTS.get(view.locale)));
    }
    let items = (0..count).map(|index| item(view, Target { kind, index }));
    list.set("open", "").with(el("ul").class("items").each(items))
}

/// One fact: a line that opens into all that is known of it. A warning about it is in view without opening.
fn item(view: &View, fact: Target) -> El {
    let details = el("details").with(el("summary").text(&fact_title(view, fact))).with(known(view, fact).draw());
    el("li")
        .id(&fact_id(fact))
        .set("tabindex", "-1")
        .with(details)
        .each(of_fact(view, fact).map(|about| warning(view, about)))
}

fn known<'v>(view: &'v View, fact: Target) -> Fields<'v> {
    let (enterprise, index, fields) = (view.enterprise(), fact.index, Fields::new(view));
    match fact.kind {
        FactKind::Penalty => match enterprise.penalties.get(index) {
            Some(penalty) => fields
                .words("document_no", penalty.document_no.clone())
                .day("decided_on", Some(penalty.decided_on))
                .day("published_on", penalty.published_on)
                .words("authority", penalty.authority.clone())
                .term("authority_system", Some(penalty.authority_system))
                .term("procedure", Some(penalty.procedure))
                .words("kinds", Some(view.words(penalty.kinds)))
                .words("fine_yuan", penalty.fine.map(|fine| view.money(fine)))
                .words("confiscated_yuan", penalty.confiscated.map(|confiscated| view.money(confiscated)))
                .words("category", penalty.category.clone())
                .term("sector", penalty.sector)
                .term("discretion", penalty.discretion)
                .day("restriction_ends_on", penalty.restriction_ends_on)
                .day("fulfilled_on", penalty.fulfilled_on)
                .day("harm_eliminated_on", penalty.harm_eliminated_on)
                .day("commitment_on", penalty.commitment_on)
                .day("repaired_on", penalty.repaired_on)
                .day("annulled_on", penalty.annulled_on),
            None => fields,
        },
        FactKind::AbnormalListing => match enterprise.abnormal_listings.get(index) {
            Some(listing) => fields
                .term("reason", Some(listing.reason))
                .day("listed_on", Some(listing.listed_on))
                .day("corrected_on", listing.corrected_on)
                .day("commitment_on", listing.commitment_on)
                .day("removed_on", listing.removed_on),
            None => fields,
        },
        FactKind::SeriousListing => match enterprise.serious_listings.get(index) {
            Some(listing) => fields
                .words("cause", listing.cause.clone())
                .day("listed_on", Some(listing.listed_on))
                .day("fulfilled_on", listing.fulfilled_on)
                .day("harm_eliminated_on", listing.harm_eliminated_on)
                .day("commitment_on", listing.commitment_on)
                .day("measures_end_on", listing.measures_end_on)
                .day("removed_on", listing.removed_on),
            None => fields,
        },
        FactKind::CourtListing => match enterprise.court_listings.get(index) {
            Some(listing) => fields.day("listed_on", Some(listing.listed_on)).day("removed_on", listing.removed_on),
            None => fields,
        },
        FactKind::Lead => match enterprise.leads.get(index) {
            Some(lead) => fields
                .term("kind", Some(lead.kind))
                .day("received_on", Some(lead.received_on))
                .day("closed_on", lead.closed_on),
            None => fields,
        },
        FactKind::Inspection => match enterprise.inspections.get(index) {
            Some(inspection) => fields
                .day("on", Some(inspection.on))
                .term("mode", Some(inspection.mode))
                .term("basis", Some(inspection.basis))
                .words("department", inspection.department.clone())
                .term("result", inspection.result),
            None => fields,
        },
        FactKind::Commitment => match enterprise.commitments.get(index) {
            Some(commitment) => fields
                .term("kind", Some(commitment.kind))
                .day("made_on", commitment.made_on)
                .day("breached_on", commitment.breached_on),
            None => fields,
        },
        FactKind::RiskGrade => fields,
    }
}

/// Names and values of a fact. What is not known is shown as such: an inspector has to see what could be added.
struct Fields<'v> {
    view: &'v View,
    pairs: Vec<(&'static str, Option<String>)>,
}

impl<'v> Fields<'v> {
    fn new(view: &'v View) -> Self {
        Self { view, pairs: Vec::new() }
    }

    fn words(mut self, name: &'static str, words: Option<String>) -> Self {
        self.pairs.push((name, words.filter(|words| !words.is_empty())));
        self
    }

    fn day(self, name: &'static str, day: Option<Date>) -> Self {
        let words = day.map(|day| self.view.day(day));
        self.words(name, words)
    }

    fn term<T: Term>(self, name: &'static str, term: Option<T>) -> Self {
        let words = term.map(|term| self.view.word(term).to_owned());
        self.words(name, words)
    }

    fn draw(self) -> El {
        let locale = self.view.locale;
        self.pairs.into_iter().fold(el("dl").class("fields"), |list, (name, words)| {
            let name = field(name).map_or(name, |phrase| phrase.get(locale));
            let words = words.as_deref().unwrap_or(text::NOT_KNOWN.get(locale));
            list.with(el("dt").text(name)).with(el("dd").text(words))
        })
    }
}
