//! The plan of the house, held by reading the sources.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use xinheng::builtin;

/// What each room of the core may know of the others. What is not here stands outside and may know all.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("json", &[]),
    ("facts", &[]),
    ("compiled", &["facts"]),
    ("archive", &["facts", "compiled"]),
    ("calendar", &["facts", "json", "compiled"]),
    ("pack", &["facts", "calendar", "json", "compiled"]),
    ("assess", &["facts", "calendar", "pack"]),
    ("request", &["facts", "calendar", "json", "pack", "assess", "builtin"]),
    ("import", &["facts", "calendar", "pack"]),
    ("entry", &["facts", "calendar", "json", "pack", "request", "import"]),
    ("rulebook", &["json", "facts", "calendar", "pack"]),
    ("js", &["facts", "calendar", "json", "pack", "request", "import", "builtin"]),
    ("district", &["facts", "calendar", "pack", "assess", "import"]),
    ("export", &["facts", "calendar", "pack", "assess", "import", "district"]),
];

/// What the core must not use: the browser, the clock, files and chance come in as arguments.
const NOT_IN_THE_CORE: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "yew",
    "std::fs",
    "std::env",
    "std::net",
    "std::time",
    "std::process",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    " rand::",
    "getrandom",
];

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
fn each_room_knows_only_the_rooms_below_it() {
    let mut wrong = Vec::new();
    for (room, allowed) in MAY_KNOW {
        let files = sources(&format!("src/{room}"));
        assert!(!files.is_empty(), "there is no room {room}");
        for (path, text) in files {
            for part in without_comments(&text).split("crate::").skip(1) {
                let known: String =
                    part.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                if known != *room && !allowed.contains(&known.as_str()) {
                    wrong.push(format!("{} knows {known}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_core_knows_no_browser_no_clock_no_files_and_no_chance() {
    let mut wrong = Vec::new();
    for (room, _) in MAY_KNOW {
        for (path, text) in sources(&format!("src/{room}")) {
            let code = without_comments(&text);
            for name in NOT_IN_THE_CORE.iter().filter(|name| code.contains(**name)) {
                wrong.push(format!("{} uses {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_law_stands_in_the_judgement() {
    let pack = builtin::pack();
    let titles = pack.sources.iter().flat_map(|source| [&source.short.en, &source.short.zh]);
    let documents: Vec<&String> = pack.sources.iter().map(|source| &source.id).chain(titles).collect();
    let mut wrong = Vec::new();
    for (path, text) in sources("src/assess") {
        let place = path.display();
        // The id "default" is also a word of Rust.
        for name in documents.iter().filter(|name| name.as_str() != "default" && text.contains(name.as_str())) {
            wrong.push(format!("{place} names {name}"));
        }
        for (number, line) in text.lines().enumerate() {
            if line.chars().any(|letter| ('\u{2e80}'..='\u{9fff}').contains(&letter)) {
                wrong.push(format!("{place}:{} has Chinese text: {line}", number + 1));
            }
        }
        for number in numbers(&without_comments(&text)) {
            if !["0", "1", "12"].contains(&number.as_str()) {
                wrong.push(format!("{place} has the number {number}"));
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
    let long: Vec<String> = ["src", "tests", "xtask/src", "build", "examples"]
        .into_iter()
        .flat_map(sources)
        .filter(|(_, text)| text.lines().count() > MOST_LINES)
        .map(|(path, text)| format!("{} has {} lines", path.display(), text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}
