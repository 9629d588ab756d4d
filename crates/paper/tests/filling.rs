//! Templates are filled wherever their tags stand, and everything else stays.

mod common;

use common::{DOCUMENT, document, docx, filled, p, part, seen, story, table, values, with_body};
use paper::{Values, fill};

#[test]
fn a_tag_is_found_however_it_is_cut_and_looks_as_its_first_character() {
    let body = r#"<w:p><w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>致{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>{企业</w:t></w:r><w:bookmarkStart w:id="0" w:name="x"/><w:r w:rsidR="2"><w:rPr><w:i/></w:rPr><w:t>名</w:t></w:r><w:bookmarkEnd w:id="0"/><w:proofErr w:type="spellEnd"/><w:r><w:t xml:space="preserve">称}</w:t></w:r><w:r><w:t xml:space="preserve">} ：</w:t></w:r></w:p>"#;
    let xml = part(&fill(&with_body(body), &values()).unwrap(), DOCUMENT);
    assert_eq!(seen(&xml), "致示例有限公司 ：");
    assert!(
        xml.contains(r#"<w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">示例有限公司</w:t></w:r>"#),
        "{xml}"
    );
    assert!(xml.contains(r#"<w:proofErr w:type="spellEnd"/>"#), "{xml}");
}

#[test]
fn white_space_in_a_tag_and_names_of_any_prefix_do_not_matter() {
    assert_eq!(filled(&p("{{ 企业名称　}}")), "示例有限公司");
    let xml = document(&p("{{企业名称}}")).replace("w:", "n0:").replace("xmlns:w", "xmlns:n0");
    let file = fill(&docx(&[(DOCUMENT, xml.as_bytes())]), &values()).unwrap();
    assert!(part(&file, DOCUMENT).contains(">示例有限公司</n0:t>"), "{}", part(&file, DOCUMENT));
}

#[test]
fn what_is_missing_stands_there_by_name_and_yellow() {
    let body = r#"<w:p><w:r><w:rPr><w:b/><w:highlight w:val="red"/><w:u w:val="single"/></w:rPr><w:t>{{住所}}</w:t></w:r></w:p>"#;
    let xml = part(&fill(&with_body(body), &values()).unwrap(), DOCUMENT);
    let run = r#"<w:r><w:rPr><w:b/><w:highlight w:val="yellow"/><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">【住所】</w:t></w:r>"#;
    assert!(xml.contains(run), "{xml}");
    assert!(!xml.contains("red"), "{xml}");
    let plain = part(&fill(&with_body(&p("{{住所}}")), &values()).unwrap(), DOCUMENT);
    assert!(plain.contains(r#"<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr>"#), "{plain}");
}

#[test]
fn a_row_is_repeated_where_both_tags_stand_in_it() {
    let rows: &[&[&str]] =
        &[&["序号", "文号", "罚款"], &["{{#each 处罚}}{{序号}}", "{{决定书文号}}", "{{罚款金额}}{{/each}}"]];
    // The second entry has no fine: that of the target is not its own.
    assert_eq!(filled(&table(rows)), "序号|文号|罚款|\n1|甲1号|6万元|\n2|乙2号|【罚款金额】|");
    // In a row that is repeated, a block within a cell is about the text there.
    let rows: &[&[&str]] = &[&["{{#each 处罚}}{{序号}}", "{{#if 罚款金额}}罚{{罚款金额}}{{else}}无{{/if}}{{/each}}"]];
    assert_eq!(filled(&table(rows)), "1|罚6万元|\n2|无|");
    let one_cell: &[&[&str]] = &[&["{{#each 处罚}}{{决定书文号}}{{/each}}", "处罚"]];
    assert_eq!(filled(&table(one_cell)), "甲1号|处罚|\n乙2号|处罚|");
    // Nothing to repeat leaves no table behind.
    let none: &[&[&str]] = &[&["{{#each 材料}}{{名称}}", "{{说明}}{{/each}}"]];
    assert_eq!(filled(&format!("{}{}{}", p("前"), table(none), p("后"))), "前\n后");
    // Rows that tags fill vanish.
    let between: &[&[&str]] = &[&["{{#each 处罚}}", ""], &["{{序号}}", "{{决定书文号}}"], &["", "{{/each}}"]];
    assert_eq!(filled(&table(between)), "1|甲1号|\n2|乙2号|");
}

#[test]
fn a_row_goes_where_its_condition_does_not_hold() {
    let rows: &[&[&str]] = &[&["企业", "{{企业名称}}"], &["{{#if 住所}}住所", "{{住所}}{{/if}}"], &["末", "行"]];
    assert_eq!(filled(&table(rows)), "企业|示例有限公司|\n末|行|");
    // Two conditions beside each other, and one with another text instead, are about their cells.
    let rows: &[&[&str]] =
        &[&["{{#if 住所}}有{{/if}}", "{{#if 企业名称}}有{{/if}}"], &["住所", "{{#if 住所}}有{{else}}无{{/if}}"]];
    assert_eq!(filled(&table(rows)), "|有|\n住所|无|");
}

#[test]
fn paragraphs_between_are_repeated_and_those_of_the_tags_vanish() {
    let body = [
        p("前"),
        p("{{#each 处罚}}"),
        p("{{序号}}. {{决定书文号}}"),
        p("{{#if 罚款金额}}"),
        p("罚款{{罚款金额}}"),
        p("{{else}}"),
        p("不罚款"),
        p("{{/if}}"),
        p("{{/each}}"),
        p("后"),
    ];
    assert_eq!(filled(&body.concat()), "前\n1. 甲1号\n罚款6万元\n2. 乙2号\n不罚款\n后");
    let body = [p("{{#if 材料}}"), table(&[&["材料"]]), p("{{/if}}"), p("{{#if 处罚}}有处罚{{/if}}")];
    assert_eq!(filled(&body.concat()), "有处罚");
    // A block may begin at the start of a paragraph and end at the end of another.
    assert_eq!(filled(&[p("{{#if 住所}}住所："), p("{{住所}}{{/if}}"), p("后")].concat()), "后");
    assert_eq!(
        filled(&[p("{{#each 处罚}}第{{序号}}项"), p("{{决定书文号}}{{/each}}")].concat()),
        "第1项\n甲1号\n第2项\n乙2号"
    );
}

#[test]
fn else_the_text_between_is_repeated() {
    assert_eq!(
        filled(&p("共：{{#each 处罚}}{{决定书文号}}（{{企业名称}}）；{{/each}}完")),
        "共：甲1号（示例有限公司）；乙2号（示例有限公司）；完"
    );
    let cut = r#"<w:p><w:r><w:t>{{#if 住</w:t></w:r><w:r><w:t>所}}甲</w:t></w:r><w:hyperlink><w:r><w:t>乙</w:t></w:r></w:hyperlink><w:r><w:t>{{el</w:t></w:r><w:r><w:t>se}}丙{{/if}}丁</w:t></w:r></w:p>"#;
    assert_eq!(filled(cut), "丙丁");
}

#[test]
fn a_cell_and_a_box_keep_a_paragraph_and_a_section_its_end() {
    let content = [p("{{#if 住所}}"), p("住所"), p("{{/if}}")].concat();
    let cell =
        format!("<w:tbl><w:tr><w:tc>{content}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("{{#if 企业名称}}x{{/if}}"));
    let xml = part(&fill(&with_body(&cell), &values()).unwrap(), DOCUMENT);
    assert!(xml.contains("<w:tc><w:p/></w:tc>"), "{xml}");
    let section = "<w:p><w:pPr><w:sectPr><w:pgSz/></w:sectPr></w:pPr><w:r><w:t>{{/if}}</w:t></w:r></w:p>";
    let xml = part(&fill(&with_body(&[&p("{{#if 住所}}"), section].concat()), &values()).unwrap(), DOCUMENT);
    assert!(xml.contains("<w:pgSz/>"), "{xml}");
}

#[test]
fn headers_footers_notes_and_boxes_are_filled() {
    let header = story("hdr", &p("{{企业名称}}"));
    let footer = story("ftr", &p("页脚{{企业名称}}"));
    let notes = story("footnotes", &format!("<w:footnote>{}</w:footnote>", p("注{{企业名称}}")));
    let in_box = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let body = format!(
        r#"<w:p><w:r><w:t>外{{{{企业</w:t></w:r><w:r><w:t>名称}}}}</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>{0}</w:drawing></mc:Choice><mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"#,
        in_box("框{{企业名称}}{{#if 住所}}x{{/if}}")
    );
    let parts = [
        ("word/header1.xml", &header),
        ("word/footer1.xml", &footer),
        ("word/footnotes.xml", &notes),
        (DOCUMENT, &document(&body)),
    ];
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let file = fill(&docx(&parts), &values()).unwrap();
    assert_eq!(seen(&part(&file, "word/header1.xml")), "示例有限公司");
    assert_eq!(seen(&part(&file, "word/footer1.xml")), "页脚示例有限公司");
    assert_eq!(seen(&part(&file, "word/footnotes.xml")), "注示例有限公司");
    assert_eq!(seen(&part(&file, DOCUMENT)), "外示例有限公司框示例有限公司\n框示例有限公司");
}

#[test]
fn no_value_acts_as_a_tag_or_as_markup() {
    let mut values = Values::default();
    values.set("企业名称", "{{住所}}</w:t><w:br/>&lt;\u{0}\u{1}\r\n第二行\t尾 & \"{{#each 处罚}}");
    let xml = part(&fill(&with_body(&p("{{企业名称}}")), &values).unwrap(), DOCUMENT);
    assert!(xml.contains("{{住所}}&lt;/w:t&gt;&lt;w:br/&gt;&amp;lt;</w:t><w:br/>"), "{xml}");
    assert!(xml.contains(r#"第二行</w:t><w:tab/><w:t xml:space="preserve">尾 &amp; "{{#each 处罚}}</w:t>"#), "{xml}");
}

#[test]
fn what_no_tag_touches_stays_to_the_byte() {
    let header = "<?xml version='1.0'?>\r\n<!-- a -->  <w:hdr  xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' ><w:p ><w:r><w:t>a &#65; &amp; }</w:t></w:r></w:p></w:hdr>";
    let picture: Vec<u8> = (0..=255).cycle().take(5000).collect();
    let around = r#"<w:p w:rsidR="00"  ><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:t>b &#66;</w:t></w:r></w:p >"#;
    let body = format!("{around}{}", p("{{企业名称}}"));
    let file = fill(
        &docx(&[
            ("word/header1.xml", header.as_bytes()),
            ("word/media/a.png", &picture),
            (DOCUMENT, document(&body).as_bytes()),
        ]),
        &values(),
    )
    .unwrap();
    assert_eq!(part(&file, "word/header1.xml"), header);
    assert!(part(&file, DOCUMENT).contains(around));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&file)).unwrap();
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut archive.by_name("word/media/a.png").unwrap(), &mut bytes).unwrap();
    assert_eq!(bytes, picture);
}

#[test]
fn copies_of_a_bookmark_have_no_second_name() {
    let marked =
        r#"<w:p><w:bookmarkStart w:id="0" w:name="x"/><w:r><w:t>{{序号}}</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>"#;
    let xml = part(
        &fill(&with_body(&[&p("{{#each 处罚}}"), marked, &p("{{/each}}")].concat()), &values()).unwrap(),
        DOCUMENT,
    );
    assert_eq!(xml.matches("bookmarkStart").count(), 1);
    assert_eq!(seen(&xml), "1\n2");
}

#[test]
fn lists_of_other_names_are_known_with_what_is_in_them() {
    let mut task = Values::default();
    task.set("任务名称", "计量抽查");
    let mut values = Values::default();
    values.set_list("任务", vec![task]);
    let body = p("{{#each 任务}}{{序号}}.{{任务名称}}{{/each}}");
    assert_eq!(seen(&part(&fill(&with_body(&body), &values).unwrap(), DOCUMENT)), "1.计量抽查");
}
