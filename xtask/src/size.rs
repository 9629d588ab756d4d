//! The size report: what a browser with an empty cache fetches until the first result stands, and what the first
//! opening of tables, and of a workbook, adds; what is fetched afterwards, while nothing waits for it; then the same of a portal's page that uses the npm package. Each response
//! compressed by brotli at quality 11.

use crate::shell::{capture, command, root};
use crate::tools::{read, write};
use crate::{Failure, package, site, test, unknown_argument};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The limit of a first load, in bytes. What tables and workbooks add has none: who opens them waits for their own files as well.
const LIMIT: u64 = 350_000;

/// The limit of the package for a page that asks for answers only, in bytes.
const PACKAGE_LIMIT: u64 = 104_000;

/// The parts of the way through the page that are weighed: as `tests/browser/size.mjs` heads them, and for reading.
const FIRST_LOAD: &str = "first_load";
const TABLES: &str = "tables";
const WORKBOOKS: &str = "workbooks";
/// What no screen waits for: the scripts that are added after the start, and what the service worker keeps besides.
const OFFLINE: &str = "offline";

/// Those of the package, as `tests/npm/size.mjs` heads them.
const PACKAGE: &str = "package";
const MORE_OF_PACKAGE: [(&str, &str); 8] = [
    ("instead, for own rules", "package_own_rules"),
    ("a batch adds", "package_batch"),
    ("importing adds", "package_import"),
    ("workbooks add", "package_workbooks"),
    ("by itself, an element", "element"),
    ("rows, own rules add", "element_clerk"),
    ("papers add", "element_paper"),
    ("by itself, a frame", "frame"),
];

/// What stands above the recorded sizes.
const HEAD: &str = "\
# Brotli bytes of each file of the first load, of those that opening tables, then a workbook, adds, of those
# that keeping the site offline adds and no screen waits for; and of those of the npm package.
# Written by `cargo xtask dist --record`.
";

/// The bytes of each file, under each part of the way.
type Sizes = BTreeMap<String, Files>;
type Files = BTreeMap<String, u64>;

/// Whether a task's arguments ask for the sizes to be recorded.
pub fn wants_record(arguments: &[String]) -> Result<bool, Failure> {
    match arguments {
        [] => Ok(false),
        [flag] if flag == "--record" => Ok(true),
        [other, ..] => Err(unknown_argument(other)),
    }
}

/// Measures the site in dist/site/ and the package in dist/npm/, prints file by file, and compares with the recorded
/// sizes or records anew.
///
/// # Errors
/// When one of them is not there, or when the first load or the package is over its limit.
pub fn report(record: bool) -> Result<(), Failure> {
    if !site::folder().join("index.html").is_file() {
        return Err("there is no site in dist/site/ yet: `cargo xtask dist` builds it".into());
    }
    if !package::folder().join("engine_bg.wasm").is_file() {
        return Err("there is no package in dist/npm/ yet: `cargo xtask dist` builds it".into());
    }
    let mut node = test::browser_script()?;
    let mut measured = parse(&capture("tests/browser/size.mjs", node.arg("tests/browser/size.mjs"))?)?;
    measured.extend(parse(&capture("tests/npm/size.mjs", command("node").arg("tests/npm/size.mjs"))?)?);
    let file = root().join("xtask/sizes.toml");
    let recorded = if file.is_file() { parse(&read(&file)?)? } else { Sizes::new() };
    let part = |sizes: &Sizes, name| sizes.get(name).cloned().unwrap_or_default();
    let first_load = part(&measured, FIRST_LOAD);
    print!("{}", table("first load, brotli 11", &first_load, &part(&recorded, FIRST_LOAD), Some(LIMIT)));
    for (title, name) in [("tables add", TABLES), ("workbooks add", WORKBOOKS), ("keeping it offline adds", OFFLINE)] {
        print!("{}", table(title, &part(&measured, name), &part(&recorded, name), None));
    }
    let package = part(&measured, PACKAGE);
    print!("{}", table("the package, brotli 11", &package, &part(&recorded, PACKAGE), Some(PACKAGE_LIMIT)));
    for (title, name) in MORE_OF_PACKAGE {
        print!("{}", table(title, &part(&measured, name), &part(&recorded, name), None));
    }
    if record {
        write(&file, &to_record(&measured)?)?;
        println!("recorded in xtask/sizes.toml");
    }
    within("the first load", &first_load, LIMIT)?;
    within("the package", &package, PACKAGE_LIMIT)
}

fn within(what: &str, files: &Files, limit: u64) -> Result<(), Failure> {
    let sum: u64 = files.values().sum();
    if sum > limit { Err(format!("{what} of {sum} bytes is over the limit of {limit}")) } else { Ok(()) }
}

/// Reads parts headed `[name]`, with lines of a file's name, an equals sign and a number of bytes.
fn parse(text: &str) -> Result<Sizes, Failure> {
    toml::from_str(text).map_err(|error| format!("not sizes: {error}"))
}

fn to_record(sizes: &Sizes) -> Result<String, Failure> {
    let sizes = toml::to_string(sizes).map_err(|error| error.to_string())?;
    Ok(format!("{HEAD}\n{sizes}"))
}

/// A line for each file, measured or recorded, with its change, and one for the sum.
fn table(title: &str, measured: &Files, recorded: &Files, limit: Option<u64>) -> String {
    let mut text = format!("{title:<24}{:>10}{:>10}\n", "bytes", "change");
    let mut line = |name: &str, now: u64, before: Option<u64>| {
        let change = match before {
            None => "new".to_owned(),
            Some(before) if before == now => "0".to_owned(),
            Some(before) => format!("{:+}", i128::from(now) - i128::from(before)),
        };
        let _ = writeln!(text, "{name:<24}{now:>10}{change:>10}");
    };
    for (name, bytes) in measured {
        line(name, *bytes, recorded.get(name).copied());
    }
    for (name, bytes) in recorded.iter().filter(|(name, _)| !measured.contains_key(*name)) {
        line(name, 0, Some(*bytes));
    }
    let before = (!recorded.is_empty()).then(|| recorded.values().sum());
    line("sum", measured.values().sum(), before);
    if let Some(limit) = limit {
        line("limit", limit, Some(limit));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(parts: &[(&str, u64)]) -> Files {
        parts.iter().map(|(name, bytes)| ((*name).to_owned(), *bytes)).collect()
    }

    #[test]
    fn what_is_recorded_is_read_again() {
        let first_load = files(&[("app_bg.wasm", 88_000), ("index.html", 700)]);
        let measured = Sizes::from([(FIRST_LOAD.into(), first_load), (TABLES.into(), files(&[("worker.js", 4000)]))]);
        assert_eq!(parse(&to_record(&measured).unwrap()).unwrap(), measured);
    }

    #[test]
    fn a_sum_over_its_limit_is_told() {
        let package = files(&[("engine_bg.wasm", 70_000), ("index.js", 10_001)]);
        assert!(within("the package", &package, 80_000).unwrap_err().contains("80001 bytes"));
        within("the package", &package, 80_001).unwrap();
    }

    #[test]
    fn what_is_no_size_is_named() {
        for (text, line) in [("a = 1", "a = 1"), ("[tables]\na 1", "a 1"), ("[tables]\na = x", "a = x")] {
            let failure = parse(text).unwrap_err();
            assert!(failure.contains(line), "{failure}");
        }
    }

    #[test]
    fn a_grown_a_new_and_a_vanished_part_are_told_apart() {
        let text =
            table("t", &files(&[("app.js", 7000), ("b.js", 10)]), &files(&[("app.js", 6500), ("c.js", 20)]), None);
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        assert!(lines.contains(&vec!["app.js", "7000", "+500"]), "{text}");
        assert!(lines.contains(&vec!["b.js", "10", "new"]), "{text}");
        assert!(lines.contains(&vec!["c.js", "0", "-20"]), "{text}");
        assert!(lines.contains(&vec!["sum", "7010", "+490"]), "{text}");
    }
}
