//! The list of enterprises: what a person asked for, what the district answers to it, and the same as files.
//!
//! A request names regions, rules and conditions by their codes, which stay the same while districts and rules come and go;
//! here they become places in the table and in the pack.

mod comparison;
mod facets;
mod figures;
mod file;
mod head;
mod rows;
mod unused;
pub mod words;

use super::messages::{ClassFilter, Known, ListFilter, ListView, Narrowing, ReasonFilter, RepairFilter};
use crate::district::{Filter, MainReason, RepairState, Table};
use crate::pack::Pack;

pub(super) use comparison::{Against, Compared, Sides, compared_rows, tell_comparison};
pub(super) use figures::{tables, tell_figures};
pub(super) use file::{about_comparison, about_figures, comparison_files, files, table_file};
pub(super) use head::head;
pub(super) use rows::{beside, rows};
pub(super) use unused::unused;

/// How many days ahead is soon.
const SOON: u32 = 30;

/// What a person asked for, and what that means for the table and the pack at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ResolvedView {
    pub(super) asked: ListView,
    pub(super) filter: Filter,
}

impl ResolvedView {
    pub(super) fn of(asked: &ListView, table: &Table, pack: &Pack) -> Self {
        Self { asked: asked.clone(), filter: filter(&asked.filter, table, pack) }
    }
}

/// The filter that a person asked for. What is not known — of a district or of rules that were there before — narrows
/// nothing.
fn filter(asked: &ListFilter, table: &Table, pack: &Pack) -> Filter {
    let marked = asked.marked.as_ref().map_or(&[][..], |marked| &marked.codes);
    let codes = if asked.selected.is_empty() { marked } else { &asked.selected };
    let mut filter = Filter { codes: codes.to_vec(), words: asked.words.clone(), ..Filter::default() };
    filter.key_case = asked.key_cases.then_some(true);
    match &asked.class {
        Some(ClassFilter::Class(id)) => {
            filter.classes = pack.class_with_id(id).map(|entry| entry.class).into_iter().collect()
        }
        Some(ClassFilter::Withheld) => filter.withheld = true,
        None => {}
    }
    for narrowing in asked.narrowings() {
        match narrowing {
            Narrowing::Region(region) => {
                let asked = match region {
                    Known::Is(code) => Some(code.as_str()),
                    Known::Unknown => None,
                };
                filter.regions =
                    table.regions().iter().position(|region| region.as_deref() == asked).into_iter().collect();
            }
            Narrowing::Sector(Known::Is(sector)) => filter.sectors.insert(*sector),
            Narrowing::Sector(Known::Unknown) => filter.without_sector = true,
            Narrowing::Reason(reason) => filter.reason = main_reason(reason, pack),
            Narrowing::Inspection(state) => filter.inspection = Some(*state),
            Narrowing::Repair(state) => filter.repair = repair_state(state, pack),
            Narrowing::Mark(mark) => filter.mark = Some(*mark),
            Narrowing::Status(status) => filter.statuses.insert(*status),
        }
    }
    filter
}

fn main_reason(reason: &ReasonFilter, pack: &Pack) -> Option<MainReason> {
    match reason {
        ReasonFilter::Rule(id) => pack.rules.iter().position(|rule| rule.id == *id).map(MainReason::Rule),
        ReasonFilter::RiskGrade => Some(MainReason::RiskGrade),
        ReasonFilter::Nothing => Some(MainReason::Nothing),
    }
}

fn repair_state(state: &RepairFilter, pack: &Pack) -> Option<RepairState> {
    Some(match state {
        RepairFilter::Now => RepairState::Now,
        RepairFilter::Within(days) => RepairState::Within(*days),
        RepairFilter::Lacks(id) => {
            RepairState::Lacks(pack.conditions.iter().position(|condition| condition.id == *id)?)
        }
        RepairFilter::Stands(status) => RepairState::Stands(*status),
        RepairFilter::Nothing => RepairState::Nothing,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::district::{InspectionState, Mark};
    use crate::facts::{Date, Enterprise, EnterpriseStatus, Sector};
    use crate::import::RemarkKind;
    use crate::pack::{Locale, RepairStatus};
    use crate::worker::messages::{Facet, Marked};
    use crate::worker::rules::{Rules, RulesRequest};

    fn table() -> Table {
        let regions = [Some("150207"), None, Some("150203")];
        let firm = |region: Option<&str>| Enterprise { region: region.map(str::to_owned), ..Enterprise::default() };
        let firms: Vec<Enterprise> = regions.into_iter().map(firm).collect();
        Table::new(&firms, builtin::pack(), builtin::calendar(), Date::from_epoch_days(20_000).unwrap())
    }

    fn narrowed(narrowing: Narrowing) -> ListFilter {
        let mut filter = ListFilter::default();
        filter.narrow(narrowing.facet(), Some(narrowing));
        filter
    }

    fn filter_of(narrowing: Narrowing) -> Filter {
        filter(&narrowed(narrowing), &table(), builtin::pack())
    }

    #[test]
    fn every_entry_of_a_facet_narrows_the_list_and_is_said_of_it() {
        let (table, rules) = (table(), Rules::default());
        let mut entries = 0;
        for choices in facets::facets(&table, rules.pack(), Locale::Zh) {
            for entry in choices.entries {
                assert_eq!(entry.narrowing.facet(), choices.facet);
                let asked = ListView { filter: narrowed(entry.narrowing), ..ListView::default() };
                let view = ResolvedView::of(&asked, &table, rules.pack());
                assert_ne!(view.filter, Filter::default(), "{:?}", asked.filter);
                let said = head::about(&view, &table, &rules, Locale::Zh);
                assert_eq!(said, [format!("{}：{}", choices.label, entry.words)]);
                entries += 1;
            }
        }
        assert!(entries > 40, "{entries} entries");
    }

    #[test]
    fn no_two_entries_of_a_facet_have_the_same_code() {
        for choices in facets::facets(&table(), builtin::pack(), Locale::En) {
            let mut codes: Vec<_> = choices.entries.iter().map(|entry| entry.narrowing.code()).collect();
            codes.sort_unstable();
            let count = codes.len();
            codes.dedup();
            assert_eq!(codes.len(), count, "{codes:?}");
        }
    }

    #[test]
    fn of_those_with_a_mark_and_those_that_were_selected_the_latter_are_meant() {
        let codes = |asked: &ListFilter| filter(asked, &table(), builtin::pack()).codes;
        let mut asked = ListFilter::default();
        asked.marked = Some(Marked { word: "待复核".to_owned(), codes: vec!["A".to_owned(), "B".to_owned()] });
        assert_eq!(codes(&asked), ["A", "B"]);
        asked.selected = vec!["C".to_owned()];
        assert_eq!(codes(&asked), ["C"]);
    }

    #[test]
    fn what_is_asked_for_by_codes_is_found_in_table_and_pack() {
        let region = |code: &str| Narrowing::Region(Known::Is(code.to_owned()));
        assert_eq!(filter_of(region("150207")).regions, [2]);
        assert_eq!(filter_of(Narrowing::Region(Known::Unknown)).regions, [0]);
        let rule = |id: &str| Narrowing::Reason(ReasonFilter::Rule(id.to_owned()));
        assert_eq!(filter_of(rule("court_list")).reason, Some(MainReason::Rule(4)));
        assert_eq!(filter_of(Narrowing::Reason(ReasonFilter::Nothing)).reason, Some(MainReason::Nothing));
        let lacks = |id: &str| Narrowing::Repair(RepairFilter::Lacks(id.to_owned()));
        assert_eq!(filter_of(lacks("fulfilled")).repair, Some(RepairState::Lacks(0)));
        let barred = Narrowing::Repair(RepairFilter::Stands(RepairStatus::Barred));
        assert_eq!(filter_of(barred).repair, Some(RepairState::Stands(RepairStatus::Barred)));
        let differs = Mark::Remark(RemarkKind::NameDiffers);
        assert_eq!(filter_of(Narrowing::Mark(differs)).mark, Some(differs));
        let soon = InspectionState::DueWithin(SOON);
        assert_eq!(filter_of(Narrowing::Inspection(soon)).inspection, Some(soon));
        assert!(filter_of(Narrowing::Sector(Known::Is(Sector::Food))).sectors.contains(Sector::Food));
        assert!(filter_of(Narrowing::Sector(Known::Unknown)).without_sector);
        let gone = EnterpriseStatus::Deregistered;
        assert!(filter_of(Narrowing::Status(gone)).statuses.contains(gone));
        // What other districts and other rules have narrows nothing.
        for unknown in [region("000000"), rule("no such rule"), lacks("no such condition")] {
            assert_eq!(filter_of(unknown.clone()), Filter::default(), "{unknown:?}");
        }
    }

    #[test]
    fn a_facet_narrows_the_list_once_and_no_more_when_it_is_taken_back() {
        let mut filter = narrowed(Narrowing::Status(EnterpriseStatus::Active));
        let [food, gas] = [Sector::Food, Sector::Gas].map(|sector| Narrowing::Sector(Known::Is(sector)));
        filter.narrow(food.facet(), Some(food));
        filter.narrow(gas.facet(), Some(gas.clone()));
        assert_eq!(filter.narrowings(), [gas, Narrowing::Status(EnterpriseStatus::Active)]);
        for facet in [Facet::Sector, Facet::Status] {
            filter.narrow(facet, None);
        }
        assert_eq!(filter, ListFilter::default());
    }

    #[test]
    fn what_is_said_of_a_list_names_each_changed_parameter_with_both_values() {
        let mut rules = Rules::default();
        let table = table();
        let mut asked = ListView::default();
        asked.filter.class = Some(ClassFilter::Withheld);
        let view = ResolvedView::of(&asked, &table, rules.pack());
        assert!(view.filter.withheld);
        assert_eq!(head::about(&view, &table, &rules, Locale::Zh), ["信用类别：不评估"]);
        let parameters = r#"{"ten_penalties.count": "8", "fine.minor": "6万"}"#.to_owned();
        rules.change(&RulesRequest { parameters, ..RulesRequest::default() });
        let said = head::about(&view, &table, &rules, Locale::Zh);
        assert_eq!(said.len(), 3);
        for (line, values) in said[1..].iter().zip([["10次", "8次"], ["5万元", "6万元"]]) {
            assert!(line.starts_with("数值已改动——"), "{line}");
            assert!(values.iter().all(|value| line.contains(value)), "{line}");
        }
    }
}
