//! What was recognised is shown, and can be corrected: columns, words, the header itself.

use xinheng::import::{Correction, Corrections, FileKind, Import, UnknownWord};

use crate::books::{import_with, rows, xlsx};
use crate::support::{code, codes, importer};

fn corrected(corrections: &Corrections, file: &str) -> Import {
    import_with(importer().with_corrections(corrections.clone()), &[("a.csv", file.as_bytes().to_vec())])
}

fn columns(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(name, standard)| ((*name).to_owned(), (*standard).to_owned())).collect()
}

#[test]
fn what_was_recognised_can_be_shown_before_the_run() {
    let file = format!(
        "处罚名单,,,,\n\n单位代码,统一社会信用代码,处罚类别,处罚决定日期,CF_FR_SFZH\n7,{},罚款,2024-05-28,150203199001011234\n\
         8,{},罚歀,2024-05-28,x\n9,{},罚歀,2024-05-28,x\n10,{},警告,cut o",
        code(1),
        code(2),
        code(3),
        code(4)
    );
    let mut importer = importer();
    importer.open("处罚.csv");
    importer.feed(file.as_bytes());
    importer.close_early();
    let report = &importer.files()[0];
    assert_eq!((report.kind, report.header_row, report.rows), (Some(FileKind::Penalties), Some(3), 3));
    assert_eq!(report.unused_columns, ["单位代码"]);
    assert_eq!(report.shape, "单位代码\t统一社会信用代码\t处罚类别\t处罚决定日期");
    let samples: Vec<&[String]> = report.samples.iter().map(|seen| seen.cells.as_slice()).collect();
    assert_eq!(samples[0][..4], ["单位代码", "统一社会信用代码", "处罚类别", "处罚决定日期"]);
    assert_eq!(samples[1], ["7", &code(1), "罚款", "2024-05-28", ""], "nothing about persons is shown");
    assert_eq!((samples.len(), report.samples[1].sheet_row), (4, 4));
    assert!(!codes(importer.problems().kept()).contains(&"not_a_date"), "the row that is cut off is not read");

    let [UnknownWord { column, word, count, known }] = &*importer.unknown_words(0) else { panic!() };
    assert_eq!((*column, word.as_str(), *count), ("处罚类别", "罚歀", 2));
    assert!(known.contains(&"罚款") && known.contains(&"行政拘留"));
}

#[test]
fn a_header_that_is_not_recognised_can_be_named() {
    let file = format!("名单\n信用代码,单位,状态,备用\n{},示例一,存续,1\n{},示例二,注销,2\n", code(1), code(2));
    let mut importer = importer();
    importer.open("a.csv");
    importer.feed(file.as_bytes());
    importer.close_early();
    assert_eq!(codes(importer.problems().kept()), ["no_header"]);
    let seen = &importer.files()[0].samples;
    assert_eq!(seen[1].cells, ["信用代码", "单位", "状态", "备用"]);

    let mut correction = Correction::new(&seen[1].shape, FileKind::Register);
    correction.columns = columns(&[("信用代码", "统一社会信用代码"), ("单位", "企业名称"), ("状态", "登记状态")]);
    let mut corrections = Corrections::default();
    corrections.put(correction);
    let import = corrected(&corrections, &file);
    assert_eq!(codes(import.report.problems.kept()), Vec::<&str>::new());
    let firms: Vec<(&str, &str)> = import.enterprises.iter().map(|firm| (&*firm.uscc, &*firm.name)).collect();
    assert_eq!(firms, [(&*code(1), "示例一"), (&*code(2), "示例二")]);
    assert_eq!(import.report.files[0].unused_columns, ["备用"]);

    // The next file of that shape is read alike, whatever it is called, and as a workbook too; another is not.
    let next = rows(&format!("信用代码,单 位,状态,备用\n{},示例三,存续,\n", code(3)));
    let import = import_with(
        crate::support::importer().with_corrections(corrections.clone()),
        &[("b.xlsx", xlsx(&next, false)), ("c.csv", b"a,b,c\n1,2,3\n".to_vec())],
    );
    assert_eq!(import.enterprises[0].name, "示例三");
    assert_eq!(codes(import.report.problems.kept()), ["no_header"]);

    // Kept as text and read again it is the same; forgotten it is none.
    assert_eq!(Corrections::read(&corrections.write()), corrections);
    let shape = seen[1].shape.clone();
    corrections.forget(&shape);
    assert_eq!(codes(corrected(&corrections, &file).report.problems.kept()), ["no_header"]);
}

#[test]
fn a_column_can_be_given_another_field_or_none() {
    let header = "统一社会信用代码,处罚类别,处罚决定日期,送达日期,罚款金额";
    let file = format!("{header}\n{},罚款,2024-05-28,2024-06-01,500\n", code(1));
    let shape = header.replace(',', "\t");
    let decided_on = |columns: &[(&str, &str)]| {
        let mut corrections = Corrections::default();
        corrections.put(Correction { columns: self::columns(columns), ..Correction::new(&shape, FileKind::Penalties) });
        let import = corrected(&corrections, &file);
        let penalty = import.enterprises.first().map(|firm| firm.penalties[0].clone());
        let told: Vec<String> = codes(import.report.problems.kept()).into_iter().map(str::to_owned).collect();
        (penalty.map(|penalty| (penalty.decided_on.to_string(), penalty.fine.map(|fine| fine.to_string()))), told)
    };
    let read = |day: &str, fine: &str| Some((day.to_owned(), Some(fine.to_owned())));
    assert_eq!(decided_on(&[]), (read("2024-05-28", "5000000"), vec!["unit_assumed".to_owned()]));
    // The unit that a person names is no guess.
    assert_eq!(decided_on(&[("罚款金额", "罚款金额（元）")]), (read("2024-05-28", "500"), vec![]));
    let other = [("送达日期", "处罚决定日期"), ("罚款金额", "罚款金额（元）")];
    assert_eq!(decided_on(&other), (read("2024-06-01", "500"), vec![]), "what a person says goes before the name");
    let (penalty, told) = decided_on(&[("处罚决定日期", "")]);
    assert_eq!((penalty, told), (None, vec!["column_missing".to_owned()]));
}

#[test]
fn words_can_be_given_a_meaning_alone_and_joined_and_none() {
    let header = "统一社会信用代码,处罚类别,处罚决定日期,裁量阶次,行政相对人类别";
    let row = |number: usize, kinds: &str, step: &str, party: &str| {
        format!("{},{kinds},2024-05-28,{step},{party}\n", code(number))
    };
    let file = format!(
        "{header}\n{}{}{}{}",
        row(1, "罚歀", "从轻", "法人"),
        row(2, "警告、罚 歀", "未裁量", "法人"),
        row(3, "罚金", "从轻", "法人"),
        ",罚款,2024-05-28,从轻,散户\n".to_owned(),
    );
    let told = codes(corrected(&Corrections::default(), &file).report.problems.kept());
    assert_eq!(told, ["unknown_value", "unknown_value", "unknown_value", "unknown_value", "uscc_missing"]);
    let word = |column: &str, word: &str, meaning: &str| (column.to_owned(), word.to_owned(), meaning.to_owned());
    let mut corrections = Corrections::default();
    corrections.put(Correction {
        words: vec![
            word("处罚类别", "罚歀", "罚款"),
            word("裁量阶次", "未裁量", ""),
            word("行政相对人类别", "散户", "自然人"),
        ],
        ..Correction::new(&header.replace(',', "\t"), FileKind::Penalties)
    });
    let import = corrected(&Corrections::read(&corrections.write()), &file);
    let [problem] = import.report.problems.kept() else { panic!("{:?}", import.report.problems) };
    assert_eq!(problem.value, "罚金", "only the words that were named");
    assert_eq!(import.enterprises.len(), 2);
    assert_eq!(import.enterprises[1].penalties[0].kinds.iter().count(), 2);
    assert_eq!(import.enterprises[1].penalties[0].discretion, None);
    assert_eq!(import.report.natural_persons, 1);
}

#[test]
fn a_list_that_could_be_either_can_be_named() {
    let header = "统一社会信用代码,列入原因,列入日期,移出日期";
    let file = format!("{header}\n{},食品安全领域严重违法,2026-01-05,\n", code(1));
    assert_eq!(codes(corrected(&Corrections::default(), &file).report.problems.kept()), ["kind_unclear"]);
    let mut corrections = Corrections::default();
    corrections.put(Correction::new(&header.replace(',', "\t"), FileKind::SeriousListings));
    let import = corrected(&corrections, &file);
    assert_eq!(import.enterprises[0].serious_listings.len(), 1);
}
