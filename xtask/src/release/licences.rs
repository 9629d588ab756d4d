//! The list of licences: in the help of the page, in both languages, and as a text beside the npm package.

use super::shipped::{PRODUCT, Package, packages};
use super::texts::{notice, text};
use super::{built_with, expression};
use crate::Failure;
use crate::tools::{read, write};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

/// What is said of one thing that ships.
struct Entry {
    name: String,
    version: String,
    licence: String,
    /// Whose copyright it is; where no file says so, who wrote it, or at least where it comes from.
    holders: Vec<String>,
}

/// All that ships, and the texts that go along: names of licences with their text, then texts of a package's own.
struct List {
    entries: Vec<Entry>,
    texts: Vec<(String, String)>,
}

/// Writes the lists into the folder of the help's texts, and the version into those that name it.
pub fn write_beside(help: &Path) -> Result<(), Failure> {
    let list = list()?;
    let version = list.entries.first().map_or_else(String::new, |own| own.version.clone());
    for (language, words) in [("zh", &CHINESE), ("en", &ENGLISH)] {
        let file = help.join(format!("{language}.json"));
        write(&file, &read(&file)?.replace("{version}", &version))?;
        let parts = json!({ "parts": parts(&list, words, &version) });
        write(&help.join(format!("licences.{language}.json")), &format!("{parts}\n"))?;
    }
    Ok(())
}

/// Writes the list as a text for whoever takes the package.
pub fn write_text(file: &Path) -> Result<(), Failure> {
    let list = list()?;
    let mut text = "What the modules of this package are made of, its licences and holders of copyright.\n".to_owned();
    for entry in &list.entries {
        let Entry { name, version, licence, holders } = entry;
        let _ = writeln!(text, "\n{name} {version}: {licence}");
        for holder in holders {
            let _ = writeln!(text, "  {holder}");
        }
    }
    for (name, words) in &list.texts {
        let _ = write!(text, "\n\n{name}\n{}\n\n{}", "=".repeat(name.chars().count()), words.trim_end());
    }
    write(file, &(text + "\n"))
}

fn list() -> Result<List, Failure> {
    let packages = packages()?;
    let (own, others): (Vec<&Package>, Vec<&Package>) = packages.iter().partition(|package| package.name == PRODUCT);
    let mut list = List { entries: Vec::new(), texts: Vec::new() };
    let mut kept = vec!["MIT".to_owned(), "Unicode-3.0".to_owned()];
    for package in own {
        list.entries.push(Entry {
            name: "Xinheng".into(),
            version: package.version.clone(),
            licence: package.licence.clone(),
            holders: notice(package, "MIT")?.copyright,
        });
    }
    list.entries.push(Entry {
        name: "Rust: core, alloc, std, hashbrown, compiler_builtins".into(),
        version: built_with::rust_version()?,
        licence: "(MIT OR Apache-2.0) AND Unicode-3.0".into(),
        holders: RUST.map(str::to_owned).to_vec(),
    });
    for package in others {
        let mut holders = Vec::new();
        let licences = expression::choose(&package.licence)?;
        for licence in licences {
            let notice = notice(package, &licence)?;
            holders.extend(notice.copyright);
            match notice.own {
                Some(text) => list.texts.push((format!("{licence}: {} {}", package.name, package.version), text)),
                None => kept.push(licence),
            }
        }
        holders.dedup();
        if holders.is_empty() {
            holders.clone_from(&package.authors);
        }
        if holders.is_empty() {
            holders.extend(package.repository.clone());
        }
        let Package { name, version, licence, .. } = package;
        list.entries.push(Entry { name: name.clone(), version: version.clone(), licence: licence.clone(), holders });
    }
    let known = expression::ACCEPTED.iter().filter(|name| kept.iter().any(|other| other == *name));
    list.texts.splice(0..0, known.filter_map(|name| Some(((*name).to_owned(), text(name)?.to_owned()))));
    Ok(list)
}

/// Whose work the standard library is, as its COPYRIGHT says; nothing on a machine without its documentation tells.
const RUST: [&str; 5] = [
    "Copyright The Rust Project Developers (see https://thanks.rust-lang.org)",
    "Copyright 2019 The Crossbeam Project Developers",
    "Copyright (c) 2016 Amanieu d'Antras (hashbrown)",
    "Copyright (c) 2018 Jorge Aparicio; Copyright 2005-2020 Rich Felker, et al. (libm)",
    "Copyright 1991-2024 Unicode, Inc",
];

/// What is said around the list.
struct Words {
    title: &'static str,
    text: [&'static str; 2],
    stop: &'static str,
}

const CHINESE: Words = Words {
    title: "软件许可",
    text: [
        "信衡 {version} 由下列软件编译而成，都允许自由使用、修改和再分发。每项写明版本、许可和版权人；许可里的 OR 表示可以任选其一，AND 表示都要遵守。",
        "许可原文在后，都是英文。",
    ],
    stop: "；",
};

const ENGLISH: Words = Words {
    title: "Software licences",
    text: [
        "Xinheng {version} is compiled from this software, all of which may be freely used, changed and passed on. Each has its version, licence and holders of copyright; of licences with OR between them either may be taken, with AND all hold.",
        "The texts of the licences follow.",
    ],
    stop: "; ",
};

/// The parts of the help's page on licences, in the form of www/help/.
fn parts(list: &List, words: &Words, version: &str) -> Vec<Value> {
    let terms = list.entries.iter().map(|entry| {
        let Entry { name, version, licence, holders } = entry;
        let text = std::iter::once(licence).chain(holders).cloned().collect::<Vec<_>>().join(words.stop);
        json!({ "id": id(&format!("{name} {version}")), "term": format!("{name} {version}"), "text": text })
    });
    let text = words.text.map(|line| line.replace("{version}", version));
    let head = json!({ "id": "licences", "title": words.title, "text": text, "terms": terms.collect::<Vec<_>>() });
    let texts = list.texts.iter().map(|(name, text)| {
        let paragraphs = text.split("\n\n").map(|lines| lines.split_whitespace().collect::<Vec<_>>().join(" "));
        let paragraphs: Vec<String> = paragraphs.filter(|paragraph| !paragraph.is_empty()).collect();
        json!({ "id": id(name), "title": name, "text": paragraphs })
    });
    std::iter::once(head).chain(texts).collect()
}

/// An id that an address can hold, by which the page knows that it belongs to this list.
fn id(name: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
    let words: String = name.chars().map(plain).collect();
    format!("licences-{}", words.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_that_ships_has_a_name_a_licence_and_whose_work_it_is() {
        let list = list().unwrap();
        assert!(list.entries.len() > 50, "{}", list.entries.len());
        for Entry { name, licence, holders, .. } in &list.entries {
            assert!(!licence.is_empty() && !holders.is_empty(), "{name}");
            for name in expression::choose(licence).unwrap() {
                let there = |(title, text): &(String, String)| title.starts_with(&name) && text.len() > 500;
                assert!(list.texts.iter().any(there), "no text of {name}");
            }
        }
    }

    #[test]
    fn both_languages_list_the_same_under_ids_of_their_own() {
        let list = list().unwrap();
        let ids = |words| -> Vec<String> {
            let parts = parts(&list, words, "1.0.0");
            let terms = parts[0]["terms"].as_array().unwrap();
            parts.iter().chain(terms).map(|entry| entry["id"].as_str().unwrap().to_owned()).collect()
        };
        let chinese = ids(&CHINESE);
        assert_eq!(chinese, ids(&ENGLISH));
        let mut unique = chinese.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), chinese.len());
        assert!(chinese.iter().all(|id| id.starts_with("licences")), "{chinese:?}");
    }
}
