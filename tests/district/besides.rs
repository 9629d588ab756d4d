//! What is to be known besides facts: what was not used, what rows contradict, what a person has changed.

use xinheng::builtin;
use xinheng::district::{ByHand, District, Extent, Filter, Mark, Sort};
use xinheng::export::{ListRows, later_in_words, list_columns};
use xinheng::facts::{Enterprise, Penalty};
use xinheng::import::{FileKind, FileReport, Import, ImportReport, Remark, RemarkKind};
use xinheng::pack::{Locale, Text};

use crate::penalties::{penalty, with};
use crate::support::{day, enterprise};

const AS_OF: &str = "2026-11-21";

fn file(name: &str, kind: FileKind) -> FileReport {
    FileReport { name: name.to_owned(), kind: Some(kind), rows: 3, ..FileReport::default() }
}

fn import(files: Vec<FileReport>, enterprises: Vec<Enterprise>) -> Import {
    let report = ImportReport { files, ..ImportReport::default() };
    Import { registered: enterprises.len(), enterprises, report, ..Import::default() }
}

fn remark(kind: RemarkKind, words: &str) -> Remark {
    Remark { kind, words: Text { zh: words.to_owned(), en: words.to_owned() } }
}

/// Two enterprises, the first of which a person has changed: of its two penalties one was taken out and one altered, and
/// one that no file has was added.
fn changed() -> District {
    let own = with(1, vec![penalty("a", "2026-01-01"), penalty("b", "2026-01-02"), penalty("c", "2026-01-03")]);
    let files = vec![file("一月主体.csv", FileKind::Register), file("一月处罚.csv", FileKind::Penalties)];
    let mut district = District::new(import(files, vec![own, enterprise(2)]));
    district.classify(builtin::pack(), builtin::calendar(), day(AS_OF));
    let altered = Penalty { annulled_on: Some(day("2026-02-01")), ..penalty("b", "2026-01-02") };
    let by_hand = with(1, vec![altered, penalty("c", "2026-01-03"), penalty("d", "2026-01-04")]);
    assert!(district.replace(by_hand, builtin::pack(), builtin::calendar()));
    district
}

/// The next month has the penalties as they were, and one more.
fn february() -> Import {
    let official = ["a", "b", "c"].map(|number| penalty(number, &format!("2026-01-0{}", number.as_bytes()[0] - 96)));
    let penalties = official.into_iter().chain([penalty("e", "2026-02-05")]).collect();
    import(vec![file("二月处罚.csv", FileKind::Penalties)], vec![with(1, penalties)])
}

fn numbers(enterprise: &Enterprise) -> Vec<&str> {
    enterprise.penalties.iter().map(|penalty| penalty.document_no.as_deref().unwrap()).collect()
}

fn found(district: &mut District, mark: Mark) -> Vec<u32> {
    district.classify(builtin::pack(), builtin::calendar(), day(AS_OF));
    district.find(&Filter { mark: Some(mark), ..Filter::default() }, Sort::default()).indices
}

#[test]
fn what_a_person_has_changed_is_known_until_it_is_as_the_files_gave_it() {
    let mut district = changed();
    assert_eq!(district.marks(0), [Mark::ByHand]);
    assert_eq!(district.marks(1), []);
    assert_eq!(found(&mut district, Mark::ByHand), [0]);
    let own = district.official(0).unwrap().clone();
    assert_eq!(numbers(&own), ["a", "b", "c"]);
    assert!(district.replace(own, builtin::pack(), builtin::calendar()));
    assert_eq!(district.marks(0), []);
}

#[test]
fn facts_changed_by_hand_stay_so_beside_what_another_month_says_of_the_rest() {
    let mut district = changed();
    let earlier = district.lay_over(february(), Extent::Whole, ByHand::Keep);
    let now = &district.enterprises()[0];
    assert_eq!(numbers(now), ["b", "c", "e", "d"], "a stays out, d stays in, e is new");
    assert!(now.penalties[0].annulled_on.is_some(), "b stays as it was altered");
    assert_eq!(numbers(district.official(0).unwrap()), ["a", "b", "c", "e"]);
    assert_eq!(district.marks(0), [Mark::ByHand]);
    // What the files say otherwise is one penalty; what the person changed is told apart.
    assert_eq!(earlier.differences.counts(), [0, 1, 0]);
    let words = later_in_words(&earlier, &district, 0, Locale::Zh);
    assert!(words.contains("手工修改（保留）") && words.contains("3") && words.contains('4'), "{words}");
    assert_eq!(later_in_words(&earlier, &district, 1, Locale::Zh), "");
    // Gone back to, it is as it was, with what was changed.
    let back = District::earlier(earlier);
    assert_eq!((numbers(&back.enterprises()[0]), back.marks(0)), (vec!["b", "c", "d"], vec![Mark::ByHand]));
}

#[test]
fn facts_changed_by_hand_give_way_where_the_person_says_so() {
    let mut district = changed();
    let earlier = district.lay_over(february(), Extent::Whole, ByHand::Official);
    assert_eq!(numbers(&district.enterprises()[0]), ["a", "b", "c", "e"]);
    assert_eq!(district.marks(0), []);
    let words = later_in_words(&earlier, &district, 0, Locale::Zh);
    assert!(words.contains("原手工修改已按新一期的表"), "{words}");
}

#[test]
fn a_change_by_hand_alone_is_no_change_of_data() {
    let mut district = changed();
    let mut month = february();
    month.enterprises[0].penalties.pop();
    let earlier = district.lay_over(month, Extent::Whole, ByHand::Keep);
    assert_eq!(earlier.differences.counts(), [0, 0, 0]);
    assert_eq!(later_in_words(&earlier, &district, 0, Locale::Zh), "手工修改（保留）");
}

#[test]
fn what_was_not_used_is_known_until_it_comes_again() {
    let unread = FileReport { unread: true, refused_rows: 3, ..file("一月处罚.csv", FileKind::Penalties) };
    let files = || vec![file("一月主体.csv", FileKind::Register), unread.clone()];
    let names = |district: &District| -> Vec<String> {
        district.besides().sources.iter().map(|source| source.name.clone()).collect()
    };
    let mut district = District::new(import(files(), vec![enterprise(1)]));
    // Another month's register says nothing about the penalties.
    let register = || import(vec![file("二月主体.csv", FileKind::Register)], vec![enterprise(1)]);
    district.lay_over(register(), Extent::Whole, ByHand::Keep);
    assert_eq!(names(&district), ["一月处罚.csv", "二月主体.csv"]);
    assert!(district.besides().sources[0].unread);
    // Its penalties do, where they come whole; additions leave what was missing before.
    let mut added = District::new(import(files(), vec![enterprise(1)]));
    added.lay_over(february(), Extent::Additions, ByHand::Keep);
    assert_eq!(names(&added), ["一月主体.csv", "一月处罚.csv", "二月处罚.csv"]);
    district.lay_over(february(), Extent::Whole, ByHand::Keep);
    assert_eq!(names(&district), ["二月主体.csv", "二月处罚.csv"]);
}

#[test]
fn remarks_go_with_their_enterprises_and_are_found_and_exported() {
    let mut first =
        import(vec![file("主体.csv", FileKind::Register)], vec![enterprise(1), enterprise(2), enterprise(3)]);
    first.remarks.insert(1, vec![remark(RemarkKind::NameDiffers, "第3行写作“乙”")]);
    first.remarks.insert(2, vec![remark(RemarkKind::DecisionDiffers, "第5行的罚款不同")]);
    let mut district = District::new(first);
    assert_eq!(found(&mut district, Mark::Remark(RemarkKind::NameDiffers)), [1]);
    assert_eq!(found(&mut district, Mark::Remark(RemarkKind::DecisionDiffers)), [2]);
    let mut rows = ListRows::new(&district, builtin::pack(), builtin::calendar(), Locale::Zh).unwrap();
    let column = list_columns(Locale::Zh).iter().position(|column| column.name == "需核对").unwrap();
    let cell = format!("{:?}", rows.row(1).unwrap()[column]);
    assert!(cell.contains("名称与代码不符：第3行写作“乙”"), "{cell}");

    // Another month has the second enterprise in the first place, whole penalties, and a remark of its own.
    let penalties = vec![file("处罚.csv", FileKind::Penalties), file("主体.csv", FileKind::Register)];
    let mut month = import(penalties, vec![enterprise(3), enterprise(2)]);
    month.remarks.insert(0, vec![remark(RemarkKind::NameDiffers, "第9行写作“丙”")]);
    let earlier = district.lay_over(month, Extent::Additions, ByHand::Keep);
    let words = |district: &District, number: usize| -> Vec<String> {
        let index = district.enterprises().iter().position(|it| it.uscc == enterprise(number).uscc).unwrap();
        let remarks = district.besides().remarks.get(&index);
        remarks.into_iter().flatten().map(|remark| remark.words.zh.clone()).collect()
    };
    assert_eq!(words(&district, 2), ["第3行写作“乙”"], "additions take nothing back");
    assert_eq!(words(&district, 3), ["第9行写作“丙”", "第5行的罚款不同"]);
    let back = District::earlier(earlier);
    assert_eq!(
        (words(&back, 2), words(&back, 3)),
        (vec!["第3行写作“乙”".to_owned()], vec!["第5行的罚款不同".to_owned()])
    );
}
