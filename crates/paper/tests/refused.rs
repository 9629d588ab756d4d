//! Templates that are refused, in words that name the part and the text around the place.

mod common;

use common::{DOCUMENT, document, docx, p, part, story, table, values, with_body};
use paper::{Fault, fill};

/// The words for a body that is refused.
fn refused(body: &str) -> String {
    fill(&with_body(body), &values()).unwrap_err().message().zh
}

fn refused_file(parts: &[(&str, &[u8])]) -> Fault {
    fill(&docx(parts), &values()).unwrap_err()
}

#[test]
fn an_unknown_tag_is_told_with_the_nearest() {
    let fault = fill(&with_body(&p("兹有{{企业名秤}}一家")), &values()).unwrap_err();
    assert_eq!(
        fault.message().zh,
        "正文（word/document.xml）中“兹有{{企业名秤}}一家”处：没有“企业名秤”这个标签，最接近的是“企业名称”，请改正"
    );
    assert_eq!(
        fault.message().en,
        "word/document.xml, at “兹有{{企业名秤}}一家”: there is no tag “企业名秤”; the nearest is “企业名称”: mend it"
    );
    for (tag, nearest) in [
        ("{{#eech 处罚}}", "#each"),
        ("{{/ech}}", "/each"),
        ("{{#each 处法}}", "处罚"),
        ("{{#if 企业名}}", "企业名称"),
        ("{{{企业名称}}}", "企业名称"),
        ("{{! 备注}}", "#if"),
    ] {
        let told = refused(&p(tag));
        assert!(told.contains(&format!("这个标签，最接近的是“{nearest}”")), "{told}");
    }
    let header = story("hdr", &p("{{机关名}}"));
    let told = refused_file(&[("word/header1.xml", header.as_bytes())]).message().zh;
    assert!(told.starts_with("页眉（word/header1.xml）中“{{机关名}}”处：") && told.contains("“机关名称”"), "{told}");
}

#[test]
fn blocks_that_do_not_pair_are_told() {
    for (body, told) in [
        (p("甲{{#each 处罚}}乙"), "“{{#each …}}”没有结束：请补上 {{/each}}"),
        (p("甲{{/if}}乙"), "“{{/if}}”之前没有对应的开始"),
        (p("{{#each 处罚}}{{#if 住所}}{{/each}}{{/if}}"), "“{{#if …}}”被“{{/each}}”结束"),
        (p("{{else}}"), "{{else}} 应在 {{#if}} 与 {{/if}} 之间"),
        (p("{{#if 住所}}{{else}}{{else}}{{/if}}"), "{{else}} 应在 {{#if}} 与 {{/if}} 之间"),
        (p("{{#each 处罚}}{{else}}{{/each}}"), "{{else}} 应在 {{#if}} 与 {{/if}} 之间"),
        ([p("甲{{#if 住所}}乙"), p("丙{{/if}}丁")].concat(), "不在同一段落"),
        ([p("{{#if 住所}}{{#if 处罚}}"), p("丙"), p("{{/if}}{{/if}}")].concat(), "不在同一段落"),
        ([p("{{#if 住所}}甲"), p("乙{{else}}丙"), p("丁{{/if}}")].concat(), "不在同一段落"),
        ([p("{{#if 住所}}"), table(&[&["甲{{/if}}乙"]])].concat(), "不在同一段落"),
        (p("{{#each 企业名称}}{{/each}}"), "“企业名称”不是列表"),
        (p("{{处罚}}"), "“处罚”是列表：请写 {{#each 处罚}}"),
        (p("甲{{企业名称}乙"), "花括号不成对"),
        (p("甲企业名称}}乙"), "花括号不成对"),
        (p("甲｛｛企业名称｝｝"), "全角花括号"),
        ([p("{{企业"), p("名称}}")].concat(), "花括号不成对"),
    ] {
        let said = refused(&body);
        assert!(said.starts_with("正文（word/document.xml）中“") && said.contains(told), "{body}: {said}");
    }
}

#[test]
fn what_is_no_document_is_told() {
    for file in [&b"text"[..], b"", b"PK\x03\x04", &docx(&[("[Content_Types].xml", b"<Types/>")])] {
        assert_eq!(fill(file, &values()), Err(Fault::NotADocument));
    }
    assert_eq!(fill(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &values()), Err(Fault::OldOrLocked));
    let file = with_body(&p("x"));
    for length in 1..file.len() {
        assert!(fill(&file[..length], &values()).is_err(), "cut to {length} bytes it is none");
    }
    // A workbook is a file of the same kind.
    let types =
        part(&file, "[Content_Types].xml").replace("wordprocessingml.document.main", "spreadsheetml.sheet.main");
    assert_eq!(refused_file(&[("[Content_Types].xml", types.as_bytes())]), Fault::NotADocument);
    for broken in ["<w:document", "<a>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>", "\u{0}"] {
        let met = refused_file(&[(DOCUMENT, broken.as_bytes())]);
        assert!(matches!(met, Fault::Broken { .. }), "{broken}: {met:?}");
    }
    let no_utf_8 = [document("").as_bytes(), b"\xff"].concat();
    assert_eq!(refused_file(&[(DOCUMENT, &no_utf_8)]), Fault::Broken { part: DOCUMENT.to_owned() });
    let entity = document(&p("&b;{{企业名称}}"));
    assert_eq!(refused_file(&[(DOCUMENT, entity.as_bytes())]), Fault::Broken { part: DOCUMENT.to_owned() });
}

#[test]
fn macros_and_controls_are_told() {
    let types = part(&with_body(""), "[Content_Types].xml");
    let macros = types.replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    );
    assert!(matches!(refused_file(&[("[Content_Types].xml", macros.as_bytes())]), Fault::Macros { .. }));
    assert!(matches!(refused_file(&[("word/vbaProject.bin", b"x")]), Fault::Macros { .. }));
    let control = relationships(
        r#"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/control" Target="activeX/a.xml""#,
    );
    assert!(matches!(refused_file(&[("word/_rels/document.xml.rels", control.as_bytes())]), Fault::Macros { .. }));
}

fn relationships(relationship: &str) -> String {
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" {relationship}/></Relationships>"#
    )
}

#[test]
fn what_would_be_fetched_is_told_and_links_stay() {
    const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    for kind in ["image", "oleObject", "frame", "subDocument", "mailMergeSource"] {
        for mode in ["External", "&#69;xternal"] {
            let text = relationships(&format!(
                r#"Type="{KINDS}/{kind}" TargetMode="{mode}" Target="http://elsewhere.example/a.png""#
            ));
            let fault = refused_file(&[("word/_rels/document.xml.rels", text.as_bytes())]);
            let target = "http://elsewhere.example/a.png".to_owned();
            assert_eq!(fault, Fault::Linked { part: "word/_rels/document.xml.rels".to_owned(), target });
            assert!(fault.message().zh.contains("链接到文件以外的内容“http://elsewhere.example/a.png”"));
        }
    }
    let link =
        relationships(&format!(r#"Type="{KINDS}/hyperlink" TargetMode="External" Target="https://www.gsxt.gov.cn""#));
    let parts = [("word/_rels/document.xml.rels", link.as_bytes())];
    assert_eq!(part(&fill(&docx(&parts), &values()).unwrap(), parts[0].0), link);
    for code in ["INCLUDEPICTURE \"http://a\"", " ddeauto c:\\\\x", "INCLUDETEXT a", "LINK Excel.Sheet"] {
        let (first, rest) = code.split_at(4);
        let field = format!(
            r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{first}</w:instrText></w:r><w:r><w:instrText>{rest}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#
        );
        assert!(refused(&field).contains("链接到文件以外的内容"), "{code}");
        let simple = format!("<w:p><w:fldSimple w:instr='{code}'><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>");
        assert!(refused(&simple).contains("链接到文件以外的内容"), "{code}");
    }
    let number = r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#;
    assert!(fill(&with_body(number), &values()).is_ok());
}

#[test]
fn the_reference_to_the_template_it_was_made_from_goes() {
    let text = relationships(
        r#"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" TargetMode="External" Target="file:///C:/Users/wang/a.dotx""#,
    );
    let settings = story("settings", r#"<w:zoom w:percent="100"/><w:attachedTemplate r:id="rId9"/>"#);
    let file = docx(&[("word/_rels/settings.xml.rels", text.as_bytes()), ("word/settings.xml", settings.as_bytes())]);
    let file = fill(&file, &values()).unwrap();
    assert!(!part(&file, "word/_rels/settings.xml.rels").contains("wang"));
    assert_eq!(part(&file, "word/settings.xml"), settings.replace(r#"<w:attachedTemplate r:id="rId9"/>"#, ""));
}

#[test]
fn what_is_too_large_is_told_before_it_fills_the_memory() {
    let noise: Vec<u8> = (0..10_000_001_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 11) as u8).collect();
    assert_eq!(fill(&noise, &values()), Err(Fault::TooLarge));
    let zeros = vec![0; 60_000_000];
    assert_eq!(refused_file(&[("word/media/a.bin", &zeros), ("word/media/b.bin", &zeros)]), Fault::UnpackedTooLarge);
    let deep = ["<w:p>".repeat(300), "</w:p>".repeat(300)].concat();
    assert_eq!(refused(&deep), "正文（word/document.xml）：结构过于复杂：请简化表格、文本框的嵌套");
    let nested = |depth| ["{{#if 住所}}".repeat(depth), "{{/if}}".repeat(depth)].concat();
    assert!(fill(&with_body(&p(&nested(50))), &values()).is_ok());
    assert!(refused(&p(&nested(9_000))).contains("结构过于复杂"));
    let boxes = ["<w:tbl><w:tr><w:tc>".repeat(60), p(&nested(50)), "</w:tc></w:tr></w:tbl>".repeat(60)].concat();
    assert!(fill(&with_body(&boxes), &values()).is_ok());
    assert!(refused(&p(&format!("{{{{{}}}}}", "很长".repeat(100_000)))).chars().count() < 300);
    assert!(refused(&p(&"{{住所}}".repeat(20_001))).contains("结构过于复杂"));
    let many = |text: &str| format!("<w:p>{}</w:p>", format!("<w:r><w:t>{text}</w:t></w:r>").repeat(20_000));
    assert!(fill(&with_body(&many("{{住所}}")), &values()).is_ok());
    // Lists within lists end, though nothing is written.
    let mut values = values();
    let entries = vec![paper::Values::default(); 20_000];
    values.set_list("处罚", entries);
    let nested = ["{{#each 处罚}}".repeat(4), "{{/each}}".repeat(4)].concat();
    assert_eq!(fill(&with_body(&p(&nested)), &values), Err(Fault::FilledTooLarge));
    let long = ["{{#each 处罚}}", &"很长".repeat(2_000), "{{/each}}"].concat();
    assert_eq!(fill(&with_body(&p(&long)), &values), Err(Fault::FilledTooLarge));
}
