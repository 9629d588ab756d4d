//! Who is not assessed: without code or name, or before the registration. Nobody counts them among the good.

use xinheng::builtin;
use xinheng::district::{District, Filter, InspectionState, MainReason, RepairState, Sort, compare};
use xinheng::facts::{Date, Enterprise, Withheld};

use crate::support::{day, district, enterprise, table};

use crate::class;

const AS_OF: &str = "2026-11-21";

/// One of each kind, and one that is assessed.
fn four() -> District {
    district(
        vec![
            Enterprise { name: " ".to_owned(), ..enterprise(1) },
            Enterprise { uscc: String::new(), ..enterprise(2) },
            Enterprise { registered_on: Some(day("2026-11-22")), ..enterprise(3) },
            Enterprise { registered_on: Some(day(AS_OF)), ..enterprise(4) },
        ],
        AS_OF,
    )
}

#[test]
fn an_enterprise_is_assessed_from_its_registration_on_and_with_any_code() {
    let as_of: Date = day(AS_OF);
    assert_eq!(enterprise(1).withheld(as_of), None);
    assert_eq!(Enterprise { uscc: "123".to_owned(), ..enterprise(1) }.withheld(as_of), None);
    let nothing = Enterprise::default().withheld(as_of).unwrap();
    assert_eq!(nothing, Withheld::Incomplete { uscc: true, name: true });
    assert_eq!(nothing.missing().collect::<Vec<_>>(), ["uscc", "name"]);
    let founded = |on: &str| Enterprise { registered_on: Some(day(on)), ..enterprise(1) }.withheld(as_of);
    assert_eq!(founded(AS_OF), None);
    assert_eq!(founded("2026-11-22"), Some(Withheld::BeforeRegistration(day("2026-11-22"))));
    assert_eq!(founded("2026-11-22").unwrap().missing().count(), 0);
}

#[test]
fn who_is_not_assessed_is_of_no_class_and_found_apart() {
    let mut district = four();
    let told: Vec<bool> = (0..4).map(|index| district.withheld(index).is_some()).collect();
    assert_eq!(told, [true, true, true, false]);
    let found = district.find(&Filter::default(), Sort::default());
    assert_eq!((found.indices.len(), found.tally, found.withheld), (4, vec![1, 0, 0], 3));
    let mut indices = |filter: Filter| district.find(&filter, Sort::default()).indices;
    let good = Filter { classes: [class("good")].into_iter().collect(), ..Filter::default() };
    assert_eq!(indices(good), [3]);
    assert_eq!(indices(Filter { withheld: true, ..Filter::default() }).len(), 3);
    // What only an assessment can tell is told of the assessed alone.
    for filter in [
        Filter { reason: Some(MainReason::Nothing), ..Filter::default() },
        Filter { key_case: Some(false), ..Filter::default() },
        Filter { inspection: Some(InspectionState::NoneDue), ..Filter::default() },
        Filter { repair: Some(RepairState::Nothing), ..Filter::default() },
    ] {
        assert_eq!(indices(filter.clone()), [3], "{filter:?}");
    }
}

#[test]
fn figures_outlook_and_comparison_leave_them_out() {
    let mut district = four();
    let (pack, calendar) = (builtin::pack(), builtin::calendar());
    let tallies = district.classify(pack, calendar, day(AS_OF));
    assert_eq!(tallies.classes.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [1, 0, 0]);
    let figures = district.figures(&Filter::default(), pack).unwrap();
    assert_eq!((figures.count, figures.classes, figures.withheld), (4, vec![1, 0, 0], 3));
    assert_eq!(figures.inspections.none, 1);
    let outlook = district.outlook(&Filter::default(), pack, calendar).unwrap();
    assert!(outlook.classes.iter().all(|month| month.classes == [1, 0, 0]));
    let (before, after) = (table(&district, "2026-11-20"), table(&district, "2026-11-22"));
    assert_eq!(compare((&before, pack), (&after, pack), 0..4).classes, [[0; 3]; 3]);
    assert_eq!(compare((&after, pack), (&after, pack), 0..4).classes[0], [2, 0, 0]);
}
