//! The same table in every encoding, cut anywhere.

use std::cell::Cell;
use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use xinheng::import::{ByTable, Decoder, Encoding, Gb18030, Gb18030Characters, Import};

use crate::support::{code, import_bytes, importer};

/// A small register with a character outside the two-byte part of GB18030 and one outside the basic plane.
fn text() -> String {
    format!(
        "统一社会信用代码,企业名称,登记状态\r\n{},包头市㐂𠀀示例甲有限公司,存续\r\n{},\"示例乙\n“店”\",注销\r\n",
        code(1),
        code(2)
    )
}

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
}

fn check(import: &Import, encoding: Encoding, what: &str) {
    let names: Vec<&str> = import.enterprises.iter().map(|enterprise| enterprise.name.as_str()).collect();
    assert_eq!(names, ["包头市㐂𠀀示例甲有限公司", "示例乙\n“店”"], "{what}");
    assert_eq!(import.report.files[0].encoding, Some(encoding), "{what}");
    assert_eq!(import.report.problems.kept(), [], "{what}");
}

#[test]
fn every_encoding_cut_at_every_byte() {
    let text = text();
    let with_mark = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    for (encoding, bytes) in [
        (Encoding::Utf8, text.clone().into_bytes()),
        (Encoding::Utf8, with_mark),
        (Encoding::Utf16Le, utf16(&text, u16::to_le_bytes)),
        (Encoding::Utf16Be, utf16(&text, u16::to_be_bytes)),
        (Encoding::Gb18030, gb18030(&text)),
    ] {
        check(&import_bytes(&[("a.csv", &bytes)]), encoding, "whole");
        for cut in 0..=bytes.len() {
            let mut importer = importer();
            importer.open("a.csv");
            importer.feed(&bytes[..cut]);
            importer.feed(&bytes[cut..]);
            check(&importer.finish(), encoding, &format!("cut at {cut}"));
        }
        let mut importer = importer();
        importer.open("a.csv");
        for byte in &bytes {
            importer.feed(std::slice::from_ref(byte));
        }
        check(&importer.finish(), encoding, "byte by byte");
    }
}

/// Long files are decided while they come in: cuts in the middle of the window's end and of characters behind it.
#[test]
fn a_long_file_cut_at_odd_places() {
    let mut text = String::from("统一社会信用代码,企业名称,登记状态\n");
    for number in 0..3000 {
        text += &format!("{},示例{number}号店,存续\n", code(number));
    }
    for (encoding, bytes) in [(Encoding::Utf8, text.clone().into_bytes()), (Encoding::Gb18030, gb18030(&text))] {
        for piece in [7, 4099, 65_535, 65_536, 65_537] {
            let mut importer = importer();
            importer.open("a.csv");
            for bytes in bytes.chunks(piece) {
                importer.feed(bytes);
            }
            let import = importer.finish();
            assert_eq!(import.report.files[0].encoding, Some(encoding));
            assert_eq!(import.report.problems.kept(), []);
            assert_eq!(import.enterprises.len(), 3000);
            assert!(import.enterprises.iter().enumerate().all(|(n, firm)| firm.name == format!("示例{n}号店")));
        }
    }
}

/// All ASCII but for a remark far behind the window.
#[test]
fn the_first_character_that_is_not_ascii_may_come_late() {
    let mut text = String::from("CF_XDR_SHXYM,CF_WSH,CF_CFLB,CF_JDRQ\n");
    let mut rows = 0;
    while text.len() < 200_000 {
        rows += 1;
        text += &format!("{},A-{rows},-,2025-01-05\n", code(rows));
    }
    text += &format!("{},A-0,罚款,2025-01-05\n", code(rows + 1));
    for bytes in [text.clone().into_bytes(), gb18030(&text)] {
        let import = import_bytes(&[("a.csv", &bytes)]);
        assert_eq!(import.report.files[0].rows, rows + 1);
        assert_eq!(import.enterprises.len(), 1, "only the last row has a kind");
        assert_eq!(import.enterprises[0].penalties[0].document_no.as_deref(), Some("A-0"));
    }
}

/// Systems cut long texts by bytes, through the middle of a character.
#[test]
fn a_broken_character_does_not_change_the_encoding_of_the_rest() {
    let mut bytes = text().into_bytes();
    bytes.extend(code(3).bytes());
    bytes.extend(b",".iter().chain(&"示例丙".as_bytes()[..8]).chain(b",\n"));
    let import = import_bytes(&[("a.csv", &bytes)]);
    assert_eq!(import.report.files[0].encoding, Some(Encoding::Utf8));
    assert_eq!(import.enterprises[2].name, "示例\u{FFFD}");
    assert_eq!(import.report.problems.kept()[0].code(), "characters_lost");

    let mut bytes = gb18030(&text());
    bytes.extend(code(3).bytes());
    bytes.extend(b",\xCA\xBE\xC0\xFD\xFF,\n");
    let import = import_bytes(&[("a.csv", &bytes)]);
    assert_eq!(import.report.files[0].encoding, Some(Encoding::Gb18030));
    assert_eq!(import.enterprises[2].name, "示例\u{FFFD}");
    assert_eq!(import.report.problems.kept()[0].value, "1");
}

#[test]
fn a_character_cut_off_at_the_end_of_the_file_is_told() {
    for (mut bytes, encoding) in [
        (text().into_bytes(), Encoding::Utf8),
        (gb18030(&text()), Encoding::Gb18030),
        (utf16(&text(), u16::to_le_bytes), Encoding::Utf16Le),
    ] {
        bytes.extend(match encoding {
            Encoding::Utf8 => "示".as_bytes()[..2].to_vec(),
            Encoding::Gb18030 => vec![0xCA],
            _ => vec![0x2C],
        });
        let import = import_bytes(&[("a.csv", &bytes)]);
        assert_eq!(import.report.files[0].encoding, Some(encoding));
        assert_eq!(import.enterprises.len(), 2);
        let told = import.report.problems.kept().iter().any(|problem| problem.code() == "characters_lost");
        assert!(told, "{encoding:?}");
    }
}

/// Two characters of evidence in a large window, and a third that the end of the window cuts off.
#[test]
fn a_character_that_the_window_cuts_off_is_no_evidence_against_utf_8() {
    let mut text = format!("CF_XDR_SHXYM,CF_XDR_MC,CF_CFLB,CF_JDRQ,CF_WSH\n{},示例甲,,,\n", code(1));
    for number in 2..3000 {
        text += &format!("{},ASCII {number},-,-,\n", code(number));
    }
    text += &format!("{},示例乙,其他,2026-01-05,\n", code(3000));
    let cut = text.rfind("示例乙").unwrap() + 1;
    let mut importer = importer();
    importer.open("a.csv");
    importer.feed(&text.as_bytes()[..cut]);
    importer.feed(&text.as_bytes()[cut..]);
    let import = importer.finish();
    assert_eq!(import.report.files[0].encoding, Some(Encoding::Utf8));
    assert_eq!(import.enterprises[0].name, "示例乙");
}

/// The first 64 KB with Chinese characters decide, however much more is at hand: here of a file that two systems wrote.
#[test]
fn the_same_part_of_a_file_decides_however_it_comes_in() {
    let rows = |from: usize| (from..from + 2000).map(|number| format!("{},示例{number},存续\n", code(number)));
    let mut bytes = format!("统一社会信用代码,企业名称,登记状态\n{}", rows(1).collect::<String>()).into_bytes();
    assert!(bytes.len() > 70_000);
    bytes.extend(rows(5000).flat_map(|row| gb18030(&row)));
    for piece in [1000, 30_000, bytes.len()] {
        let mut importer = importer();
        importer.open("a.csv");
        bytes.chunks(piece).for_each(|bytes| {
            importer.feed(bytes);
        });
        assert_eq!(importer.finish().report.files[0].encoding, Some(Encoding::Utf8), "pieces of {piece}");
    }
}

/// The decoder of the table, which counts the bytes that it is given.
#[derive(Default)]
struct Asked(Gb18030, Rc<Cell<usize>>);

impl Decoder for Asked {
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> usize {
        self.1.set(self.1.get() + bytes.len());
        self.0.decode(bytes, last, text)
    }
}

/// The text of pieces by a table, and for how many bytes the decoder was asked besides.
fn by_table(pieces: &[&[u8]]) -> (String, usize) {
    thread_local!(static TABLE: Rc<Gb18030Characters> = Rc::new(Gb18030Characters::of(&mut Gb18030::default())));
    let asked = Asked::default();
    let count = asked.1.clone();
    let mut decoder = ByTable::new(TABLE.with(Rc::clone), asked);
    let mut text = String::new();
    let mut lost: usize = pieces.iter().map(|piece| decoder.decode(piece, false, &mut text)).sum();
    lost += decoder.decode(&[], true, &mut text);
    assert_eq!(lost, text.matches('\u{FFFD}').count());
    (text, count.get())
}

fn by_encoding_rs(bytes: &[u8]) -> String {
    encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned()
}

#[test]
fn a_table_knows_every_character_of_two_bytes() {
    let pairs = (0x81..=0xFE).flat_map(|lead| (0x40..=0xFE).map(move |trail| [lead, trail]));
    let mut bytes: Vec<u8> = pairs.filter(|[_, trail]| *trail != 0x7F).flatten().collect();
    assert_eq!(bytes.len(), 126 * 190 * 2);
    bytes.extend(0..=0x7F);
    assert_eq!(by_table(&[&bytes]), (by_encoding_rs(&bytes), 0));
}

#[test]
fn one_rare_character_does_not_give_the_whole_file_to_the_decoder() {
    let text = "经营主体,㐂𠀀示例有限公司\n".to_owned() + &"经营主体,示例有限公司\n".repeat(1000);
    let bytes = gb18030(&text);
    let (decoded, asked) = by_table(&[&bytes]);
    assert_eq!(decoded, text);
    assert!(asked < 300, "{asked} of {}", bytes.len());
}

/// Bytes that are ASCII, whole characters, beginnings of them and broken ones in any order.
fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        6 => select(vec!["示例", "，", "ab", "1", "\n", ", ", "。甲\r\n", "·", "α"]).prop_map(gb18030),
        2 => select(vec!["㐂", "𠀀", "\u{FEFF}", "\u{FFFD}", "\u{10FFFF}"]).prop_map(gb18030),
        1 => any::<u8>().prop_map(|byte| vec![byte]),
        1 => select(vec![0x80, 0x81, 0xFE, 0xFF, 0x30, 0x39, 0x7F, 0x40]).prop_map(|byte: u8| vec![byte]),
        1 => prop::collection::vec(any::<u8>(), 0..6),
        1 => (1..400_usize).prop_map(|count| b"x,".repeat(count)),
        1 => (1..200_usize).prop_map(|count| gb18030("㐂").repeat(count)),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn a_table_gives_what_the_decoder_gives(
        (bytes, cuts) in any_bytes().prop_flat_map(|bytes| {
            let indices: Vec<usize> = (0..=bytes.len()).collect();
            let most = indices.len().min(6);
            (Just(bytes), subsequence(indices, 0..=most))
        })
    ) {
        let ends = cuts.iter().copied().chain([bytes.len()]);
        let mut start = 0;
        let pieces: Vec<&[u8]> = ends.map(|end| &bytes[std::mem::replace(&mut start, end)..end]).collect();
        prop_assert_eq!(by_table(&pieces).0, by_encoding_rs(&bytes));
    }
}
