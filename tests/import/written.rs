//! Whatever the vocabulary knows is read however it is written: with what cannot be seen, blanks, other widths, remarks in
//! brackets and numbers put in. And two rows of one decision give the same penalty in either order.

use proptest::prelude::*;
use proptest::sample::select;
use xinheng::import::{FileKind, Import};

use crate::support::{code, codes, import, table};

/// A row of each kind of table that is read without a word: its columns with their cells.
fn row_of(kind: FileKind) -> Vec<(&'static str, String)> {
    let firm = |name: &'static str| vec![("统一社会信用代码", code(1)), (name, "示例一有限公司".to_owned())];
    let day = || "2025-03-02".to_owned();
    let (name, more): (&'static str, Vec<(&'static str, String)>) = match kind {
        FileKind::Register => ("企业名称", vec![("登记状态", "存续".into()), ("监管领域", "食品".into())]),
        FileKind::Penalties => ("行政相对人名称", vec![("处罚类别", "罚款".into()), ("处罚决定日期", day())]),
        FileKind::AbnormalListings => (
            "企业名称",
            vec![("列入原因", "未按照规定的期限公示年度报告".into()), ("列入日期", day()), ("纠正日期", String::new())],
        ),
        FileKind::SeriousListings => ("企业名称", vec![("列入日期", day()), ("履行完毕日期", String::new())]),
        FileKind::CourtListings => ("企业名称", vec![("发布日期", day()), ("执行法院", "示例法院".into())]),
        FileKind::Inspections => ("企业名称", vec![("检查日期", day()), ("检查结果", String::new())]),
        FileKind::Leads => ("企业名称", vec![("线索类型", "转办".into()), ("收到日期", day())]),
        FileKind::Commitments => ("企业名称", vec![("承诺类型", "信用修复型".into()), ("承诺日期", day())]),
    };
    [firm(name), more].concat()
}

/// Imports the row with this label and cell for one of its columns.
fn with(kind: FileKind, column: &str, label: &str, cell: &str) -> Import {
    let mut row = row_of(kind);
    if !row.iter().any(|(known, _)| *known == column) {
        row.push((kind.columns().find(|known| *known == column).unwrap_or_default(), String::new()));
    }
    let labels: Vec<&str> = row.iter().map(|(known, _)| if *known == column { label } else { known }).collect();
    let cells: Vec<&str> = row.iter().map(|(known, own)| if *known == column { cell } else { own }).collect();
    import(&[("a.csv", &table(&labels, &[&cells]))])
}

fn same(one: &Import, other: &Import) -> Result<(), TestCaseError> {
    prop_assert_eq!(&one.enterprises, &other.enterprises);
    prop_assert_eq!(codes(one.report.problems.kept()), codes(other.report.problems.kept()));
    Ok(())
}

/// Characters that cannot be seen, and blanks.
const INVISIBLE: &[char] = &['\u{200B}', '\u{AD}', '\u{FEFF}', '\u{2060}', '\u{202D}', '\u{200E}', '\u{E0020}'];
const BLANKS: &[char] = &[' ', '\t', '\u{A0}', '\u{3000}', '\n', '\u{2003}'];

/// How a text is disguised: at which of its places what is put in, and whether its letters are wide.
#[derive(Clone, Debug)]
struct Disguise {
    put: Vec<(usize, char)>,
    wide: bool,
}

impl Disguise {
    fn of(&self, text: &str) -> String {
        let mut letters: Vec<char> =
            text.chars().map(|c| if self.wide && c.is_ascii_graphic() { wide(c) } else { c }).collect();
        for (index, c) in &self.put {
            let index = index % (letters.len() + 1);
            letters.insert(index, *c);
        }
        letters.into_iter().collect()
    }
}

fn wide(c: char) -> char {
    char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c)
}

/// A disguise by these characters, anywhere.
fn disguise(of: &'static [char]) -> impl Strategy<Value = Disguise> {
    (prop::collection::vec((0..64_usize, select(of)), 0..4), any::<bool>())
        .prop_map(|(put, wide)| Disguise { put, wide })
}

/// Every word of every column, with its kind of table.
fn words() -> Vec<(FileKind, &'static str, &'static str)> {
    let of = |kind: FileKind| {
        kind.columns().flat_map(move |column| kind.words(column).into_iter().map(move |word| (kind, column, word)))
    };
    FileKind::ALL.into_iter().flat_map(of).collect()
}

fn labels() -> Vec<(FileKind, &'static str)> {
    FileKind::ALL.into_iter().flat_map(|kind| kind.columns().map(move |column| (kind, column))).collect()
}

/// A cell that means something in a column.
fn cell_for(kind: FileKind, column: &str) -> String {
    if let Some(word) = kind.words(column).first() {
        return (*word).to_owned();
    }
    match column {
        "统一社会信用代码" => code(1),
        column if column.ends_with("日期") || column.ends_with("有效期") => "2025-03-02".to_owned(),
        column if column.contains("金额") => "5".to_owned(),
        "行政区划" => "150203".to_owned(),
        "行业代码" => "F5212".to_owned(),
        _ => "示例一有限公司".to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn labels_are_known((kind, column) in select(labels()), seen in disguise(INVISIBLE), blank in disguise(BLANKS), star in any::<bool>(),
        remark in select(&["", "（必填）", "(见说明)", "【示例】"][..]), number in select(&["", "_1", "-1", "1"][..])) {
        let cell = cell_for(kind, column);
        let plain = with(kind, column, column, &cell);
        // A unit at the end is no remark, and stays there.
        let (base, unit) = column.split_once('（').map_or((column, String::new()), |(base, unit)| (base, format!("（{unit}")));
        let label = format!("{}{base}{number}{remark}{unit}", if star { "*" } else { "" });
        same(&plain, &with(kind, column, &blank.of(&seen.of(&label)), &cell))?;
    }

    #[test]
    fn words_are_known((kind, column, word) in select(words()), seen in disguise(INVISIBLE), blank in disguise(BLANKS),
        number in select(&["", "_1", "-2", "1."][..]), remark in select(&["", "（五千元）", "(三个月)"][..])) {
        let plain = with(kind, column, column, word);
        prop_assert!(!codes(plain.report.problems.kept()).contains(&"unknown_value"), "{} {}", column, word);
        let numbered = if number.ends_with('.') { format!("{number}{word}") } else { format!("{word}{number}") };
        same(&plain, &with(kind, column, column, &blank.of(&seen.of(&numbered))))?;
        // Of a result or status what stands in brackets is read, not left out.
        if !matches!(column, "检查结果" | "登记状态") {
            same(&plain, &with(kind, column, column, &seen.of(&format!("{word}{remark}"))))?;
        }
    }

    #[test]
    fn codes_are_known(seen in disguise(INVISIBLE), blank in disguise(BLANKS), small in any::<bool>(), guard in select(&["", "'", "=\""][..])) {
        let plain = with(FileKind::Register, "统一社会信用代码", "统一社会信用代码", &code(1));
        let text = if small { code(1).to_lowercase() } else { code(1) };
        let text = blank.of(&seen.of(&text));
        let text = match guard { "=\"" => format!("=\"{text}\""), guard => format!("{guard}{text}") };
        same(&plain, &with(FileKind::Register, "统一社会信用代码", "统一社会信用代码", &text))?;
    }

    #[test]
    fn days_are_known(year in 1990..2027_i32, month in 1..13_u32, day in 1..29_u32, form in 0..9_usize, seen in disguise(INVISIBLE),
        tail in select(&["", " 00:00:00", "T10:00:00.000+08:00", " 上午 10:00", " 星期三"][..]), end in select(BLANKS)) {
        let text = match form {
            0 => format!("{year}-{month:02}-{day:02}"),
            1 => format!("{year}/{month}/{day}"),
            2 => format!("{year}.{month}.{day}"),
            3 => format!("{year}年{month}月{day}日"),
            4 => format!("{year}{month:02}{day:02}"),
            5 => format!("{year} 年 {month} 月 {day} 日"),
            6 => format!("{year}—{month}—{day}"),
            7 => format!("{year}年{month}月{day}"),
            _ => in_numerals(year, month, day),
        };
        let plain = with(FileKind::Penalties, "处罚决定日期", "处罚决定日期", &format!("{year}-{month:02}-{day:02}"));
        let tail = if form == 4 && tail.starts_with('T') { "" } else { tail };
        let text = format!("{end}{}{end}", seen.of(&format!("{text}{tail}")));
        same(&plain, &with(FileKind::Penalties, "处罚决定日期", "处罚决定日期", &text))?;
    }

    #[test]
    fn amounts_are_known(wan in 1..1_000_u32, thousands in 1..10_u32, form in 0..8_usize, seen in disguise(INVISIBLE), end in select(BLANKS)) {
        let yuan = wan * 10_000 + thousands * 1_000;
        let text = match form {
            0 => format!("{yuan}元"),
            1 => format!("{wan}.{thousands}万元"),
            2 => format!("{wan}万{thousands}千元"),
            3 => format!("{wan}.{thousands} 万 元"),
            4 => format!("人民币{yuan}元整"),
            5 => format!("{}万{}千元", small_numeral(wan), DIGITS[thousands as usize]),
            6 => format!("{wan}.{thousands}"),
            _ => format!("¥{yuan}.00元"),
        };
        let plain = with(FileKind::Penalties, "罚款金额（万元）", "罚款金额（万元）", &format!("{wan}.{thousands}"));
        let text = format!("{end}{}{end}", seen.of(&text));
        same(&plain, &with(FileKind::Penalties, "罚款金额（万元）", "罚款金额（万元）", &text))?;
    }

    #[test]
    fn rows_of_one_decision_give_one_penalty_in_either_order(
        one in decision_row(),
        another in decision_row(),
        differing in prop::collection::vec(4..DECISION.len(), 0..4),
    ) {
        let mut other = one.clone();
        for column in differing {
            other[column].clone_from(&another[column]);
        }
        let file = |rows: [&[String]; 2]| {
            let rows = rows.map(|row| row.iter().map(String::as_str).collect::<Vec<_>>());
            import(&[("a.csv", &table(DECISION, &[&rows[0], &rows[1]]))])
        };
        let (there, back) = (file([&one, &other]), file([&other, &one]));
        prop_assert_eq!(&there.enterprises, &back.enterprises);
        prop_assert_eq!(there.enterprises[0].penalties.len(), 1);
        let count = |import: &Import| (codes(import.report.problems.kept()), import.report.duplicates.len());
        prop_assert_eq!(count(&there), count(&back));
        if one == other {
            prop_assert_eq!(count(&there), (vec![], 1));
        }
    }
}

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

fn in_numerals(year: i32, month: u32, day: u32) -> String {
    let year: String = year.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect();
    format!("{year}年{}月{}日", small_numeral(month), small_numeral(day))
}

/// A number below a thousand as it is spoken.
fn small_numeral(number: u32) -> String {
    let digit = |number: u32| DIGITS[number as usize].to_string();
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let mut text = if hundreds > 0 { format!("{}百", digit(hundreds)) } else { String::new() };
    match (hundreds, tens) {
        (0, 0) => {}
        (_, 0) if ones > 0 => text.push('零'),
        (_, 0) => {}
        (0, 1) => text.push('十'),
        (_, tens) => text.push_str(&format!("{}十", digit(tens))),
    }
    if ones > 0 { text + &digit(ones) } else { text }
}

const DECISION: &[&str] = &[
    "统一社会信用代码",
    "行政相对人名称",
    "行政处罚决定书文号",
    "处罚决定日期",
    "处罚类别",
    "罚款金额（元）",
    "没收金额（元）",
    "违法行为类型",
    "处罚机关",
    "处罚程序",
    "监管领域",
    "裁量阶次",
    "处罚有效期",
    "公示日期",
    "履行完毕日期",
    "信用修复日期",
];

/// A row about one decision of one enterprise, each of its other cells one of a few.
fn decision_row() -> impl Strategy<Value = Vec<String>> {
    let cells = (
        select(&["罚款", "警告", "吊销许可证件", "罚款、没收违法所得", "限制从业"][..]),
        select(&["", "0", "5000", "8000"][..]),
        select(&["", "0", "100", "200"][..]),
        select(&["", "甲类", "乙类"][..]),
        select(&["", "示例区市场监督管理局", "示例区税务局"][..]),
        select(&["", "普通程序", "简易程序"][..]),
        select(&["", "食品", "其他"][..]),
        select(&["", "从轻", "从重"][..]),
        select(&["", "2027-01-01", "2028-01-01", "长期"][..]),
        select(&["", "2025-03-05", "2025-03-06"][..]),
        select(&["", "2025-04-01", "未履行"][..]),
        select(&["", "2025-08-01"][..]),
    );
    cells.prop_map(|(a, b, c, d, e, f, g, h, i, j, k, l)| {
        let fixed = [code(1), "示例一".to_owned(), "甲1号".to_owned(), "2025-03-02".to_owned()];
        fixed.into_iter().chain([a, b, c, d, e, f, g, h, i, j, k, l].map(str::to_owned)).collect()
    })
}
