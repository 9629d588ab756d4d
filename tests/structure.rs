//! The plan of the house, held by reading the sources.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use xinheng::builtin;

/// What the crates below the application must not use: the clock, files and chance come in as arguments. That they know no
/// browser, and of each other only those before them, Cargo holds: they do not name them.
const NOT_BELOW_THE_APPLICATION: &[&str] = &[
    "std::fs",
    "std::env",
    "std::net",
    "std::time",
    "std::process",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
];

/// The crates that no crate below the application may depend on, whatever else it uses.
const NO_DEPENDENCY_OF_THEIRS: &[&str] = &["web-sys", "js-sys", "wasm-bindgen", "yew", "getrandom", "rand", "xinheng"];

/// Where the judgement may have numbers: the proportions of the picture of the timeline are no law.
const PICTURE: &str = "crates/assess/src/timeline/";

/// How long a file may be before it asks to be split.
const MOST_LINES: usize = 400;

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// A source without its comments; strings stay.
fn without_comments(text: &str) -> String {
    let code = |line: &str| line.find("//").map_or(line.to_owned(), |start| line[..start].to_owned());
    text.lines().map(code).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_crates_know_no_clock_no_files_and_no_chance() {
    let files: Vec<(PathBuf, String)> =
        crates().iter().flat_map(|name| sources(&format!("crates/{name}/src"))).collect();
    assert!(!files.is_empty(), "there are no crates");
    let mut wrong = Vec::new();
    for (path, text) in files {
        let code = without_comments(&text);
        for name in NOT_BELOW_THE_APPLICATION.iter().filter(|name| code.contains(**name)) {
            wrong.push(format!("{} uses {name}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_crates_depend_on_no_browser() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in crates() {
        let manifest = fs::read_to_string(root.join("crates").join(&name).join("Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        for dependency in manifest["dependencies"].as_table().unwrap().keys() {
            assert!(!NO_DEPENDENCY_OF_THEIRS.contains(&dependency.as_str()), "{name} depends on {dependency}");
        }
    }
}

/// The crates below the application, by the names of their folders.
fn crates() -> Vec<String> {
    let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("crates")).unwrap();
    folders.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn no_law_stands_in_the_judgement() {
    let pack = builtin::pack();
    let titles = pack.sources.iter().flat_map(|source| [&source.short.en, &source.short.zh]);
    let documents: Vec<&String> = pack.sources.iter().map(|source| &source.id).chain(titles).collect();
    let mut wrong = Vec::new();
    for (path, text) in sources("crates/assess/src") {
        let index = path.display();
        // The id "default" is also a word of Rust.
        for name in documents.iter().filter(|name| name.as_str() != "default" && text.contains(name.as_str())) {
            wrong.push(format!("{index} names {name}"));
        }
        for (number, line) in text.lines().enumerate() {
            if line.chars().any(|letter| ('\u{2e80}'..='\u{9fff}').contains(&letter)) {
                wrong.push(format!("{index}:{} has Chinese text: {line}", number + 1));
            }
        }
        if path.starts_with(Path::new(env!("CARGO_MANIFEST_DIR")).join(PICTURE)) {
            continue;
        }
        for number in numbers(&without_comments(&text)) {
            if !["0", "1", "12"].contains(&number.as_str()) {
                wrong.push(format!("{index} has the number {number}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The numbers in a source: digits that are no part of a name, up to the suffix of their type.
fn numbers(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut before = ' ';
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_ascii_digit() && !before.is_alphanumeric() && before != '_' {
            let mut number = letter.to_string();
            while let Some(next) = letters.next_if(char::is_ascii_digit) {
                number.push(next);
            }
            found.push(number);
            before = '0';
        } else {
            before = letter;
        }
    }
    found
}

#[test]
fn numbers_are_found_where_they_stand() {
    assert_eq!(numbers("let x1 = 12_u32 + f(3) * a.0; // no"), ["12", "3", "0"]);
}

#[test]
fn files_are_short_enough_to_read_at_once() {
    let long: Vec<String> = ["src", "crates", "tests", "xtask/src", "examples"]
        .into_iter()
        .flat_map(sources)
        .filter(|(_, text)| text.lines().count() > MOST_LINES)
        .map(|(path, text)| format!("{} has {} lines", path.display(), text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}
