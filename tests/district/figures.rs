//! The figures of a report: counted by hand for a few enterprises, and held against the assessments of two thousand.

use std::collections::BTreeMap;

use xinheng::assess::Assessor;
use xinheng::builtin;
use xinheng::district::{ByClass, Filter, MainReason, MonthOfInspections};
use xinheng::facts::{CourtListing, Enterprise, EnterpriseStatus, Penalty, PenaltyKind, RiskGrade, Sector, Term};
use xinheng::pack::RepairStatus;

use crate::support::{day, district, enterprise, sample, table};
use crate::{is_visit, visits};

const AS_OF: &str = "2026-11-21";

/// Listed by a court: of high risk.
fn listed(number: usize, region: Option<&str>, sectors: &[Sector]) -> Enterprise {
    let mut firm = Enterprise { region: region.map(str::to_owned), ..enterprise(number) };
    firm.sectors = sectors.iter().copied().collect();
    firm.court_listings.push(CourtListing { listed_on: day("2026-01-05"), removed_on: None });
    firm
}

fn good(number: usize, region: Option<&str>, sectors: &[Sector]) -> Enterprise {
    Enterprise { court_listings: Vec::new(), ..listed(number, region, sectors) }
}

#[test]
fn classes_are_counted_by_region_and_sector() {
    let mut district = district(
        vec![
            listed(1, Some("150207"), &[Sector::Food, Sector::Gas]),
            good(2, Some("150203"), &[Sector::Food]),
            good(3, Some("150207"), &[]),
            good(4, None, &[]),
            Enterprise { status: EnterpriseStatus::Revoked, ..listed(5, Some("150221"), &[Sector::Fire]) },
        ],
        AS_OF,
    );
    let active = Filter { statuses: [EnterpriseStatus::Active].into_iter().collect(), ..Filter::default() };
    let figures = district.figures(&active, builtin::pack()).unwrap();
    assert_eq!((figures.count, figures.classes), (4, vec![3, 0, 1]));
    let region = |code: Option<&str>, classes| ByClass { of: code.map(str::to_owned), classes };
    let regions =
        [region(None, vec![1, 0, 0]), region(Some("150203"), vec![1, 0, 0]), region(Some("150207"), vec![1, 0, 1])];
    assert_eq!(figures.regions, regions, "the revoked one is the only one of its region");
    let sectors = [
        ByClass { of: Some(Sector::Food), classes: vec![1, 0, 1] },
        ByClass { of: Some(Sector::Gas), classes: vec![0, 0, 1] },
        ByClass { of: None, classes: vec![2, 0, 0] },
    ];
    assert_eq!(figures.sectors, sectors);
    let all = district.figures(&Filter::default(), builtin::pack()).unwrap();
    assert_eq!((all.count, all.classes, all.regions.len()), (5, vec![3, 0, 2], 4));
}

#[test]
fn reasons_come_by_how_often_they_hold() {
    let graded = |number: usize| {
        let mut firm = enterprise(number);
        firm.risk_grades.set(Sector::Food, Some(RiskGrade::D));
        firm
    };
    // Ten warnings make ten penalties, and minor ones besides.
    let mut punished = enterprise(3);
    let warning = Penalty::new(day("2026-10-01"), [PenaltyKind::Warning].into_iter().collect());
    punished.penalties = vec![warning; 10];
    let firms = vec![graded(1), graded(2), punished, listed(4, None, &[]), listed(5, None, &[]), listed(6, None, &[])];
    let figures = district(firms, AS_OF).figures(&Filter::default(), builtin::pack()).unwrap();
    let rule = |id: &str| MainReason::Rule(builtin::pack().rules.iter().position(|rule| rule.id == id).unwrap());
    let expected = [
        (rule("court_list"), 3, 3),
        (MainReason::RiskGrade, 2, 2),
        (rule("ten_penalties"), 1, 1),
        (rule("minor_penalties"), 1, 0),
    ];
    assert_eq!(figures.reasons, expected);
    assert_eq!((figures.key_cases, figures.key_case_rules), (1, vec![1, 0, 0]));
    assert_eq!(figures.repairs[RepairStatus::NotPublished.index()], 1);
    assert_eq!(figures.repairs[RepairStatus::Eligible.index()], 0);
}

#[test]
fn due_inspections_stand_by_month_against_the_cap() {
    // Of high risk: one visit a year asked for, so twelve months after the last; two are allowed.
    let visited = |number: usize, days: &[&str]| {
        let mut firm = listed(number, None, &[]);
        firm.inspections = visits(days);
        firm
    };
    // Food of grade D: three visits a year, so one every four months; four are allowed.
    let food = |number: usize, days: &[&str]| {
        let mut firm = visited(number, days);
        firm.sectors.insert(Sector::Food);
        firm.risk_grades.set(Sector::Food, Some(RiskGrade::D));
        firm
    };
    let firms = vec![
        visited(1, &["2025-11-20"]),                                        // 2026-11-20: yesterday
        visited(2, &["2025-11-21"]),                                        // today
        visited(3, &["2025-11-30"]),                                        // the last of the month
        visited(4, &["2025-12-01"]),                                        // the first of the next
        food(5, &["2026-03-01", "2026-04-01", "2026-05-01", "2026-08-31"]), // 2026-12-31, all four made
        food(6, &["2026-03-01", "2026-04-01", "2026-05-01", "2026-09-01"]), // 2027-01-01: another year
        food(7, &["2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"]), // 2026-10-01, all four made
        visited(8, &["2026-10-31"]), // 2027-10-31: the last day that is told by month
        visited(9, &["2026-11-01"]), // 2027-11-01
        enterprise(10),
        // Registered in 2007 and never visited: due since 2008, and late with nothing.
        Enterprise { registered_on: Some(day("2007-04-05")), ..visited(11, &[]) },
    ];
    let figures = district(firms, AS_OF).figures(&Filter::default(), builtin::pack()).unwrap();
    let due = figures.inspections;
    let month = |within_cap, cap_used| MonthOfInspections { within_cap, cap_used };
    assert_eq!((due.overdue, due.never, due.later, due.none), (month(1, 1), month(1, 0), 1, 1));
    assert_eq!(due.months.len(), 12);
    assert_eq!((due.months[0].0, due.months[11].0), (day("2026-11-01"), day("2027-10-01")));
    let of_month: BTreeMap<String, MonthOfInspections> =
        due.months.iter().map(|(from, month)| (from.to_string(), *month)).collect();
    for (from, expected) in [
        ("2026-11-01", month(2, 0)),
        ("2026-12-01", month(1, 1)),
        ("2027-01-01", month(1, 0)),
        ("2027-02-01", month(0, 0)),
        ("2027-10-01", month(1, 0)),
    ] {
        assert_eq!(of_month[from], expected, "{from}");
    }
}

#[test]
fn publication_delays_stand_by_authority_with_the_unknown_apart() {
    // Decided on 2026-09-28: twenty working days later is 2026-10-30.
    let penalty = |authority: Option<&str>, published_on: Option<&str>| {
        let mut penalty = Penalty::new(day("2026-09-28"), [PenaltyKind::Fine].into_iter().collect());
        penalty.authority = authority.map(str::to_owned);
        penalty.published_on = published_on.map(day);
        penalty
    };
    let (east, west) = (Some("东河区市场监督管理局"), Some("昆都仑区市场监督管理局"));
    let mut first = enterprise(1);
    first.penalties = vec![
        penalty(east, Some("2026-10-30")),
        penalty(east, Some("2026-11-02")), // Monday: one working day
        penalty(east, None),
        penalty(west, Some("2026-11-05")), // Thursday: four
    ];
    let mut second = enterprise(2);
    let mut new = penalty(east, None);
    new.decided_on = day("2026-11-02");
    let mut warned = penalty(west, None);
    warned.kinds = [PenaltyKind::Warning].into_iter().collect();
    let mut of_others = penalty(Some("消防救援大队"), None);
    of_others.authority_system = xinheng::facts::AuthoritySystem::Other;
    second.penalties = vec![new, penalty(east, Some("2026-11-03")), warned, of_others, penalty(None, None)];
    let mut district = district(vec![first, second], AS_OF);
    let outlook = district.outlook(&Filter::default(), builtin::pack(), builtin::calendar()).unwrap();
    let told: Vec<_> = outlook
        .delays
        .iter()
        .map(|it| {
            let known = (it.in_time, it.late, it.late_days, it.latest);
            (it.authority.as_deref(), known, (it.unknown_overdue, it.unknown_in_time), it.count())
        })
        .collect();
    let expected = [(east, (1, 2, 3, 2), (1, 1), 5), (None, (0, 0, 0, 0), (1, 0), 1), (west, (0, 1, 4, 4), (0, 0), 1)];
    assert_eq!(told, expected);
    let only_second = Filter { words: second_code(), ..Filter::default() };
    let outlook = district.outlook(&only_second, builtin::pack(), builtin::calendar()).unwrap();
    assert_eq!(outlook.delays[0].count(), 2);
}

fn second_code() -> String {
    enterprise(2).uscc
}

#[test]
fn the_outlook_is_what_the_same_facts_give_on_later_days() {
    let mut district = sample();
    district.classify(builtin::pack(), builtin::calendar(), day(AS_OF));
    let outlook = district.outlook(&Filter::default(), builtin::pack(), builtin::calendar()).unwrap();
    assert_eq!(outlook.classes.len(), 13);
    assert_eq!((outlook.classes[0].on, outlook.classes[12].on), (day(AS_OF), day("2027-11-21")));
    for month in &outlook.classes {
        // The sample has no fact after its day, so judging it later is judging what nothing happened to.
        let table = table(&district, &month.on.to_string());
        let mut expected = [0; 3];
        (0..table.len()).for_each(|index| expected[table.row(index).unwrap().verdict.class.index()] += 1);
        assert_eq!(month.classes, expected, "{}", month.on);
    }
    assert_ne!(outlook.classes[0].classes, outlook.classes[12].classes);
}

#[test]
fn the_figures_of_two_thousand_are_those_of_their_assessments() {
    let mut district = sample();
    district.classify(builtin::pack(), builtin::calendar(), day(AS_OF));
    let figures = district.figures(&Filter::default(), builtin::pack()).unwrap();
    let mut assessor = Assessor::new(builtin::pack(), builtin::calendar(), day(AS_OF));
    let (mut classes, mut key_cases, mut overdue, mut never, mut eligible) = ([0; 3], 0, 0, 0, 0);
    let mut held: BTreeMap<String, usize> = BTreeMap::new();
    let mut delays = [0; 3];
    for firm in district.enterprises() {
        let answer = assessor.assess(firm, false);
        classes[answer.class.index()] += 1;
        key_cases += usize::from(answer.key_case.flagged);
        if answer.inspection.overdue {
            let visited = firm.inspections.iter().any(|inspection| is_visit(inspection, day(AS_OF)));
            *(if visited { &mut overdue } else { &mut never }) += 1;
        }
        eligible += usize::from(answer.repair.iter().any(|repair| repair.status == RepairStatus::Eligible));
        answer.reasons.iter().for_each(|reason| *held.entry(reason.rule.clone()).or_default() += 1);
        for disclosure in &answer.disclosure {
            delays[match disclosure.late_working_days {
                None => 2,
                Some(0) => 0,
                Some(_) => 1,
            }] += 1;
        }
    }
    assert_eq!((figures.classes, figures.key_cases), (classes.to_vec(), key_cases));
    let months = figures.inspections.months.iter().map(|(_, month)| month.within_cap + month.cap_used).sum::<usize>();
    let of = |due: MonthOfInspections| due.within_cap + due.cap_used;
    let past = [figures.inspections.overdue, figures.inspections.never].map(of);
    assert_eq!(past, [overdue, never]);
    assert!(overdue > 0 && never > 0, "{past:?} proves nothing");
    let past: usize = past.iter().sum();
    assert_eq!(past + months + figures.inspections.later + figures.inspections.none, figures.count);
    assert_eq!(figures.repairs[RepairStatus::Eligible.index()], eligible);
    let told: BTreeMap<String, usize> = figures
        .reasons
        .iter()
        .map(|(reason, held, _)| {
            let id = match reason {
                MainReason::Rule(rule) => builtin::pack().rules[*rule].id.clone(),
                _ => "risk_grade".to_owned(),
            };
            (id, *held)
        })
        .collect();
    assert_eq!(told, held);
    assert!(figures.reasons.is_sorted_by(|one, other| one.1 >= other.1));
    let outlook = district.outlook(&Filter::default(), builtin::pack(), builtin::calendar()).unwrap();
    let sum = |count: fn(&xinheng::district::AuthorityDelays) -> usize| outlook.delays.iter().map(count).sum::<usize>();
    let unknown = sum(|it| it.unknown_overdue + it.unknown_in_time);
    assert_eq!([sum(|it| it.in_time), sum(|it| it.late), unknown], delays);
}
