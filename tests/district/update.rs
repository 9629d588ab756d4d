//! The files of another month over a district that is there.

use xinheng::district::{Differences, Extent, update};
use xinheng::facts::{Enterprise, EnterpriseStatus, Penalty};
use xinheng::import::{FileKind, FileReport, Import, ImportReport};

use crate::penalties::{penalty, with};
use crate::support::{day, enterprise};

/// What files of these kinds gave.
fn files(kinds: &[FileKind], enterprises: Vec<Enterprise>, registered: usize) -> Import {
    let file = |kind: &FileKind| FileReport { kind: Some(*kind), ..FileReport::default() };
    let report = ImportReport { files: kinds.iter().map(file).collect(), ..ImportReport::default() };
    Import { enterprises, registered, report, ..Import::default() }
}

/// The codes of enterprises in short.
fn numbers<'e>(enterprises: impl IntoIterator<Item = &'e Enterprise>) -> Vec<usize> {
    enterprises.into_iter().map(|enterprise| enterprise.uscc[13..].parse().unwrap()).collect()
}

/// Who is new, changed, and gone, by number.
fn told(before: &[Enterprise], now: &Import, differences: &Differences) -> [Vec<usize>; 3] {
    let some = |fits: &dyn Fn(usize) -> bool| {
        numbers(now.enterprises.iter().enumerate().filter(|(index, _)| fits(*index)).map(|(_, enterprise)| enterprise))
    };
    [
        some(&|index| differences.is_new(index)),
        some(&|index| differences.is_changed(index)),
        numbers(differences.gone.iter().map(|index| &before[*index as usize])),
    ]
}

#[test]
fn a_whole_register_tells_who_is_new_and_who_is_gone() {
    let before = [enterprise(1), enterprise(2), with(9, vec![penalty("a", "2026-01-01")])];
    let closed = Enterprise { status: EnterpriseStatus::Deregistered, ..enterprise(2) };
    let month = files(&[FileKind::Register], vec![closed.clone(), enterprise(3)], 2);
    let (now, differences) = update(&before, 2, month, Extent::Whole);
    assert_eq!(numbers(&now.enterprises), [2, 3, 9], "9 is known from its penalty, of which no file came");
    assert_eq!(now.registered, 2);
    assert_eq!(now.enterprises[0], closed);
    assert_eq!(told(&before, &now, &differences), [vec![3], vec![2], vec![1]]);
    assert_eq!(differences.was, [Some(1), None, Some(2)]);
}

#[test]
fn a_whole_file_of_penalties_takes_the_place_of_the_one_before_and_leaves_all_else() {
    let listed = Enterprise { region: Some("150203".to_owned()), ..with(1, vec![penalty("a", "2026-01-01")]) };
    let before = [listed.clone(), with(2, vec![penalty("b", "2026-01-02")]), with(9, vec![penalty("c", "2026-01-03")])];
    let month = files(&[FileKind::Penalties], vec![with(1, vec![penalty("d", "2026-02-01")])], 0);
    let (now, differences) = update(&before, 2, month, Extent::Whole);
    assert_eq!(numbers(&now.enterprises), [1, 2]);
    assert_eq!(now.registered, 2, "the register did not come again");
    assert_eq!(now.enterprises[0], Enterprise { penalties: vec![penalty("d", "2026-02-01")], ..listed });
    assert_eq!(now.enterprises[1], enterprise(2), "its penalty is in no file any more");
    assert_eq!(
        told(&before, &now, &differences),
        [vec![], vec![1, 2], vec![9]],
        "of 9 nothing but its penalty was known"
    );
}

#[test]
fn a_whole_file_that_could_not_be_read_as_such_makes_nothing_vanish() {
    let before = [with(1, vec![penalty("a", "2026-01-01")]), enterprise(2)];
    // No row of the penalties could be used, and the register ended early; the listings came whole and empty.
    let mut month = files(
        &[FileKind::Penalties, FileKind::Register, FileKind::CourtListings],
        vec![enterprise(1), enterprise(3)],
        2,
    );
    month.report.files[0].rows = 5;
    month.report.files[0].refused_rows = 5;
    month.report.files[1].rows = 2;
    month.report.files[1].cut_short = true;
    let (now, differences) = update(&before, 2, month, Extent::Whole);
    assert_eq!(now.enterprises[0].penalties, [penalty("a", "2026-01-01")]);
    assert_eq!(numbers(&now.enterprises), [1, 3, 2]);
    assert_eq!(told(&before, &now, &differences), [vec![3], vec![], vec![]]);
    assert_eq!(differences.incomplete, [FileKind::Penalties, FileKind::Register]);
}

#[test]
fn a_file_of_which_some_rows_are_refused_is_a_whole_one() {
    let before = [with(1, vec![penalty("a", "2026-01-01")])];
    let mut month = files(&[FileKind::Penalties], vec![with(1, vec![penalty("b", "2026-02-01")])], 0);
    month.report.files[0].rows = 2;
    month.report.files[0].refused_rows = 1;
    let (now, differences) = update(&before, 1, month, Extent::Whole);
    assert_eq!(now.enterprises[0].penalties, [penalty("b", "2026-02-01")]);
    assert_eq!(differences.incomplete, []);
}

#[test]
fn an_enterprise_that_stands_outside_the_register_is_new_with_its_facts_and_stays_without_a_register() {
    let before = [enterprise(1)];
    let month = files(&[FileKind::Penalties], vec![with(9, vec![penalty("a", "2026-01-01")])], 0);
    let (now, differences) = update(&before, 1, month, Extent::Whole);
    assert_eq!((numbers(&now.enterprises), now.registered), (vec![1, 9], 1));
    assert_eq!(told(&before, &now, &differences), [vec![9], vec![], vec![]]);
}

#[test]
fn additions_take_nothing_away_and_tell_a_penalty_again_in_its_place() {
    let mut before = vec![with(1, vec![penalty("a", "2026-01-01"), penalty("b", "2026-01-02")])];
    before.extend([8, 2, 7, 4, 6, 5].map(enterprise));
    let repaired = Penalty { repaired_on: Some(day("2026-02-02")), ..penalty("a", "2026-01-01") };
    let month = files(
        &[FileKind::Register, FileKind::Penalties],
        vec![enterprise(3), with(1, vec![penalty("c", "2026-02-01"), repaired.clone()])],
        1,
    );
    let (now, differences) = update(&before, 7, month, Extent::Additions);
    assert_eq!((numbers(&now.enterprises), now.registered), (vec![3, 1, 8, 2, 7, 4, 6, 5], 8));
    let one = now.enterprises.iter().find(|one| one.uscc == enterprise(1).uscc).unwrap();
    assert_eq!(one.penalties, [repaired, penalty("b", "2026-01-02"), penalty("c", "2026-02-01")]);
    assert_eq!(told(&before, &now, &differences), [vec![3], vec![1], vec![]]);
}

#[test]
fn the_same_number_on_another_day_is_another_penalty_and_none_without_a_number_is_told_again() {
    let unnumbered = Penalty { document_no: None, ..penalty("", "2026-01-05") };
    let before = [with(1, vec![penalty("a", "2026-01-01"), unnumbered.clone()])];
    let fined = Penalty { category: Some("无照经营".to_owned()), ..unnumbered.clone() };
    let told = vec![penalty("a", "2026-01-02"), unnumbered.clone(), fined.clone()];
    let month = files(&[FileKind::Penalties], vec![with(1, told)], 0);
    let (now, _) = update(&before, 1, month, Extent::Additions);
    let expected = [penalty("a", "2026-01-01"), unnumbered, penalty("a", "2026-01-02"), fined];
    assert_eq!(now.enterprises[0].penalties, expected);
}

#[test]
fn whole_files_of_every_kind_give_what_they_give_alone() {
    let sample = crate::support::sample();
    let mut month: Vec<Enterprise> = sample
        .enterprises()
        .iter()
        .enumerate()
        .filter(|(index, _)| index % 7 != 0)
        .map(|(_, one)| one.clone())
        .collect();
    let annulled = month.iter().position(|one| !one.penalties.is_empty()).unwrap();
    month[annulled].penalties.clear();
    // One has left the register, and is still known from a penalty; one was never heard of.
    let left = month.iter().position(|one| !one.penalties.is_empty()).unwrap();
    let left = month.remove(left);
    let registered = month.len() - 1;
    month.push(Enterprise { uscc: left.uscc, name: left.name, penalties: left.penalties, ..Enterprise::default() });
    month.insert(0, enterprise(99_999));
    let before = sample.enterprises().len() - sample.unregistered();
    let (now, differences) =
        update(sample.enterprises(), before, files(&FileKind::ALL, month.clone(), registered + 1), Extent::Whole);
    assert_eq!((now.enterprises, now.registered), (month, registered + 1));
    assert_eq!(differences.gone.len(), sample.enterprises().len().div_ceil(7));
    assert!(differences.is_new(0));
    assert_eq!(differences.changed.iter().filter(|changed| **changed).count(), 2);
}

#[test]
fn the_same_files_again_change_nothing() {
    let sample = crate::support::sample();
    let registered = sample.enterprises().len() - sample.unregistered();
    for extent in [Extent::Whole, Extent::Additions] {
        let month = files(&FileKind::ALL, sample.enterprises().to_vec(), registered);
        let (now, differences) = update(sample.enterprises(), registered, month, extent);
        assert_eq!(told(sample.enterprises(), &now, &differences), [(); 3].map(|()| Vec::<usize>::new()), "{extent:?}");
        assert_eq!((now.enterprises.as_slice(), now.registered), (sample.enterprises(), registered));
    }
}

/// A table that could not be read has its kind, and gave nothing: of a whole one nothing is gone by that.
#[test]
fn a_whole_table_that_was_not_read_takes_nothing_away() {
    let before = [with(1, vec![penalty("a", "2026-01-01")])];
    for rows in [0, 913] {
        let mut month = files(&[FileKind::Register, FileKind::Penalties], vec![enterprise(1)], 1);
        month.report.files[1] = FileReport { unread: true, rows, refused_rows: rows, ..month.report.files[1].clone() };
        let (now, differences) = update(&before, 1, month, Extent::Whole);
        assert_eq!(now.enterprises, before, "{rows}");
        assert_eq!(differences.incomplete, [FileKind::Penalties]);
    }
}
