//! What a reader has to know besides: of the facts first, then of what the answer rests on.

use std::collections::BTreeSet;

use facts::{Date, EnterpriseStatus, Penalty, PenaltyKind, Procedure, check_credit_code};
use pack::{
    Cited, ClassRule, FactKind, Field, Locale, Message, Number, RepairStatus, Slot, Text, Track, WarningCode, day_text,
};

use super::assessment::{Repair, Warning};
use super::case::Case;
use super::penalty::TrackedPenalty;

/// What a message about a fact is filled with.
enum Detail<'d> {
    Nothing,
    Day(Date),
    Text(&'d str),
    Words(&'d Text),
}

/// The warnings, in the order in which they are found.
pub(super) struct Warnings<'c, 'a> {
    case: &'c Case<'a>,
    found: Vec<Warning>,
}

impl<'c, 'a> Warnings<'c, 'a> {
    pub(super) fn new(case: &'c Case<'a>) -> Self {
        Self { case, found: Vec::new() }
    }

    pub(super) fn finish(self) -> Vec<Warning> {
        self.found
    }

    fn fact(&mut self, code: WarningCode, path: String, detail: Detail) {
        self.say(code, self.case.pack.warning(code), path, detail);
    }

    fn say(&mut self, code: WarningCode, message: &Message, path: String, detail: Detail) {
        let message = self.case.fill(message, |slot, locale| match (slot, &detail) {
            (Slot::Date, Detail::Day(day)) => day_text(*day, locale),
            (Slot::Text, Detail::Text(text)) => (*text).to_owned(),
            (Slot::Text, Detail::Words(words)) => words.get(locale).to_owned(),
            _ => String::new(),
        });
        self.found.push(Warning { code, path: Some(path), source: None, year: None, affects: None, message });
    }

    /// Names a date that lies after what is known.
    fn future(&mut self, path: &str, date: Option<Date>) {
        if let Some(date) = date.filter(|date| *date > self.case.known) {
            self.fact(WarningCode::FutureFactIgnored, path.to_owned(), Detail::Day(date));
        }
    }

    /// The same for the dates of an item that itself exists.
    fn future_dates(&mut self, item: &str, dates: &[(&str, Option<Date>)]) {
        for (field, date) in dates {
            self.future(&format!("{item}.{field}"), *date);
        }
    }

    /// What the facts themselves give rise to, in the order of the request.
    pub(super) fn of_facts(&mut self, repairs: &[Repair]) {
        let case = self.case;
        let enterprise = case.enterprise;
        if check_credit_code(&enterprise.uscc).is_err() {
            self.fact(WarningCode::UsccInvalid, "enterprise.uscc".to_owned(), Detail::Text(&enterprise.uscc));
        }
        if let Some(date) = enterprise.registered_on.filter(|date| *date > case.known) {
            let path = "enterprise.registered_on".to_owned();
            self.say(WarningCode::FutureFactIgnored, case.pack.registered_later(), path, Detail::Day(date));
        }
        if enterprise.status != EnterpriseStatus::Active {
            let words = case.pack.word(enterprise.status);
            self.fact(WarningCode::RevokedOrDeregistered, "enterprise.status".to_owned(), Detail::Words(words));
        }
        self.of_figures();
        let mut numbers = BTreeSet::new();
        // Those of penalties stand first, in the order of the request.
        let repairs = &repairs[..repairs.partition_point(|repair| repair.target.kind == FactKind::Penalty)];
        for (index, (penalty, view)) in enterprise.penalties.iter().zip(case.views).enumerate() {
            let item = format!("enterprise.penalties[{index}]");
            if !view.exists {
                self.future(&item, Some(penalty.decided_on));
                continue;
            }
            if let Some(number) = penalty.document_no.as_deref()
                && !numbers.insert(number)
            {
                self.fact(WarningCode::DuplicateDocumentNo, item.clone(), Detail::Text(number));
            }
            let repair = repairs.binary_search_by_key(&index, |repair| repair.target.index).ok();
            let status = repair.and_then(|place| repairs.get(place)).map(|repair| repair.status);
            self.of_penalty(&item, penalty, view, status);
        }
        self.of_other_facts();
    }

    /// Names the figures that scores need and that are not known, each with the scores.
    fn of_figures(&mut self) {
        let case = self.case;
        for (index, figure) in case.pack.figures.iter().enumerate() {
            let there = case.pack.scores.iter().enumerate();
            let there = there.filter(|(score, of)| case.before(*score).has_score(of, case.known)).enumerate();
            let affects: Vec<String> = there
                .filter(|(_, (_, score))| score.asks_for(Number::Figure(index)))
                .map(|(place, _)| format!("scores[{place}]"))
                .collect();
            if affects.is_empty() || case.value_of(Number::Figure(index), case.known).is_some() {
                continue;
            }
            let path = format!("enterprise.figures.{}", figure.id);
            self.fact(WarningCode::FigureMissing, path, Detail::Words(&figure.title));
            if let Some(warning) = self.found.last_mut() {
                warning.affects = Some(affects);
            }
        }
    }

    fn of_penalty(&mut self, item: &str, penalty: &Penalty, view: &TrackedPenalty, status: Option<RepairStatus>) {
        let case = self.case;
        let settled = |more: &[RepairStatus]| {
            status.is_some_and(|status| {
                [RepairStatus::Annulled, RepairStatus::Repaired, RepairStatus::Ended].contains(&status)
                    || more.contains(&status)
            })
        };
        let has_fine = penalty.kinds.contains(PenaltyKind::Fine);
        if case.known(case.enterprise.registered_on).is_some_and(|registered_on| penalty.decided_on < registered_on) {
            self.fact(WarningCode::DecidedBeforeRegistered, item.to_owned(), Detail::Day(penalty.decided_on));
        }
        self.future(&format!("{item}.published_on"), penalty.published_on);
        if let Some(published_on) = case.known(penalty.published_on).filter(|day| *day < penalty.decided_on) {
            self.fact(WarningCode::PublishedBeforeDecided, item.to_owned(), Detail::Day(published_on));
        }
        if view.assumed && !settled(&[RepairStatus::NotPublished]) {
            self.fact(WarningCode::PublicationAssumed, item.to_owned(), Detail::Day(view.start));
        }
        if penalty.procedure == Procedure::Simple && !view.simple {
            self.fact(WarningCode::ProcedureImplausible, item.to_owned(), Detail::Nothing);
        }
        if has_fine && penalty.fine.is_none() {
            self.fact(WarningCode::FineMissing, item.to_owned(), Detail::Nothing);
        }
        let by_small = case
            .line(view)
            .is_some_and(|line| matches!(line.track, Track::Automatic | Track::Minor) && line.asks_for(Field::Small));
        if by_small && has_fine && penalty.discretion.is_none() && !settled(&[]) {
            self.fact(WarningCode::DiscretionAssumed, item.to_owned(), Detail::Nothing);
        }
        self.future_dates(
            item,
            &[
                ("fulfilled_on", penalty.fulfilled_on),
                ("harm_eliminated_on", penalty.harm_eliminated_on),
                ("commitment_on", penalty.commitment_on),
                ("repaired_on", penalty.repaired_on),
                ("annulled_on", penalty.annulled_on),
            ],
        );
    }

    /// Facts ahead in the lists behind the penalties.
    fn of_other_facts(&mut self) {
        let enterprise = self.case.enterprise;
        for (index, listing) in enterprise.abnormal_listings.iter().enumerate() {
            let dates = [
                ("corrected_on", listing.corrected_on),
                ("commitment_on", listing.commitment_on),
                ("removed_on", listing.removed_on),
            ];
            self.item("abnormal_listings", index, Some(listing.listed_on), &dates);
        }
        for (index, listing) in enterprise.serious_listings.iter().enumerate() {
            let dates = [
                ("fulfilled_on", listing.fulfilled_on),
                ("harm_eliminated_on", listing.harm_eliminated_on),
                ("commitment_on", listing.commitment_on),
                ("removed_on", listing.removed_on),
            ];
            self.item("serious_listings", index, Some(listing.listed_on), &dates);
        }
        for (index, listing) in enterprise.court_listings.iter().enumerate() {
            self.item("court_listings", index, Some(listing.listed_on), &[("removed_on", listing.removed_on)]);
        }
        for (index, lead) in enterprise.leads.iter().enumerate() {
            self.item("leads", index, Some(lead.received_on), &[("closed_on", lead.closed_on)]);
        }
        for (index, inspection) in enterprise.inspections.iter().enumerate() {
            self.item("inspections", index, Some(inspection.on), &[]);
        }
        for (index, commitment) in enterprise.commitments.iter().enumerate() {
            let breach = commitment.made_on.and(commitment.breached_on);
            let own = commitment.made_on.or(commitment.breached_on);
            self.item("commitments", index, own, &[("breached_on", breach)]);
        }
    }

    /// An item that does not exist yet is named as a whole, one that does by its dates ahead.
    fn item(&mut self, list: &str, index: usize, own_date: Option<Date>, dates: &[(&str, Option<Date>)]) {
        let item = format!("enterprise.{list}[{index}]");
        if own_date.is_some_and(|date| date > self.case.known) {
            self.future(&item, own_date);
        } else {
            self.future_dates(&item, dates);
        }
    }

    /// Notes that a part of the answer rests on a source; a warning comes of it when that is not in force.
    pub(super) fn rests_on(&mut self, cited: &Cited, part: &str) {
        let case = self.case;
        let Some(source) = case.pack.source(&cited.id) else { return };
        if cited.is_not_the_documents() || source.in_force(case.known) {
            return;
        }
        let is_same = |warning: &&mut Warning| warning.source.as_deref() == Some(cited.id.as_str());
        if let Some(affects) = self.found.iter_mut().find(is_same).and_then(|warning| warning.affects.as_mut()) {
            add(affects, part);
            return;
        }
        let message = self.not_in_force(&source.short, (source.from, source.until));
        self.rests(Some(cited.id.clone()), part, message);
    }

    /// Notes that a part of the answer rests on a rule; a warning comes of it when the rule itself is not in force.
    pub(super) fn rests_on_rule(&mut self, rule: &ClassRule, part: &str) {
        let Some(validity) = rule.validity.filter(|validity| !validity.has(self.case.known)) else { return };
        let message = self.not_in_force(&rule.title, (validity.from, validity.until));
        self.rests(None, part, message);
    }

    fn rests(&mut self, source: Option<String>, part: &str, message: Text) {
        let code = WarningCode::SourceNotInForce;
        let affects = Some(vec![part.to_owned()]);
        self.found.push(Warning { code, path: None, source, year: None, affects, message });
    }

    /// Says of something by its name that it is in force on other days.
    fn not_in_force(&self, name: &Text, (from, until): (Option<Date>, Option<Date>)) -> Text {
        let day = |day: Option<Date>, locale| day.map_or_else(|| "…".to_owned(), |day| day_text(day, locale));
        self.case.fill(self.case.pack.warning(WarningCode::SourceNotInForce), |slot, locale: Locale| match slot {
            Slot::Source => name.get(locale).to_owned(),
            Slot::From => day(from, locale),
            Slot::Until => day(until, locale),
            _ => String::new(),
        })
    }

    /// Notes that a part of the answer counted working days between two days; years without data give a warning.
    pub(super) fn counted_days(&mut self, after: Date, until: Date, part: &str) {
        let case = self.case;
        for year in case.calendar.years_missing(after, until) {
            let is_same = |warning: &&mut Warning| warning.year == Some(year);
            if let Some(affects) = self.found.iter_mut().find(is_same).and_then(|warning| warning.affects.as_mut()) {
                add(affects, part);
                continue;
            }
            let code = WarningCode::CalendarMissing;
            let message = case.fill(case.pack.warning(code), |slot, locale| match slot {
                Slot::Year => year.to_string(),
                // Every day of the year may turn out to be worked or free.
                Slot::From => day_text(Date::from_ymd_opt(year, 1, 1).unwrap_or(until), locale),
                _ => String::new(),
            });
            let affects = Some(vec![part.to_owned()]);
            self.found.push(Warning { code, path: None, source: None, year: Some(year), affects, message });
        }
    }
}

fn add(affects: &mut Vec<String>, part: &str) {
    if affects.last().is_none_or(|last| last != part) {
        affects.push(part.to_owned());
    }
}
