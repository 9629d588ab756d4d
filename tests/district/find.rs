//! Filters leave those that a plain reading of the assessments leaves, and every column orders as a reader expects.

use std::cmp::Ordering;

use xinheng::assess::{Assessment, Assessor};
use xinheng::builtin;
use xinheng::district::{Column, District, Filter, InspectionState, MainReason, RepairState, Sort};
use xinheng::facts::{Enterprise, EnterpriseStatus, Sector, Set, Term};
use xinheng::import::{Gb18030, Gb18030Table};
use xinheng::pack::RepairStatus;

use crate::support::{day, district, enterprise, sample};
use crate::{class, deciding_reason, is_visit, visits};

const AS_OF: &str = "2026-11-21";

/// The places that a filter leaves, in the order of the district.
fn indices(district: &mut District, filter: &Filter) -> Vec<usize> {
    let found = district.find(filter, Sort::default());
    let mut indices: Vec<usize> = found.indices.into_iter().map(|index| index as usize).collect();
    indices.sort_unstable();
    indices
}

fn set<T: Term>(terms: &[T]) -> Set<T> {
    terms.iter().copied().collect()
}

/// Checks that a filter leaves those of the sample for which a question about record and assessment is true: some, and
/// not all.
fn check(
    judged: &mut (District, Vec<Assessment>),
    what: &str,
    filter: Filter,
    question: impl Fn(&Enterprise, &Assessment) -> bool,
) {
    let found = indices(&mut judged.0, &filter);
    let all = judged.0.enterprises().iter().zip(&judged.1).enumerate();
    let expected: Vec<usize> =
        all.filter(|(_, (firm, answer))| question(firm, answer)).map(|(index, _)| index).collect();
    assert_eq!(found, expected, "{what}");
    assert!(!found.is_empty() && found.len() < judged.1.len(), "{what} proves nothing: {} of all", found.len());
}

fn judged() -> (District, Vec<Assessment>) {
    let mut district = sample();
    district.classify(builtin::pack(), builtin::calendar(), day(AS_OF));
    let mut assessor = Assessor::new(builtin::pack(), builtin::calendar(), day(AS_OF));
    let answers = district.enterprises().iter().map(|enterprise| assessor.assess(enterprise, false)).collect();
    (district, answers)
}

#[test]
fn each_filter_leaves_what_a_plain_reading_leaves() {
    let mut judged = judged();
    let judged = &mut judged;
    let none = Filter::default;
    let holds = |answer: &Assessment, id: &str| answer.reasons.iter().any(|reason| reason.rule == id);
    let rule = |id: &str| builtin::pack().rules.iter().position(|rule| rule.id == id).unwrap();
    let condition = |id: &str| builtin::pack().conditions.iter().position(|condition| condition.id == id).unwrap();
    let today = day(AS_OF);
    let days_ahead = |on: xinheng::facts::Date| (on - today).num_days();

    check(
        judged,
        "class",
        Filter { classes: [class("general"), class("high_risk")].into_iter().collect(), ..none() },
        |_, answer| answer.class != class("good"),
    );
    let regions = judged.0.table().unwrap().regions().to_vec();
    let asked: Vec<usize> = ["150203", "150207"]
        .iter()
        .map(|code| regions.iter().position(|region| region.as_deref() == Some(code)).unwrap())
        .collect();
    check(judged, "region", Filter { regions: asked, ..none() }, |firm, _| {
        ["150203", "150207"].contains(&firm.region.as_deref().unwrap_or(""))
    });
    check(judged, "sector", Filter { sectors: set(&[Sector::Food, Sector::Gas]), ..none() }, |firm, _| {
        firm.sectors.contains(Sector::Food) || firm.sectors.contains(Sector::Gas)
    });
    check(judged, "no sector", Filter { without_sector: true, ..none() }, |firm, _| firm.sectors.is_empty());
    for id in ["live_penalty", "abnormal_list", "serious_list", "unrectified"] {
        let reason = Some(MainReason::Rule(rule(id)));
        check(judged, id, Filter { reason, ..none() }, |_, answer| holds(answer, id));
    }
    let raised = Filter { reason: Some(MainReason::RiskGrade), ..none() };
    check(judged, "risk grade", raised, |_, answer| holds(answer, "risk_grade"));
    let no_reason = Filter { reason: Some(MainReason::Nothing), ..none() };
    check(judged, "no reason", no_reason, |_, answer| answer.reasons.is_empty());
    for flagged in [true, false] {
        let filter = Filter { key_case: Some(flagged), ..none() };
        check(judged, "key case", filter, |_, answer| answer.key_case.flagged == flagged);
    }
    let inspection = |state| Filter { inspection: Some(state), ..none() };
    let visited = |firm: &Enterprise| firm.inspections.iter().any(|visit| is_visit(visit, today));
    check(judged, "overdue", inspection(InspectionState::Overdue), |firm, answer| {
        answer.inspection.overdue && visited(firm)
    });
    check(judged, "never", inspection(InspectionState::Never), |firm, _| !visited(firm));
    check(judged, "due", inspection(InspectionState::DueWithin(60)), |_, answer| {
        answer.inspection.next_due_on.is_some_and(|on| (0..=60).contains(&days_ahead(on)))
    });
    check(judged, "none due", inspection(InspectionState::NoneDue), |_, answer| {
        answer.inspection.next_due_on.is_none()
    });
    check(judged, "lead", inspection(InspectionState::Triggered), |_, answer| answer.inspection.triggered);
    let repair = |state| Filter { repair: Some(state), ..none() };
    let stands = |answer: &Assessment, status| answer.repair.iter().any(|repair| repair.status == status);
    check(judged, "now", repair(RepairState::Now), |_, answer| stands(answer, RepairStatus::Eligible));
    check(judged, "soon", repair(RepairState::Within(30)), |_, answer| {
        let waiting = answer.repair.iter().filter(|repair| repair.status == RepairStatus::NotYet);
        waiting.filter_map(|repair| repair.earliest_on).any(|on| days_ahead(on) <= 30)
    });
    for id in ["fulfilled", "no_repeat", "corrected"] {
        check(judged, id, repair(RepairState::Lacks(condition(id))), |_, answer| {
            let conditions = answer.repair.iter().flat_map(|repair| repair.conditions.iter().flatten());
            conditions.into_iter().any(|condition| condition.id == id && !condition.met)
        });
    }
    for status in [RepairStatus::Barred, RepairStatus::StopsAutomatically] {
        check(judged, status.code(), repair(RepairState::Stands(status)), |_, answer| stands(answer, status));
    }
    check(judged, "nothing", repair(RepairState::Nothing), |_, answer| answer.repair.is_empty());
    let statuses = set(&[EnterpriseStatus::Revoked, EnterpriseStatus::Deregistered]);
    check(judged, "status", Filter { statuses, ..none() }, |firm, _| firm.status != EnterpriseStatus::Active);
    let several = Filter {
        words: "超市".to_owned(),
        classes: [class("high_risk")].into_iter().collect(),
        sectors: set(&[Sector::Food]),
        statuses: set(&[EnterpriseStatus::Active]),
        ..none()
    };
    check(judged, "several", several, |firm, answer| {
        firm.name.contains("超市")
            && answer.class == class("high_risk")
            && firm.sectors.contains(Sector::Food)
            && firm.status == EnterpriseStatus::Active
    });
}

#[test]
fn a_used_up_cap_is_found_where_a_visit_is_due_all_the_same() {
    use xinheng::facts::RiskGrade;
    // Grade D of food asks for three visits a year, so one is due four months after the last: in each of these cases
    // before the as-of date or after it, with some or none of the four visits of the cap left.
    let firm = |number: usize, days: &[&str]| {
        let mut firm = enterprise(number);
        firm.sectors.insert(Sector::Food);
        firm.risk_grades.set(Sector::Food, Some(RiskGrade::D));
        firm.inspections = visits(days);
        firm
    };
    let mut district = district(
        vec![
            firm(1, &["2026-01-05", "2026-02-05", "2026-03-05", "2026-07-20"]),
            firm(2, &["2026-01-05", "2026-07-20"]),
            firm(3, &["2026-01-05", "2026-02-05", "2026-03-05", "2026-07-22"]),
        ],
        AS_OF,
    );
    let rows: Vec<_> = (0..3).map(|index| district.table().unwrap().row(index).unwrap()).collect();
    assert_eq!(rows.iter().map(|row| row.remaining).collect::<Vec<_>>(), [0, 2, 0]);
    let state = |state| Filter { inspection: Some(state), ..Filter::default() };
    assert_eq!(indices(&mut district, &state(InspectionState::NothingLeft)), [0]);
    assert_eq!(indices(&mut district, &state(InspectionState::Overdue)), [0, 1]);
    assert_eq!(indices(&mut district, &state(InspectionState::DueWithin(1))), [2]);
    assert_eq!(indices(&mut district, &state(InspectionState::DueWithin(0))), [] as [usize; 0]);
}

#[test]
fn words_are_found_in_names_and_codes_however_they_are_typed() {
    let firm = |number: usize| {
        let what = if number.is_multiple_of(2) { "Coffee店" } else { "（超市）" };
        Enterprise { name: format!("包头市示例{number}号{what}"), ..enterprise(number) }
    };
    let firms: Vec<Enterprise> = (0..250).map(firm).collect();
    let code = firms[77].uscc.clone();
    let mut district = district(firms, AS_OF);
    for (words, count, first) in [
        ("", 250, Some(0)),
        ("  ", 250, Some(0)),
        ("超市", 125, Some(1)),
        ("超市 示例1号", 1, Some(1)),
        ("示例1号 超市", 1, Some(1)),
        ("示例1", 111, Some(1)),
        ("示例12", 11, Some(12)),
        ("示例1", 111, Some(1)),
        ("COFFEE", 125, Some(0)),
        ("ｃｏｆｆｅｅ　示例2号", 1, Some(2)),
        ("(超市)", 125, Some(1)),
        (&code, 1, Some(77)),
        (&code.to_lowercase(), 1, Some(77)),
        ("没有", 0, None),
    ] {
        let found = indices(&mut district, &Filter { words: words.to_owned(), ..Filter::default() });
        assert_eq!((found.len(), found.first().copied()), (count, first), "{words}");
    }
}

#[test]
fn the_tally_counts_what_fits_all_but_the_classes() {
    let (mut district, answers) = judged();
    let active = Filter { statuses: set(&[EnterpriseStatus::Active]), ..Filter::default() };
    let mut expected = [0; 3];
    for (firm, answer) in district.enterprises().iter().zip(&answers) {
        if firm.status == EnterpriseStatus::Active {
            expected[answer.class.index()] += 1;
        }
    }
    let of_class = Filter { classes: [class("general")].into_iter().collect(), ..active.clone() };
    for filter in [active, of_class] {
        let found = district.find(&filter, Sort::default());
        assert_eq!(found.tally, expected);
        let shown = if filter.classes.is_empty() { expected.iter().sum() } else { expected[class("general").index()] };
        assert_eq!(found.indices.len(), shown);
    }
}

/// What a column shows of one enterprise; `None` where it shows nothing.
fn shown(column: Column, firm: &Enterprise, answer: &Assessment) -> Option<String> {
    let pack = builtin::pack();
    Some(match column {
        Column::Class => answer.class.index().to_string(),
        Column::Reason => {
            let main = deciding_reason(answer)?;
            let index = pack.rules.iter().position(|rule| rule.id == main.rule).unwrap_or(99);
            format!("{index:02}")
        }
        Column::Penalties => {
            let decided = firm.penalties.iter().filter(|penalty| penalty.decided_on <= answer.as_of).count();
            format!("{decided:04}")
        }
        Column::Inspection => answer.inspection.next_due_on?.to_string(),
        Column::Repair => {
            let days = answer.repair.iter().filter_map(|repair| match repair.status {
                RepairStatus::Eligible => Some(answer.as_of),
                RepairStatus::NotYet => repair.earliest_on,
                _ => None,
            });
            days.min()?.to_string()
        }
        Column::Region => firm.region.clone()?,
        Column::Sector => format!("{:02}", firm.sectors.iter().next()?.index()),
        Column::Status => firm.status.index().to_string(),
        Column::Name => firm.name.clone(),
        Column::Code => firm.uscc.clone(),
    })
}

#[test]
fn names_stand_as_people_look_them_up() {
    // By pinyin: ā, bāo, hū, wū, zhāng; by their numbers in Unicode 阿 would be the last.
    let names = ["张家超市", "乌海超市", "阿尔超市", "包头超市", "呼和超市", "2号店", "包钢超市"];
    let firms = (0..).zip(names).map(|(number, name)| Enterprise { name: name.to_owned(), ..enterprise(number) });
    let mut district = district(firms.collect(), "2026-11-21");
    district.order_names_by(|| Gb18030Table::new(&mut Gb18030::default()));
    let by_name = Sort { column: Column::Name, descending: false };
    let found = district.find(&Filter::default(), by_name).indices;
    let found: Vec<&str> = found.iter().map(|index| names[*index as usize]).collect();
    assert_eq!(found, ["2号店", "阿尔超市", "包钢超市", "包头超市", "呼和超市", "乌海超市", "张家超市"]);
}

#[test]
fn every_column_orders_both_ways_with_what_has_no_value_at_the_end() {
    let (mut district, answers) = judged();
    for column in Column::ALL.iter().copied() {
        for descending in [false, true] {
            let found = district.find(&Filter::default(), Sort { column, descending });
            let mut expected: Vec<u32> = (0..).take(answers.len()).collect();
            let value =
                |index: &u32| shown(column, &district.enterprises()[*index as usize], &answers[*index as usize]);
            // A stable sort, so that equal ones stay in the order of the district.
            expected.sort_by(|one, other| match (value(one), value(other)) {
                (Some(one), Some(other)) if descending => other.cmp(&one),
                (Some(one), Some(other)) => one.cmp(&other),
                (one, other) => other.is_some().cmp(&one.is_some()),
            });
            assert!(found.indices == expected, "{column:?}, descending {descending}");
            let distinct: std::collections::BTreeSet<_> = expected.iter().map(value).collect();
            assert_ne!(distinct.len().cmp(&1), Ordering::Equal, "{column:?} proves nothing");
        }
    }
}
