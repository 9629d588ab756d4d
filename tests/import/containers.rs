//! The containers of old workbooks, as programs fill and count them, and made to harm.

use xinheng::import::Problem;

use crate::books::import_files;
use crate::support::code;

const FREE: u32 = u32::MAX;
const END: u32 = 0xFFFF_FFFE;

/// How a program writes a container.
#[derive(Clone, Copy)]
struct Way {
    sector: usize,
    /// What stands in the places of the table of sectors that belong to none.
    unused: u32,
    /// What stands where the list of that table's sectors would go on.
    no_more: u32,
    /// Whether the last sector is written in full.
    padded: bool,
    name: &'static str,
}

const USUAL: Way = Way { sector: 512, unused: FREE, no_more: END, padded: true, name: "Workbook" };

/// A container with one stream: head, table of sectors, directory, stream, the rest of the list of the table's sectors.
fn container(stream: &[u8], way: Way) -> Vec<u8> {
    let each = way.sector / 4;
    let content = stream.len().div_ceil(way.sector);
    // The table is as long as it must be to speak of itself, too.
    let (mut tables, mut lists) = (1, 0_usize);
    while tables * each < tables + lists + 1 + content {
        tables += 1;
        lists = tables.saturating_sub(109).div_ceil(each - 1);
    }
    let number = |number: usize| u32::try_from(number).unwrap();
    let (directory, start) = (tables + lists, tables + lists + 1);
    let mut table = vec![0xFFFF_FFFD_u32; tables];
    table.extend(vec![0xFFFF_FFFC; lists]);
    table.push(END);
    table.extend((1..content).map(|index| number(start + index)));
    table.push(END);
    table.resize(tables * each, way.unused);
    let mut list: Vec<u32> = (0..tables).map(number).collect();
    let behind = list.split_off(list.len().min(109));
    list.resize(109, FREE);

    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(24, 0);
    let version: u16 = if way.sector == 512 { 3 } else { 4 };
    let shift: u16 = if way.sector == 512 { 9 } else { 12 };
    for field in [0x3E, version, 0xFFFE, shift, 6, 0, 0, 0] {
        bytes.extend(field.to_le_bytes());
    }
    let first_list = if lists == 0 { way.no_more } else { number(tables) };
    for field in [0, number(tables), number(directory), 0, 4096, END, 0, first_list, number(lists)] {
        bytes.extend(field.to_le_bytes());
    }
    bytes.extend(list.iter().flat_map(|sector| sector.to_le_bytes()));
    bytes.resize(way.sector, 0);
    bytes.extend(table.iter().flat_map(|next| next.to_le_bytes()));
    for (index, part) in behind.chunks(each - 1).enumerate() {
        let mut part = part.to_vec();
        part.resize(each - 1, FREE);
        part.push(if index + 1 < lists { number(tables + index + 1) } else { way.no_more });
        bytes.extend(part.iter().flat_map(|sector| sector.to_le_bytes()));
    }
    let mut entries = entry("Root Entry", 5, [FREE, FREE, 1], END, 0);
    entries.extend(entry(way.name, 2, [FREE; 3], number(start), stream.len()));
    entries.resize(way.sector, 0);
    bytes.extend(entries);
    bytes.extend(stream);
    if way.padded {
        bytes.resize(bytes.len().next_multiple_of(way.sector), 0);
    }
    bytes
}

fn entry(name: &str, kind: u8, [before, behind, child]: [u32; 3], start: u32, length: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length_of_name = u16::try_from(bytes.len() + 2).unwrap();
    bytes.resize(64, 0);
    bytes.extend(length_of_name.to_le_bytes());
    bytes.extend([kind, 1]);
    for field in [before, behind, child] {
        bytes.extend(field.to_le_bytes());
    }
    bytes.resize(116, 0);
    bytes.extend(start.to_le_bytes());
    bytes.extend((length as u64).to_le_bytes());
    bytes
}

fn record(kind: u16, bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), bytes].concat()
}

fn text(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&u16::try_from(text.encode_utf16().count()).unwrap().to_le_bytes()[..], &[1], &units].concat()
}

/// The records of a workbook with one sheet of these rows, and with these records behind its cells.
pub fn stream(rows: &[Vec<String>], behind: &[Vec<u8>]) -> Vec<u8> {
    let begins = |kind: u16| record(0x809, &[&0x600_u16.to_le_bytes()[..], &kind.to_le_bytes(), &[0; 12]].concat());
    let bound = |start: u32| record(0x85, &[&start.to_le_bytes()[..], &[0, 0, 1, 0], b"A"].concat());
    let mut globals = begins(5);
    let length = globals.len() + bound(0).len() + 4;
    globals.extend(bound(u32::try_from(length).unwrap()));
    globals.extend(record(0x0A, &[]));
    let mut sheet = begins(16);
    for (row, cells) in (0_u16..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            let index = [row, column, 0].into_iter().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
            sheet.extend(record(0x204, &[index, text(cell)].concat()));
        }
    }
    sheet.extend(behind.concat());
    sheet.extend(record(0x0A, &[]));
    [globals, sheet].concat()
}

fn register(count: usize) -> Vec<Vec<String>> {
    let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
    let mut rows = vec![row(["统一社会信用代码", "企业名称", "登记状态"])];
    rows.extend((0..count).map(|number| row([&code(number), &format!("示例{number}"), "存续"])));
    rows
}

fn told(bytes: Vec<u8>) -> Vec<&'static str> {
    import_files(&[("a.xls", bytes)]).report.problems.kept().iter().map(Problem::code).collect()
}

#[test]
fn a_table_of_sectors_may_end_in_any_way() {
    let stream = stream(&register(100), &[]);
    for unused in [FREE, END, 0, 0xFFFF_FFFD, 7, 0x00FF_FFFF] {
        for no_more in [END, FREE, 0] {
            for sector in [512, 4096] {
                for padded in [true, false] {
                    let way = Way { sector, unused, no_more, padded, ..USUAL };
                    let import = import_files(&[("a.xls", container(&stream, way))]);
                    let what = format!("{unused:x} {no_more:x} {sector} {padded}");
                    assert_eq!(import.enterprises.len(), 100, "{what}: {:?}", import.report.problems.kept());
                }
            }
        }
    }
    for name in ["Book", "WORKBOOK", "workbook"] {
        assert_eq!(told(container(&stream, Way { name, ..USUAL })), Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn a_large_workbook_whose_table_does_not_fit_into_the_head() {
    // 109 sectors of the table speak of 7 MB. The list goes on twice.
    let blank: Vec<Vec<u8>> = (0..2400).map(|_| record(0x1111, &[0; 8000])).collect();
    let stream = stream(&register(3), &blank);
    assert!(stream.len() > 18 << 20);
    let whole = container(&stream, Way { unused: END, no_more: END, ..USUAL });
    let import = import_files(&[("a.xls", whole.clone())]);
    assert_eq!(import.enterprises.len(), 3, "{:?}", import.report.problems.kept());
    // A list that goes in a circle ends.
    let mut circle = whole;
    let first_list = u32::from_le_bytes(circle[68..72].try_into().unwrap());
    let last_place = (first_list as usize + 2) * 512 - 4;
    circle[last_place..last_place + 4].copy_from_slice(&first_list.to_le_bytes());
    told(circle);
}

#[test]
fn chains_in_circles_and_out_of_the_file() {
    let stream = stream(&register(100), &[]);
    let whole = container(&stream, USUAL);
    // Each of the first places of the table, which stands in the sector behind the head, made to name another.
    for index in 0..24 {
        for next in [0_u32, 1, 2, 3, 1_000_000, 0x7FFF_FFFF, 0xFFFF_FFF9] {
            let mut bytes = whole.clone();
            bytes[512 + index * 4..516 + index * 4].copy_from_slice(&next.to_le_bytes());
            told(bytes);
        }
    }
    // The stream's own chain, closed to a circle.
    let mut bytes = whole.clone();
    bytes[512 + 3 * 4..516 + 3 * 4].copy_from_slice(&2_u32.to_le_bytes());
    assert_eq!(told(bytes), ["broken_workbook"]);
    // Entries of the directory that name each other.
    for (index, value) in [(1024 + 128 + 68, 1_u32), (1024 + 76, 0), (1024 + 76, 9), (1024 + 128 + 120, u32::MAX)] {
        let mut bytes = whole.clone();
        bytes[index..index + 4].copy_from_slice(&value.to_le_bytes());
        let told = told(bytes);
        assert!(told.is_empty() || told == ["broken_workbook"] || told == ["not_a_workbook"], "{index}: {told:?}");
    }
    for length in (0..whole.len() - 512).step_by(97) {
        assert!(!told(whole[..length.max(8)].to_vec()).is_empty(), "{length}");
    }
}

#[test]
fn containers_of_other_programs_are_named() {
    for (name, word) in [("WordDocument", "Word"), ("PowerPoint Document", "PowerPoint"), ("VisioDocument", "Visio")] {
        let import = import_files(&[("a.xls", container(&[0; 5000], Way { name, ..USUAL }))]);
        let [problem] = import.report.problems.kept() else { panic!("{:?}", import.report.problems) };
        assert_eq!(problem.code(), "not_a_workbook");
        assert!(problem.zh().contains(&format!("文件是 {word} 格式，不是表格")), "{}", problem.zh());
    }
    assert_eq!(told(container(&[0; 5000], Way { name: "Other", ..USUAL })), ["not_a_workbook"]);
}
