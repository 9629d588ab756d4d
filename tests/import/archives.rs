//! Archives and folders of tables: read as if their files had been chosen.

use xinheng::import::{Import, Level, Limits, Problem};

use crate::books::{import_files, import_with, package, rows, xlsx};
use crate::support::{code, importer};

/// A ZIP archive of files that are stored as they are, with names in these bytes; by the flags the names may be in UTF-8, a
/// file locked.
fn archive(files: &[(&[u8], &[u8])], flags: u16) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let start = u32::try_from(bytes.len()).unwrap();
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        let mut head = [20_u16, flags, 0, 0, 0x5A21].into_iter().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        head.extend([crc_of(content).to_le_bytes(), length, length].concat());
        head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        head.extend([0, 0]);
        bytes.extend([b"PK\x03\x04", &*head, name, content].concat());
        directory.extend([b"PK\x01\x02\x14\x00", &*head, &[0; 10], &start.to_le_bytes(), name].concat());
    }
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    let [start, length] = [bytes.len(), directory.len()].map(|number| u32::try_from(number).unwrap().to_le_bytes());
    [&*bytes, &*directory, b"PK\x05\x06\0\0\0\0", &count, &count, &length, &start, &[0, 0]].concat()
}

fn register(number: usize) -> Vec<u8> {
    format!("统一社会信用代码,企业名称,登记状态\n{},示例{number},存续\n", code(number)).into_bytes()
}

fn penalties(number: usize) -> Vec<u8> {
    let table = format!(
        "统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（元）,处罚决定日期\n{},一号,罚款,5000,2025-05-28",
        code(number)
    );
    xlsx(&rows(&table), false)
}

/// Name of the file and code of each problem.
fn told(import: &Import) -> Vec<(&str, &'static str)> {
    for problem in import.report.problems.kept() {
        assert!(!problem.zh().contains("{}") && problem.zh().ends_with('。') && problem.en().ends_with('.'));
    }
    let problems = import.report.problems.kept().iter();
    problems.map(|problem| (&*problem.file_name, problem.code())).collect()
}

fn names(import: &Import) -> Vec<&str> {
    import.report.files.iter().map(|file| file.name.as_str()).collect()
}

#[test]
fn the_tables_of_an_archive_are_read_as_if_they_had_been_chosen() {
    let (register, penalties) = (register(1), penalties(1));
    let files: [(&str, &[u8]); 8] = [
        ("五月/", b""),
        ("五月/经营主体.csv", &register),
        ("五月/~$行政处罚.xlsx", b"x"),
        ("五月/行政处罚.xlsx", &penalties),
        (".DS_Store", b"x"),
        ("__MACOSX/五月/._经营主体.csv", b"x"),
        ("__MACOSX/五月/._行政处罚.xlsx", b"x"),
        ("说明.docx", b"x"),
    ];
    let utf_8 = files.map(|(name, content)| (name.as_bytes().to_vec(), content));
    let gbk = files.map(|(name, content)| (gbk(name), content));
    let back = files.map(|(name, content)| (gbk_back(name), content));
    for (what, names_of, flags) in
        [("UTF-8", utf_8.clone(), 0x800), ("UTF-8 unsaid", utf_8, 0), ("GBK", gbk, 0), ("GBK, \\", back, 0)]
    {
        let members: Vec<(&[u8], &[u8])> = names_of.iter().map(|(name, content)| (name.as_slice(), *content)).collect();
        let import = import_files(&[("五月.zip", archive(&members, flags))]);
        assert_eq!(names(&import), ["五月.zip/五月/经营主体.csv", "五月.zip/五月/行政处罚.xlsx"], "{what}");
        assert_eq!((import.enterprises.len(), import.enterprises[0].penalties.len()), (1, 1), "{what}");
        assert_eq!(told(&import), [("五月.zip", "not_tables")], "{what}");
        let problem = &import.report.problems.kept()[0];
        assert_eq!(problem.level, Level::Notice);
        assert!(
            problem.zh().contains("没有读取：五月/~$行政处罚.xlsx、.DS_Store、__MACOSX、说明.docx。"),
            "{what}: {}",
            problem.zh()
        );
    }
}

/// The characters of the names above, in GBK.
fn gbk(name: &str) -> Vec<u8> {
    let known = [
        ('五', [0xCE, 0xE5]),
        ('月', [0xD4, 0xC2]),
        ('经', [0xBE, 0xAD]),
        ('营', [0xD3, 0xAA]),
        ('主', [0xD6, 0xF7]),
        ('体', [0xCC, 0xE5]),
        ('行', [0xD0, 0xD0]),
        ('政', [0xD5, 0xFE]),
        ('处', [0xB4, 0xA6]),
        ('罚', [0xB7, 0xA3]),
        ('说', [0xCB, 0xB5]),
        ('明', [0xC3, 0xF7]),
    ];
    let bytes = |letter: char| match known.iter().find(|(known, _)| *known == letter) {
        Some((_, bytes)) => bytes.to_vec(),
        None => vec![u8::try_from(letter).unwrap()],
    };
    name.chars().flat_map(bytes).collect()
}

fn gbk_back(name: &str) -> Vec<u8> {
    gbk(&name.replace('/', "\\"))
}

#[test]
fn a_name_that_is_written_twice_is_read_in_unicode() {
    // Info-ZIP puts the name in UTF-8 behind one that it could not write, which stands for it with question marks.
    let (raw, name) = (b"__.csv".as_slice(), "经营.csv".as_bytes());
    let mut bytes = archive(&[(raw, &register(1))], 0);
    let mut field = vec![0x75, 0x70];
    field.extend(u16::try_from(5 + name.len()).unwrap().to_le_bytes());
    field.push(1);
    field.extend(crc_of(raw).to_le_bytes());
    field.extend(name);
    // Into the directory: behind the name, with its length.
    let entry = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    bytes[entry + 30] = u8::try_from(field.len()).unwrap();
    let behind = entry + 46 + raw.len();
    bytes.splice(behind..behind, field.iter().copied());
    let end = bytes.windows(4).rposition(|four| four == b"PK\x05\x06").unwrap();
    bytes[end + 12] += u8::try_from(field.len()).unwrap();
    let import = import_files(&[("a.zip", bytes)]);
    assert_eq!((names(&import), import.enterprises.len()), (vec!["a.zip/经营.csv"], 1), "{:?}", told(&import));
}

fn crc_of(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

#[test]
fn what_an_archive_does_not_give_is_refused_in_words() {
    let good = register(1);
    let inner = package(&[("经营主体.csv", &good)]);
    let import = import_files(&[(
        "a.zip",
        package(&[
            ("甲.zip", &inner),
            ("乙.rar", b"Rar!"),
            ("丙.xlsx", &inner),
            ("丁.csv", &good),
            ("戊.xlsx", b"PK\x03\x04"),
        ]),
    )]);
    assert_eq!(
        told(&import),
        [
            ("a.zip/甲.zip", "archive_in_archive"),
            ("a.zip/乙.rar", "archive_in_archive"),
            ("a.zip/丙.xlsx", "archive_in_archive"),
            ("a.zip/戊.xlsx", "broken_workbook"),
        ]
    );
    assert_eq!(import.enterprises.len(), 1, "the others are read");
    assert!(import.report.problems.kept()[0].zh().contains("压缩包中的压缩包"));

    let locked = import_files(&[("a.zip", archive(&[(b"a.csv", &good), (b"b.xlsx", b"x")], 1))]);
    assert_eq!(told(&locked), [("a.zip/a.csv", "password"), ("a.zip/b.xlsx", "password")]);
    assert!(locked.report.problems.kept()[0].zh().contains("压缩包设有密码"));

    let none = import_files(&[("a.zip", package(&[("说明.docx", b"x"), ("b.pdf", b"%PDF-1.4")]))]);
    assert_eq!(told(&none), [("a.zip", "no_tables"), ("a.zip", "not_tables")]);
    assert_eq!(names(&none), ["a.zip"]);
    assert!(!none.report.files[0].tells_all());

    // A file whose content is not what was packed.
    let mut spoiled = archive(&[(b"a.csv", &good)], 0);
    spoiled[60] ^= 1;
    assert_eq!(told(&import_files(&[("a.zip", spoiled)])), [("a.zip/a.csv", "broken_archive")]);
}

#[test]
fn an_archive_has_the_limits_of_workbooks() {
    let limits = Limits { unpacked_bytes: 2 << 20, sheets: 5, workbook_bytes: 1 << 20, ..Limits::default() };
    let read = |bytes: Vec<u8>| import_with(importer().with_limits(limits), &[("a.zip", bytes)]);
    let good = register(1);
    let blank = b"\n".repeat(3 << 20);
    // What comes behind a bomb is told too, file by file.
    let import = read(package(&[("a.csv", &good), ("b.csv", &blank), ("c.csv", &good)]));
    assert_eq!(told(&import), [("a.zip/b.csv", "unpacked_too_large"), ("a.zip/c.csv", "unpacked_too_large")]);
    assert_eq!(import.enterprises.len(), 1);
    // The parts of the workbooks in it count as well.
    let mut sheet = b"<worksheet><sheetData>".to_vec();
    sheet.extend(b"<row/>".repeat(1 << 18));
    let bomb = crate::books::xlsx_with(&sheet, &[]);
    let import = read(package(&[("a.xlsx", &bomb), ("b.xlsx", &bomb)]));
    assert_eq!(told(&import).last(), Some(&("a.zip/b.xlsx", "unpacked_too_large")));
    let many: Vec<(String, &[u8])> = (0..6).map(|number| (format!("{number}.csv"), &*good)).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    let import = read(package(&many));
    assert_eq!(told(&import).last(), Some(&("a.zip/4.csv", "too_many_files")));
    assert_eq!(told(&read([b'P', b'K', 3, 4].repeat(1 << 20))), [("a.zip", "file_too_large")]);
}

#[test]
fn archives_that_are_cut_off_or_damaged_end() {
    let whole = package(&[("a.csv", &register(1)), ("说明.docx", b"x"), ("b.xlsx", &penalties(1))]);
    for length in (2..whole.len()).step_by(whole.len() / 40) {
        assert!(!told(&import_files(&[("a.zip", whole[..length].to_vec())])).is_empty(), "{length}");
    }
    let mut state = 7_u32;
    for _ in 0..300 {
        let mut bytes = whole.clone();
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let index = (state >> 8) as usize % bytes.len();
        bytes[index] = state as u8;
        import_files(&[("a.zip", bytes)]);
    }
}

#[test]
fn of_a_folder_only_its_tables_are_opened() {
    let mut importer = importer();
    let files =
        ["五月/经营主体.csv", "五月/.DS_Store", "五月/附件/说明.docx", "五月/附件/~$经营主体.xlsx", "单独的.docx"];
    let read: Vec<&str> = files.into_iter().filter(|path| !importer.passes_over(path)).collect();
    assert_eq!(read, ["五月/经营主体.csv", "单独的.docx"], "what was chosen by itself is opened, and refused in words");
    let import = import_with(importer, &[("五月/经营主体.csv", register(1))]);
    assert_eq!(told(&import), [("五月", "not_tables")]);
    assert!(import.report.problems.kept()[0].zh().contains("：.DS_Store、附件/说明.docx、附件/~$经营主体.xlsx。"));

    // Whichever comes first.
    let mut importer = crate::support::importer();
    importer.open("五月/经营主体.csv");
    importer.feed(&register(1));
    importer.close();
    assert!(importer.passes_over("五月/.DS_Store"));
    let import = importer.finish();
    assert_eq!((told(&import), import.enterprises.len()), (vec![("五月", "not_tables")], 1));

    let mut importer = crate::support::importer();
    assert!(importer.passes_over("六月/a.png"));
    let import = importer.finish();
    assert_eq!(told(&import), [("六月", "no_tables"), ("六月", "not_tables")]);
}

#[test]
fn files_of_other_kinds_are_named() {
    let of = |bytes: &[u8]| {
        let import = import_files(&[("a.csv", bytes.to_vec())]);
        let [problem] = import.report.problems.kept() else { panic!("{:?}", import.report.problems) };
        assert!(import.report.files[0].samples.is_empty(), "nothing of it is offered as a header");
        (problem.code(), Problem::zh(problem))
    };
    let pdf = format!("%PDF-1.4\n%âãÏÓ\n{}", "1 0 obj\n<< /Type /Catalog >>\nendobj\n".repeat(100));
    for (bytes, name) in [
        (pdf.as_bytes(), "文件是 PDF 格式，不是表格"),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "文件是 PNG 格式，不是表格"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "文件是 JPEG 格式，不是表格"),
        (b"{\\rtf1\\ansi", "文件是 RTF 格式，不是表格"),
        (b"Rar!\x1A\x07\x01\0", "文件是 RAR 压缩包"),
        (b"7z\xBC\xAF\x27\x1C\0\x04", "文件是 7z 压缩包"),
        (b"\x1F\x8B\x08\0\0\0\0\0", "文件是 GZIP 压缩包"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "文件是 MHTML 格式，不能读取"),
    ] {
        let (code, words) = of(bytes);
        assert!(code == "not_text" && words.starts_with(name), "{code} {words}");
    }
    let (code, words) = of(&package(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]));
    assert!(code == "not_a_workbook" && words.starts_with("文件是 Word 格式，不是表格"), "{words}");
    let (code, words) = of(&package(&[("OFD.xml", b"<a/>"), ("Doc_0/Document.xml", b"<a/>")]));
    assert!(code == "not_a_workbook" && words.starts_with("文件是 OFD 格式，不是表格"), "{words}");
    // A table whose first label happens to begin alike is looked at as one.
    let import = import_files(&[("a.csv", b"BM,MC\n1,2\n".to_vec())]);
    assert_eq!(told(&import), [("a.csv", "no_header")]);
}
