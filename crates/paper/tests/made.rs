//! Templates that other programs made: `made/make.py` says how.

mod common;

use common::{DOCUMENT, part, seen};
use paper::{Values, fill};

const PYTHON_DOCX: &[u8] = include_bytes!("made/python_docx.docx");
const LIBREOFFICE: &[u8] = include_bytes!("made/libreoffice.docx");

/// The paragraphs and rows that are not empty.
fn lines(template: &[u8], values: &Values) -> Vec<String> {
    let file = fill(template, values).unwrap();
    let text = seen(&part(&file, DOCUMENT));
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn templates_of_python_docx_and_libreoffice_are_filled() {
    let mut values = common::values();
    values.set("机关名称", "示例市监局");
    let mut material = Values::default();
    material.set("名称", "申请书");
    values.set_list("材料", vec![material.clone(), material]);
    for template in [PYTHON_DOCX, LIBREOFFICE] {
        let expected = [
            "信用修复告知书",
            "致：示例有限公司，住所：【住所】。",
            "你单位有下列处罚：",
            "序号|决定书文号|罚款|",
            "1|甲1号|6万元|",
            "2|乙2号|无|",
            "材料：1.申请书；2.申请书；",
        ];
        assert_eq!(lines(template, &values), expected);
        let file = fill(template, &values).unwrap();
        assert_eq!(seen(&part(&file, "word/header1.xml")).trim(), "示例市监局");
        assert_eq!(seen(&part(&file, "word/footer1.xml")).trim(), "【今日】　【规则摘要】");
        assert_eq!(part(&file, "word/styles.xml"), part(template, "word/styles.xml"));
        assert!(!part(&file, DOCUMENT).contains("{{"));
        values.set_list("处罚", Vec::new());
        let expected =
            ["信用修复告知书", "致：示例有限公司，住所：【住所】。", "你单位没有处罚。", "材料：1.申请书；2.申请书；"];
        assert_eq!(lines(template, &values), expected);
        values.set_list("处罚", common::values().list("处罚").to_vec());
    }
}
