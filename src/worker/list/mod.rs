//! The list of enterprises as the page shows it: what it is narrowed to, and the drawings of its head and its rows.
//!
//! The page knows nothing of filters and columns. It keeps what was chosen as names with values, sends them with each
//! question, and draws what comes back; so filters and columns weigh on nobody's first visit.

mod figures;
mod file;
mod head;
mod later;
mod moves;
mod rows;
mod unused;

use crate::district::{ByHand, Column, Filter, InspectionState, MainReason, Mark, RepairState, Sort, Table};
use crate::facts::{EnterpriseStatus, Sector, Term};
use crate::pack::{Class, FactKind, Pack, RepairStatus};

pub(super) use figures::{draw_figures, tables};
pub(super) use file::{about_figures, about_moves, files, move_files, table_file};
pub(super) use head::head;
pub(super) use later::{Later, draw_later};
pub(super) use moves::{Against, Compared, Sides, draw_against, draw_moves, draw_numbers, moves_head};
pub(super) use rows::{beside, draw_rows, table_head};
pub(super) use unused::unused;

/// How many days ahead is soon.
const SOON: u32 = 30;
/// What stands for none in a value.
const NONE: &str = "-";

/// What the list is narrowed to and ordered by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct View {
    pub(super) filter: Filter,
    pub(super) sort: Sort,
    pub(super) shown: Shown,
    /// What the enterprises are compared with, as it was typed or chosen.
    pub(super) against: String,
    /// What becomes of facts changed by hand when files are laid over the district; `None` while that was not said.
    pub(super) by_hand: Option<ByHand>,
}

/// What is shown of the enterprises.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// A row each.
    #[default]
    Rows,
    Figures,
    /// Those of another class.
    Moves,
}

impl View {
    /// Reads what was chosen. A value that is not known — of a district or of rules that were there before — narrows
    /// nothing.
    pub(super) fn of(choices: &[(String, String)], table: &Table, pack: &Pack) -> Self {
        let mut view = Self::default();
        for (name, value) in choices {
            view.choose(name, value, table, pack);
        }
        view
    }

    fn choose(&mut self, name: &str, value: &str, table: &Table, pack: &Pack) {
        let filter = &mut self.filter;
        match name {
            "words" => value.clone_into(&mut filter.words),
            "class" => {
                filter.withheld = value == NONE;
                filter.classes = Class::from_code(value).into_iter().collect();
            }
            "region" => {
                let asked = (value != NONE).then_some(value);
                filter.regions =
                    table.regions().iter().position(|region| region.as_deref() == asked).into_iter().collect();
            }
            "sector" => {
                filter.without_sector = value == NONE;
                filter.sectors = Sector::from_code(value).into_iter().collect();
            }
            "reason" => filter.reason = reason(value, pack),
            "key_case" => filter.key_case = (value == "yes").then_some(true),
            "inspection" => {
                filter.inspection = match value {
                    "overdue" => Some(InspectionState::Overdue),
                    "never" => Some(InspectionState::Never),
                    "soon" => Some(InspectionState::DueWithin(SOON)),
                    "nothing_left" => Some(InspectionState::NothingLeft),
                    "lead" => Some(InspectionState::Triggered),
                    NONE => Some(InspectionState::NoneDue),
                    _ => None,
                }
            }
            "repair" => filter.repair = repair(value, pack),
            "view" => {
                self.shown = match value {
                    "figures" => Shown::Figures,
                    "moves" => Shown::Moves,
                    _ => Shown::Rows,
                }
            }
            "against" => value.clone_into(&mut self.against),
            "mark" => filter.mark = Mark::ALL.into_iter().find(|mark| mark.code() == value),
            "by_hand" => {
                self.by_hand = match value {
                    "keep" => Some(ByHand::Keep),
                    "official" => Some(ByHand::Official),
                    _ => None,
                }
            }
            "status" => filter.statuses = EnterpriseStatus::from_code(value).into_iter().collect(),
            "sort" => {
                let (column, descending) = value.strip_prefix('-').map_or((value, false), |column| (column, true));
                if let Some(column) = Column::from_code(column) {
                    self.sort = Sort { column, descending };
                }
            }
            _ => {}
        }
    }
}

fn reason(value: &str, pack: &Pack) -> Option<MainReason> {
    match value {
        NONE => Some(MainReason::Nothing),
        _ if value == FactKind::RiskGrade.code() => Some(MainReason::RiskGrade),
        _ => pack.rules.iter().position(|rule| rule.id == value).map(MainReason::Rule),
    }
}

fn repair(value: &str, pack: &Pack) -> Option<RepairState> {
    if let Some(id) = value.strip_prefix("lacks ") {
        return pack.conditions.iter().position(|condition| condition.id == id).map(RepairState::Lacks);
    }
    match value {
        "now" => Some(RepairState::Now),
        "soon" => Some(RepairState::Within(SOON)),
        NONE => Some(RepairState::Nothing),
        _ => RepairStatus::from_code(value).map(RepairState::Stands),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::facts::{Date, Enterprise};
    use crate::import::RemarkKind;
    use crate::pack::Locale;
    use crate::worker::rules::{Rules, RulesRequest};

    fn table() -> Table {
        let regions = [Some("150207"), None, Some("150203")];
        let firm = |region: Option<&str>| Enterprise { region: region.map(str::to_owned), ..Enterprise::default() };
        let firms: Vec<Enterprise> = regions.into_iter().map(firm).collect();
        Table::new(&firms, builtin::pack(), builtin::calendar(), Date::from_epoch_days(20_000).unwrap())
    }

    fn view(name: &str, value: &str) -> View {
        View::of(&[(name.to_owned(), value.to_owned())], &table(), builtin::pack())
    }

    #[test]
    fn every_value_that_can_be_chosen_narrows_the_list() {
        let pack = builtin::pack();
        let chosen = View { filter: Filter { words: "甲".to_owned(), ..Filter::default() }, ..View::default() };
        let (drawing, table) = (head(&chosen, ([1, 2, 3], 1), 7, &table(), &Rules::default(), false), table());
        let mut number = 0;
        let mut name = String::new();
        // What is drawn of a select: its name, then the values of its options.
        for text in &drawing {
            let mut letters = text.chars();
            if letters.next() != Some(super::super::mark::SET) {
                continue;
            }
            match letters.next().map(|place| super::super::NAMES[place as usize]) {
                Some("data-choice") => name = letters.as_str().to_owned(),
                Some("value" | "data-value") if !letters.as_str().is_empty() && name != "export" => {
                    let read = View::of(&[(name.clone(), letters.as_str().to_owned())], &table, pack);
                    assert_ne!(read, View::default(), "{name}: {}", letters.as_str());
                    number += 1;
                }
                _ => {}
            }
        }
        assert!(number > 40, "{number} values were found");
    }

    #[test]
    fn regions_reasons_and_orders_are_read() {
        assert_eq!(view("region", "150207").filter.regions, [2]);
        assert_eq!(view("region", "-").filter.regions, [0]);
        assert_eq!(view("reason", "court_list").filter.reason, Some(MainReason::Rule(4)));
        assert_eq!(view("repair", "lacks fulfilled").filter.repair, Some(RepairState::Lacks(0)));
        assert_eq!(view("repair", "barred").filter.repair, Some(RepairState::Stands(RepairStatus::Barred)));
        assert_eq!(view("sort", "-repair").sort, Sort { column: Column::Repair, descending: true });
        assert_eq!(view("mark", "by_hand").filter.mark, Some(Mark::ByHand));
        assert_eq!(view("mark", "name_differs").filter.mark, Some(Mark::Remark(RemarkKind::NameDiffers)));
        assert_eq!(view("by_hand", "official").by_hand, Some(ByHand::Official));
        assert_eq!(view("view", "figures").shown, Shown::Figures);
        assert_eq!(view("view", "moves").shown, Shown::Moves);
        assert_eq!(view("sort", "name").sort, Sort { column: Column::Name, descending: false });
    }

    #[test]
    fn what_is_said_of_a_list_names_each_changed_parameter_with_both_values() {
        let mut rules = Rules::default();
        let (view, table) =
            (View { filter: Filter { withheld: true, ..Filter::default() }, ..View::default() }, table());
        assert_eq!(head::about(&view, &table, &rules, Locale::Zh), ["信用类别：不评估"]);
        let parameters = r#"{"ten_penalties.count": "8", "fine.minor": "6万"}"#.to_owned();
        rules.change(&RulesRequest { parameters, ..RulesRequest::default() });
        let said = head::about(&view, &table, &rules, Locale::Zh);
        assert_eq!(said.len(), 3);
        for (line, values) in said[1..].iter().zip([["10次", "8次"], ["5万元", "6万元"]]) {
            assert!(line.starts_with("参数已改动——"), "{line}");
            assert!(values.iter().all(|value| line.contains(value)), "{line}");
        }
    }

    #[test]
    fn what_is_not_known_narrows_nothing() {
        for name in [
            "class",
            "region",
            "sector",
            "reason",
            "key_case",
            "inspection",
            "repair",
            "status",
            "mark",
            "by_hand",
            "sort",
            "view",
        ] {
            assert_eq!(view(name, "nothing of the kind"), View::default(), "{name}");
        }
    }
}
