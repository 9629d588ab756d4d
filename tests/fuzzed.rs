//! The seeds of the fuzz targets, and what fuzzing has found, through the same functions; see docs/testing.md.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::PathBuf;

#[path = "../fuzz/src/lib.rs"]
mod targets;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(name)
}

/// Runs a target with each of its seeds, and with those cut short. Returns what came of each seed, by its name.
fn run(target: &str, function: fn(&[u8]) -> usize) -> Vec<(String, usize)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder("seeds").join(target)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut came = Vec::new();
    for path in paths {
        let seed = fs::read(&path).unwrap();
        for length in (0..seed.len()).step_by(seed.len() / 16 + 1) {
            function(&seed[..length]);
        }
        came.push((path.file_name().unwrap().to_str().unwrap().to_owned(), function(&seed)));
    }
    came
}

/// The seeds of which nothing came, what fuzzing has found left out.
fn nothing_came(came: &[(String, usize)]) -> Vec<&str> {
    let seeds = came.iter().filter(|(name, count)| *count == 0 && !name.starts_with("found-"));
    seeds.map(|(name, _)| name.as_str()).collect()
}

#[test]
fn tables_in_whatever_pieces() {
    assert_eq!(nothing_came(&run("table", targets::table)), ["own_words"]);
}

#[test]
fn pages() {
    assert_eq!(nothing_came(&run("page", targets::page)), [""; 0]);
}

#[test]
fn workbooks() {
    assert_eq!(nothing_came(&run("xlsx", targets::xlsx)), ["kinds"]);
}

#[test]
fn old_workbooks() {
    assert_eq!(nothing_came(&run("xls", targets::xls)), ["locked", "locked_records"]);
}

#[test]
fn requests() {
    assert_eq!(nothing_came(&run("request", targets::request)), ["broken", "parameters", "writings"]);
}

#[test]
fn what_was_saved() {
    assert_eq!(nothing_came(&run("saved", targets::saved)), ["changed_pack"]);
}

#[test]
fn one_cell() {
    assert_eq!(nothing_came(&run("cell", targets::cell)), [""; 0]);
}

#[test]
fn each_target_has_seeds_and_a_program() {
    let names = |of: &str, keep: fn(&PathBuf) -> bool| {
        let paths = fs::read_dir(folder(of)).unwrap().map(|entry| entry.unwrap().path()).filter(keep);
        let mut names: Vec<String> = paths.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    let programs = names("fuzz_targets", |path| path.is_file());
    assert_eq!(names("seeds", |path| path.is_dir()), programs);
    assert_eq!(programs, ["cell", "page", "request", "saved", "table", "xls", "xlsx"]);
}
