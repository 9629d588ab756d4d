//! What the tests of the import share.

use xinheng::facts::{Enterprise, Penalty};
use xinheng::import::{Gb18030, Import, Importer, Problem};

/// Imports files given as bytes, each in one piece.
pub fn import_bytes(files: &[(&str, &[u8])]) -> Import {
    let mut importer = importer();
    for (name, bytes) in files {
        importer.open(name);
        importer.feed(bytes);
        importer.close();
    }
    importer.finish()
}

/// Imports files given as text.
pub fn import(files: &[(&str, &str)]) -> Import {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    import_bytes(&files)
}

pub fn importer() -> Importer {
    Importer::new(|| Box::new(Gb18030::default()))
}

/// A made-up credit code with a right check digit, another one for each number.
pub fn code(number: usize) -> String {
    const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let body = format!("91150203MAE{number:06}");
    let mut weight = 1;
    let mut sum = 0;
    for letter in body.bytes() {
        sum += ALPHABET.iter().position(|known| *known == letter).unwrap() * weight;
        weight = weight * 3 % 31;
    }
    format!("{body}{}", char::from(ALPHABET[(31 - sum % 31) % 31]))
}

/// A row of one file: its cells by column.
pub fn table(columns: &[&str], rows: &[&[&str]]) -> String {
    let quoted = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        cells.join(",") + "\n"
    };
    quoted(columns) + &rows.iter().map(|row| quoted(row)).collect::<String>()
}

/// What a penalty of 2025-03-02 becomes whose file has these columns besides.
pub fn penalty_with(cells: &[(&str, &str)]) -> (Option<Penalty>, Vec<Problem>) {
    let code = code(1);
    let mut all = vec![
        ("统一社会信用代码", code.as_str()),
        ("行政相对人名称", "示例一"),
        ("处罚类别", "罚款"),
        ("处罚决定日期", "2025-03-02"),
    ];
    for (column, value) in cells {
        match all.iter_mut().find(|(known, _)| known == column) {
            Some(cell) => cell.1 = value,
            None => all.push((column, value)),
        }
    }
    let (columns, values): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    let import = import(&[("处罚.csv", &table(&columns, &[&values]))]);
    let penalty = import.enterprises.first().and_then(|enterprise| enterprise.penalties.first().cloned());
    (penalty, import.report.problems.kept().to_vec())
}

/// What a row of the register becomes that has these columns besides code and name.
pub fn registered_with(cells: &[(&str, &str)]) -> (Option<Enterprise>, Vec<Problem>) {
    one_row("登记状态", cells)
}

/// What the first enterprise becomes of a file with code, name and these columns.
pub fn one_row(always: &str, cells: &[(&str, &str)]) -> (Option<Enterprise>, Vec<Problem>) {
    let code = code(1);
    let mut all = vec![("统一社会信用代码", code.as_str()), ("企业名称", "示例一")];
    all.extend(cells);
    if !all.iter().any(|(column, _)| *column == always) {
        all.push((always, ""));
    }
    let (columns, values): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    let import = import(&[("文件.csv", &table(&columns, &[&values]))]);
    (import.enterprises.into_iter().next(), import.report.problems.kept().to_vec())
}

/// The codes of problems.
pub fn codes(problems: &[Problem]) -> Vec<&'static str> {
    problems.iter().map(Problem::code).collect()
}
