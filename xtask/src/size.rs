//! The size report: what a browser with an empty cache fetches until the sample's result stands, each response
//! compressed by brotli at quality 11.

use crate::shell::{capture, root};
use crate::tools::{read, write};
use crate::{Failure, site, test, unknown_argument};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The limit of a first load: 200 KB of 1,024 bytes. The aim is 200,000 bytes; the names that a checkout gives its
/// symbols move the module by some 200 bytes, which must not decide whether a build passes.
const LIMIT: u64 = 200 * 1024;

/// Whether a task's arguments ask for the sizes to be recorded.
pub fn wants_record(arguments: &[String]) -> Result<bool, Failure> {
    match arguments {
        [] => Ok(false),
        [flag] if flag == "--record" => Ok(true),
        [other, ..] => Err(unknown_argument(other)),
    }
}

/// Measures the site in dist/site/, prints part by part, and compares with the recorded sizes or records anew.
///
/// # Errors
/// When there is no site, or when the sum is over the limit.
pub fn report(record: bool) -> Result<(), Failure> {
    if !site::folder().join("index.html").is_file() {
        return Err("there is no site in dist/site/ yet: `cargo xtask dist` builds it".into());
    }
    let mut node = test::browser_script()?;
    let measured = parts(&capture("tests/browser/size.mjs", node.arg("tests/browser/size.mjs"))?, '\t')?;
    let file = root().join("xtask/sizes.toml");
    let recorded = if file.is_file() { parts(&read(&file)?, '=')? } else { BTreeMap::new() };
    print!("{}", table(&measured, &recorded));
    if record {
        write(&file, &to_record(&measured))?;
        println!("recorded in xtask/sizes.toml");
    }
    let sum: u64 = measured.values().sum();
    if sum > LIMIT { Err(format!("the first load of {sum} bytes is over the limit of {LIMIT}")) } else { Ok(()) }
}

/// Reads lines of a name, `between`, and a number of bytes; comments begin with #.
fn parts(text: &str, between: char) -> Result<BTreeMap<String, u64>, Failure> {
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (name, bytes) = line.split_once(between).ok_or_else(|| format!("not a size: {line}"))?;
            let bytes = bytes.trim().replace('_', "");
            let bytes = bytes.parse().map_err(|_| format!("not a number of bytes: {line}"))?;
            Ok((name.trim().trim_matches('"').to_owned(), bytes))
        })
        .collect()
}

fn to_record(sizes: &BTreeMap<String, u64>) -> String {
    let mut text =
        "# Brotli bytes of each part of the first load. Written by `cargo xtask dist --record`.\n".to_owned();
    for (name, bytes) in sizes {
        let _ = writeln!(text, "\"{name}\" = {bytes}");
    }
    text
}

/// A line for each part, measured or recorded, with its change, and one for the sum.
fn table(measured: &BTreeMap<String, u64>, recorded: &BTreeMap<String, u64>) -> String {
    let mut text = format!("{:<24}{:>10}{:>10}\n", "first load, brotli 11", "bytes", "change");
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
    line("limit", LIMIT, Some(LIMIT));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(parts: &[(&str, u64)]) -> BTreeMap<String, u64> {
        parts.iter().map(|(name, bytes)| ((*name).to_owned(), *bytes)).collect()
    }

    #[test]
    fn what_is_recorded_is_read_again() {
        let measured = sizes(&[("app_bg.wasm", 88_000), ("index.html", 700)]);
        assert_eq!(parts(&to_record(&measured), '=').unwrap(), measured);
    }

    #[test]
    fn a_grown_a_new_and_a_vanished_part_are_told_apart() {
        let text = table(&sizes(&[("app.js", 7000), ("b.js", 10)]), &sizes(&[("app.js", 6500), ("c.js", 20)]));
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        assert!(lines.contains(&vec!["app.js", "7000", "+500"]), "{text}");
        assert!(lines.contains(&vec!["b.js", "10", "new"]), "{text}");
        assert!(lines.contains(&vec!["c.js", "0", "-20"]), "{text}");
        assert!(lines.contains(&vec!["sum", "7010", "+490"]), "{text}");
    }
}
