//! What the rows say: the same as the assessment of each enterprise, and the same as the figures.

use xinheng::assess::{Assessor, DueFrom};
use xinheng::builtin;
use xinheng::district::{District, Filter, Gaps, Sort, compare};
use xinheng::export::{
    About, Cell, Csv, ListRows, MoveRows, Writer, figure_tables, list_columns, move_columns, move_tables,
    outlook_tables,
};
use xinheng::facts::{CourtListing, Date, Enterprise, Penalty, PenaltyKind};
use xinheng::pack::Locale;

use crate::csv::{FORMULAS, fields};
use crate::support::{day, district, enterprise, sample, table};

const AS_OF: &str = "2026-11-21";

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::PerMille(share) => format!("{share}‰"),
    }
}

fn optional(day: Option<Date>) -> String {
    day.map_or(String::new(), |day| day.to_string())
}

#[test]
fn a_row_of_the_list_says_what_the_assessment_says() {
    let mut district = sample();
    let (pack, calendar) = (builtin::pack(), builtin::calendar());
    district.classify(pack, calendar, day(AS_OF));
    for locale in [Locale::Zh, Locale::En] {
        let columns = list_columns(locale);
        let mut rows = ListRows::new(&district, pack, calendar, locale).unwrap();
        let mut assessor = Assessor::new(pack, calendar, day(AS_OF));
        for (index, firm) in district.enterprises().iter().enumerate() {
            let row: Vec<String> = rows.row(index).unwrap().iter().map(text).collect();
            assert_eq!(row.len(), columns.len());
            let answer = assessor.assess(firm, false);
            assert_eq!((&row[0], &row[1]), (&firm.uscc, &firm.name));
            assert_eq!(row[5], pack.class(answer.class).word.get(locale));
            for reason in &answer.reasons {
                assert!(row[6].contains(reason.message.get(locale)), "{}: {}", firm.uscc, row[6]);
            }
            assert_eq!(row[6].is_empty(), answer.reasons.is_empty());
            assert_eq!(row[7].is_empty(), !answer.key_case.flagged);
            assert_eq!(row[9], optional(answer.inspection.next_due_on));
            let never = answer.inspection.due.is_some_and(|due| !matches!(due.from, DueFrom::Visit(_)));
            assert_eq!(row[10].is_empty(), never || !answer.inspection.overdue);
            assert!(!never || !row[11].is_empty(), "{}: a visit is due, and none is on record", firm.uscc);
            assert_eq!(row[12], answer.inspection.remaining.to_string());
            assert_eq!(row[13].is_empty(), !answer.inspection.triggered);
            let mut unmet = answer.repair.iter().flat_map(|repair| repair.conditions.iter().flatten());
            assert!(unmet.all(|condition| {
                let said = pack.condition(&condition.id).unwrap().title_when(false).get(locale);
                condition.met || row[15].contains(said)
            }));
        }
        assert_eq!(rows.row(district.enterprises().len()), None);
    }
}

#[test]
fn what_can_no_longer_be_applied_for_early_is_said_so_in_the_list() {
    let fined = |on: &str| Penalty {
        published_on: Some(day(on)),
        category: Some("虚假宣传".to_owned()),
        ..Penalty::new(day(on), [PenaltyKind::ConfiscationOfGoods].into_iter().collect())
    };
    let later = Penalty { repaired_on: Some(day("2026-11-01")), ..fined("2026-07-10") };
    let enterprises = vec![
        Enterprise { penalties: vec![fined("2026-03-10"), later], ..enterprise(1) },
        Enterprise { penalties: vec![fined("2026-03-10"), fined("2026-07-10")], ..enterprise(2) },
    ];
    let district = district(enterprises, AS_OF);
    let mut rows = ListRows::new(&district, builtin::pack(), builtin::calendar(), Locale::Zh).unwrap();
    let mut repair = |index| text(&rows.row(index).unwrap()[15]);
    let lost = repair(0);
    assert!(lost.starts_with("不能提前申请；因同类违法行为又受到处罚，公示期满前不能申请"), "{lost}");
    let open = repair(1);
    assert!(open.starts_with("条件尚未具备；因同类违法行为又受到处罚，公示期满前不能申请"), "{open}");
}

#[test]
fn who_is_not_assessed_has_no_class_in_the_list_and_who_was_never_visited_is_not_late() {
    let listed = CourtListing { listed_on: day("2026-06-01"), removed_on: None };
    let founded = |number: usize, on: &str| Enterprise {
        registered_on: Some(day(on)),
        court_listings: vec![listed.clone()],
        ..enterprise(number)
    };
    let mut district = district(
        vec![
            Enterprise { name: String::new(), ..founded(1, "2020-01-01") },
            founded(2, "2026-11-22"),
            founded(3, "2007-04-05"),
        ],
        AS_OF,
    );
    let rows = |district: &District| -> Vec<Vec<String>> {
        let mut rows = ListRows::new(district, builtin::pack(), builtin::calendar(), Locale::Zh).unwrap();
        (0..3).map(|index| rows.row(index).unwrap().iter().map(text).collect()).collect()
    };
    let told = rows(&district);
    let columns: Vec<String> = list_columns(Locale::Zh).into_iter().map(|column| column.name).collect();
    let index = |name: &str| columns.iter().position(|column| column == name).unwrap();
    assert_eq!(told[0][index("信用风险类别")], "资料不全，暂不评估");
    assert_eq!(told[1][index("信用风险类别")], "评估日早于成立日期，不评估");
    for row in &told[..2] {
        assert!(row[6..8].iter().chain(&row[9..]).all(String::is_empty), "{row:?}");
        assert_eq!(row.len(), columns.len());
    }
    assert_eq!(told[2][index("信用风险类别")], "违法失信、风险较高");
    assert_eq!(told[2][index("最迟检查日")], "2008-04-05");
    assert_eq!((&*told[2][index("已逾期")], &*told[2][index("无检查记录")]), ("", "是"));
    // On the day of its registration it is assessed.
    district.classify(builtin::pack(), builtin::calendar(), day("2026-11-22"));
    assert_eq!(rows(&district)[1][index("信用风险类别")], "违法失信、风险较高");
    // What does not count stands beside the class.
    let gaps = Gaps { withheld: None, penalties: 1 };
    district.replace_with_gaps(founded(3, "2007-04-05"), gaps, builtin::pack(), builtin::calendar());
    assert_eq!(rows(&district)[2][index("信用风险类别")], "违法失信、风险较高；1项处罚未计入");
}

#[test]
fn every_file_says_as_of_which_day_and_by_which_rules() {
    let pack = builtin::pack();
    let about = About::new("企业名单", day(AS_OF), pack, 12, &["筛选：超市".to_owned()], Locale::Zh);
    let text = String::from_utf8(Csv::new(&about, &list_columns(Locale::Zh), None).finish()).unwrap();
    for part in ["企业名单", "2026年11月21日", "12", "筛选：超市", &pack.id, &pack.digest] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[test]
fn whatever_an_enterprise_is_called_the_list_has_no_formula() {
    let firms: Vec<Enterprise> = FORMULAS
        .iter()
        .enumerate()
        .map(|(number, name)| Enterprise {
            name: (*name).to_owned(),
            uscc: name.chars().rev().collect(),
            region: Some((*name).to_owned()),
            ..enterprise(number)
        })
        .collect();
    let mut district = district(firms, AS_OF);
    let indices = district.find(&Filter::default(), Sort::default()).indices;
    let about = About::new("=企业名单", day(AS_OF), builtin::pack(), indices.len(), &[], Locale::Zh);
    let mut csv = Csv::new(&about, &list_columns(Locale::Zh), None);
    let mut rows = ListRows::new(&district, builtin::pack(), builtin::calendar(), Locale::Zh).unwrap();
    for index in indices {
        csv.row(&rows.row(index as usize).unwrap());
    }
    let rows = fields(&String::from_utf8(csv.finish()).unwrap()[3..]);
    assert_eq!(rows.len(), about.lines.len() + 1 + FORMULAS.len());
    for field in rows.iter().flatten() {
        assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']), "{field:?}");
    }
}

#[test]
fn the_tables_of_the_figures_add_up() {
    let mut district = sample();
    let (pack, calendar) = (builtin::pack(), builtin::calendar());
    district.classify(pack, calendar, day(AS_OF));
    let figures = district.figures(&Filter::default(), pack).unwrap();
    let outlook = district.outlook(&Filter::default(), pack, calendar).unwrap();
    let mut tables = figure_tables(&figures, pack, Locale::Zh);
    tables.extend(outlook_tables(&outlook, pack, Locale::Zh));
    let ids: Vec<&str> = tables.iter().map(|table| table.id).collect();
    assert_eq!(ids, ["classes", "regions", "sectors", "reasons", "inspections", "repairs", "delays", "forecast"]);
    let number = |cell: &Cell| match cell {
        Cell::Number(number) => *number,
        Cell::Nothing => 0,
        other => panic!("{other:?} is no number"),
    };
    for table in &tables {
        assert!(!table.rows.is_empty() && !table.title.is_empty(), "{}", table.id);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.id);
    }
    let all = figures.count as u64;
    assert_eq!(tables[0].rows.last().unwrap()[1..], [Cell::Number(all), Cell::PerMille(1000)]);
    assert_eq!(tables[0].rows[..3].iter().map(|row| number(&row[1])).sum::<u64>(), all);
    assert_eq!(tables[1].rows.iter().map(|row| number(&row[4])).sum::<u64>(), all);
    for row in &tables[1].rows {
        assert_eq!(row[1..4].iter().map(number).sum::<u64>(), number(&row[4]));
    }
    assert_eq!(tables[4].rows.iter().map(|row| number(&row[3])).sum::<u64>(), all);
    for row in &tables[7].rows {
        assert_eq!(row[1..].iter().map(number).sum::<u64>(), all);
    }
}

#[test]
fn those_of_another_class_are_told_with_reasons_in_words() {
    let mut begins = enterprise(1);
    begins.court_listings.push(CourtListing { listed_on: day("2026-06-01"), removed_on: None });
    let mut ends = enterprise(2);
    ends.court_listings.push(CourtListing { listed_on: day("2025-01-05"), removed_on: Some(day("2026-06-01")) });
    let district = district(vec![begins, ends, enterprise(3)], AS_OF);
    let (pack, calendar) = (builtin::pack(), builtin::calendar());
    let (before, after) = (table(&district, "2026-05-31"), table(&district, "2026-06-01"));
    let comparison = compare((&before, pack), (&after, pack), 0..before.len());
    let sides = ((&before, pack, calendar), (&after, pack, calendar));
    let mut rows = MoveRows::new(&district, sides.0, sides.1, None, Locale::Zh);
    let told: Vec<Vec<String>> =
        comparison.moves.iter().map(|step| rows.row(step).unwrap().iter().map(text).collect()).collect();
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|row| row.len() == move_columns(false, Locale::Zh).len()));
    let court = "失信被执行人";
    assert_eq!(told[0][2..5], ["信用良好", "违法失信、风险较高", "加重"]);
    assert!(told[0][5].contains(court) && told[0][6].is_empty(), "{told:?}");
    assert_eq!(told[1][2..5], ["违法失信、风险较高", "信用良好", "减轻"]);
    assert!(told[1][6].contains(court) && told[1][5].is_empty(), "{told:?}");
    let tables = move_tables(&comparison, pack, pack, Locale::Zh);
    let numbers = |row: &[Cell]| -> Vec<String> { row[1..].iter().map(text).collect() };
    assert_eq!(numbers(&tables[0].rows[0]), ["1", "0", "1"]);
    assert_eq!(numbers(&tables[0].rows[2]), ["1", "0", "0"]);
    assert_eq!(numbers(&tables[1].rows[0]), ["1", "1"]);
}
