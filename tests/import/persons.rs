//! Nothing about natural persons passes the reader: a canary in every column that speaks of them, in every format and
//! layout, and in the name of each natural person, is found nowhere in what leaves it.

use serde_json::{Value, json};
use xinheng::facts::Date;
use xinheng::import::{FileKind, Gb18030, Import};
use xinheng::js::Tables;
use xinheng::json::canonical;
use xinheng::request::enterprise_json;

use crate::books::{Rows, delimited, html, import_files, xlsx, xml};
use crate::support::code;

/// What must be found nowhere.
const CANARY: &str = "金丝雀";
/// Identity numbers of both lengths, of which only the ends may be seen.
const NUMBERS: [&str; 2] = ["150000190001010001", "150000900101001"];

/// Labels that speak of persons or their papers.
const PERSONAL: &[&str] = &[
    "法定代表人",
    "法定代表人（负责人）",
    "法定代表人姓名",
    "负责人",
    "*经办人",
    "身份证号码",
    "证件类型",
    "证件号码",
    "联系电话",
    "手机",
    "CF_FRDB",
    "CF_FR_ZJLX",
    "CF_FR_SFZH",
    "CF_XDR_ZJLX",
    "CF_XDR_ZJHM",
    "CF_XDR_SFZ",
    "法定代表人_1",
    "联系人",
];

/// The tables of an office, each with columns about persons among its own, rows of natural persons, and rows with faults.
fn tables() -> Vec<(&'static str, Rows)> {
    let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    let firm = code(1);
    let penalties = [
        "行政相对人名称,行政相对人类别,统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期,处罚机关".to_owned(),
        format!("示例一,法人及非法人组织,{firm},甲1号,罚款,1,2025-01-05,示例区市场监督管理局"),
        format!("示例一,法人及非法人组织,{firm},甲2号,罚歀,若干,不详,示例区市场监督管理局"),
        format!("{CANARY}甲,自然人,,甲3号,罚款,0.1,2025-01-05,示例区市场监督管理局"),
        format!("{CANARY}乙,个人（户主）,,甲4号,罚歀,若干,不详,示例区市场监督管理局"),
        format!("{CANARY}丙,法人及非法人组织,{},甲5号,罚歀,0.1,2025-01-05,示例区市场监督管理局", NUMBERS[0]),
        format!("示例一（{}）,法人及非法人组织,{firm},甲6号 {},罚款,0.1,2025-01-05,示例区市场监督管理局", NUMBERS[0], NUMBERS[1]),
    ];
    let register = [
        "统一社会信用代码,企业名称,登记状态".to_owned(),
        format!("{firm},示例一,存续"),
        format!("{},{CANARY}丁,存续", NUMBERS[0]),
        format!("{},示例二,存续", NUMBERS[1]),
    ];
    let inspections = [
        "企业名称,统一社会信用代码,检查日期,检查方式,检查部门,检查结果".to_owned(),
        format!("示例一,{firm},2025-01-05,现场检查,示例区市场监督管理局,{}", NUMBERS[0]),
    ];
    // Nobody knows what this is; still its rows are shown for choosing a header.
    let unknown =
        ["甲栏,乙栏,丙栏".to_owned(), format!("{CANARY}戊,自然人,一"), format!("{CANARY}己,{},二", NUMBERS[0])];
    let with_persons = |lines: &[String]| -> Rows {
        lines
            .iter()
            .enumerate()
            .map(|(at, line)| {
                // One behind each column, the rest at the end.
                let mut row = Vec::new();
                let mut personal = PERSONAL
                    .iter()
                    .map(|label| if at == 0 { (*label).to_owned() } else { format!("{CANARY}{}", NUMBERS[at % 2]) });
                for cell in cells(line) {
                    row.push(cell);
                    row.extend(personal.next());
                }
                row.extend(personal);
                row
            })
            .collect()
    };
    vec![
        ("行政处罚", with_persons(&penalties)),
        ("经营主体", with_persons(&register)),
        ("检查记录", with_persons(&inspections)),
        ("其他", with_persons(&unknown)),
    ]
}

/// All that leaves the reader, with the words of every problem and what corrections are offered.
fn everything(import: &Import) -> String {
    let problems = import.report.problems.kept().iter().map(|problem| format!("{}{}", problem.zh(), problem.en()));
    let words = (0..import.report.files.len()).map(|file| format!("{:?}", import.report.unknown_words(file)));
    format!("{import:?}{}{}", problems.collect::<String>(), words.collect::<String>())
}

fn check(format: &str, write: impl Fn(&Rows) -> Vec<u8>) {
    let all: Vec<(String, Vec<u8>)> =
        tables().into_iter().map(|(name, rows)| (format!("{name}.x"), write(&rows))).collect();
    let files: Vec<(&str, Vec<u8>)> = all.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let import = import_files(&files);
    let everything = everything(&import);
    assert!(!everything.contains(CANARY), "{format}: {}", around(&everything, CANARY));
    for number in NUMBERS {
        assert!(!everything.contains(number), "{format}: {}", around(&everything, number));
    }
    // The tables themselves are read, so that something could have been told.
    let kinds: Vec<Option<FileKind>> = import.report.files.iter().map(|file| file.kind).collect();
    assert_eq!(
        kinds[..3],
        [Some(FileKind::Penalties), Some(FileKind::Register), Some(FileKind::Inspections)],
        "{format}"
    );
    assert_eq!(import.report.natural_persons, 4, "{format}");
    assert!(everything.contains("1500**********0001") && everything.contains("1500*******1001"), "{format}");
}

fn around<'t>(text: &'t str, found: &str) -> &'t str {
    let at = text.find(found).unwrap_or_default();
    &text[text.floor_char_boundary(at.saturating_sub(300))..text.floor_char_boundary(at + 100)]
}

#[test]
fn in_text_of_every_delimiter_and_encoding() {
    for delimiter in [",", ";", "\t"] {
        check("UTF-8", |rows| delimited(rows, delimiter).into_bytes());
        check("GB18030", |rows| encoding_rs::GB18030.encode(&delimited(rows, delimiter)).0.into_owned());
    }
}

#[test]
fn in_workbooks_and_pages() {
    check("XLSX", |rows| xlsx(rows, false));
    check("HTML", |rows| html(rows).into_bytes());
    check("XML", |rows| xml(rows).into_bytes());
}

#[test]
fn below_a_title_and_a_heading_and_without_one_needed_column() {
    check("a title", |rows| format!("示例区报表\n{}", delimited(rows, ",")).into_bytes());
    check("a column beyond the header", |rows| {
        let mut rows = rows.clone();
        rows.iter_mut().skip(1).for_each(|row| row.push("".to_owned()));
        delimited(&rows, ",").into_bytes()
    });
    // A table that cannot be used shows its first rows.
    let tables = tables();
    let text = delimited(&tables[0].1, ",").replace("处罚决定日期", "那一天");
    let import = import_files(&[("a.csv", text.into_bytes())]);
    assert_eq!(import.report.problems.kept()[0].code(), "column_missing");
    let everything = everything(&import);
    assert!(!everything.contains(CANARY), "{}", around(&everything, CANARY));
    assert!(!NUMBERS.iter().any(|number| everything.contains(number)));
}

#[test]
fn where_cells_have_shifted() {
    // A delimiter too many moves what is about persons to where anything else stands.
    for (name, rows) in tables() {
        let text = delimited(&rows, ",");
        let shifted: Vec<String> = text
            .lines()
            .enumerate()
            .map(|(at, line)| if at == 0 { line.to_owned() } else { format!("\"\",{line}") })
            .collect();
        let import = import_files(&[(name, shifted.join("\n").into_bytes())]);
        let told: String = import.report.problems.kept().iter().map(|problem| format!("{problem:?}")).collect();
        assert!(!told.contains(CANARY), "{name}: {}", around(&told, CANARY));
    }
}

#[test]
fn in_rows_that_a_portal_gives_and_in_records_as_they_are_saved() {
    for (name, rows) in tables() {
        let rows: Vec<Value> = rows.into_iter().map(Value::from).collect();
        let (header, rows) = rows.split_first().unwrap();
        let mut tables = Tables::new(|| Box::new(Gb18030::default()), Date::default());
        tables.rows(&json!({"header": header}).to_string()).unwrap();
        tables.more_rows(&json!(rows).to_string());
        tables.close();
        let mut told = tables.finish();
        while let Some(records) = tables.records(1, None) {
            told.push_str(&records);
        }
        assert!(!told.contains(CANARY), "{name}: {}", around(&told, CANARY));
        assert!(!NUMBERS.iter().any(|number| told.contains(number)), "{name}");
    }
    let files: Vec<(String, Vec<u8>)> =
        tables().into_iter().map(|(name, rows)| (name.to_owned(), delimited(&rows, ",").into_bytes())).collect();
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let import = import_files(&files);
    for enterprise in &import.enterprises {
        let record = canonical(&enterprise_json(enterprise));
        assert!(!record.contains(CANARY) && !NUMBERS.iter().any(|number| record.contains(number)), "{record}");
    }
}
