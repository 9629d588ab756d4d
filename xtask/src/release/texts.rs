//! The texts of licences, and what a package's own copy of one says besides: whose copyright it is.

use super::shipped::Package;
use crate::Failure;
use std::fs;

/// The text of each licence that asks for its text to go along, without title and copyright.
pub const TEXTS: [(&str, &str); 6] = [
    ("MIT", include_str!("../../licences/MIT.txt")),
    ("Zlib", include_str!("../../licences/Zlib.txt")),
    ("BSD-3-Clause", include_str!("../../licences/BSD-3-Clause.txt")),
    ("BSL-1.0", include_str!("../../licences/BSL-1.0.txt")),
    ("Unicode-3.0", include_str!("../../licences/Unicode-3.0.txt")),
    ("Apache-2.0", include_str!("../../licences/Apache-2.0.txt")),
];

/// What a package brings along for one of its licences.
#[derive(Debug, Default, PartialEq)]
pub struct Notice {
    /// The lines that say whose copyright it is.
    pub copyright: Vec<String>,
    /// Its text, where that is another than the known one.
    pub own: Option<String>,
}

/// Whether the package asks with `licence` for what its files say, and what that is.
///
/// # Errors
/// When there is no text for the licence: then it must be put into `xtask/licences/`.
pub fn notice(package: &Package, licence: &str) -> Result<Notice, Failure> {
    let known = TEXTS.iter().find(|(name, _)| *name == licence);
    let (_, known) = known.ok_or_else(|| format!("{} {}: no text for {licence}", package.name, package.version))?;
    let files = files(package)?;
    let wanted = plain(known);
    if let Some(text) = files.iter().find(|text| plain(text).contains(&wanted)) {
        return Ok(Notice { copyright: copyright(text), own: None });
    }
    // No more than one: a package has few, and says itself which stands for what.
    let own = files.into_iter().find(|text| plain(text).contains(&opening(licence)));
    Ok(Notice { copyright: own.as_deref().map(copyright).unwrap_or_default(), own })
}

/// The words by which a text is known that is not word for word the usual one.
fn opening(licence: &str) -> String {
    let words = match licence {
        "Apache-2.0" => "apache license version 2.0, january 2004",
        "Zlib" => "altered source versions must be plainly marked",
        "BSD-3-Clause" => "redistribution and use in source and binary forms",
        "Unicode-3.0" => "unicode license v3",
        _ => "permission is hereby granted, free of charge",
    };
    words.to_owned()
}

/// The texts that lie in a package's folder under the names that licences have.
fn files(package: &Package) -> Result<Vec<String>, Failure> {
    let folder = &package.folder;
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<_> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
    paths.sort();
    let named = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        ["license", "licence", "copying", "notice"].iter().any(|word| name.starts_with(word))
    };
    Ok(paths.iter().filter(|path| named(path)).filter_map(|path| fs::read_to_string(path).ok()).collect())
}

/// A text by its words alone: however its lines are broken, its quotes drawn, its list marked.
fn plain(text: &str) -> String {
    let quotes = |letter| if matches!(letter, '“' | '”' | '‘' | '’' | '\'' | '`') { '"' } else { letter };
    let words: String = text.chars().map(quotes).collect::<String>().to_lowercase();
    let marks = |word: &&str| !matches!(*word, "*" | "#" | ">" | "-");
    words.split_whitespace().filter(marks).collect::<Vec<_>>().join(" ")
}

/// The lines of a licence's file that name a holder of the copyright.
fn copyright(text: &str) -> Vec<String> {
    let lines =
        text.lines().map(|line| line.trim_matches(|letter: char| letter.is_whitespace() || "#*>".contains(letter)));
    let begins = |line: &&str| {
        let sign = ["(c) ", "(C) ", "© "].iter().find_map(|sign| line.strip_prefix(sign));
        let year = sign.is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
        // In brackets stands what a user of the licence is told to fill in.
        (year || line.starts_with("Copyright ")) && !line.contains("[yyyy]") && !line.contains("notice")
    };
    let mut found: Vec<String> = Vec::new();
    for line in lines.filter(begins) {
        let line = line.split(" <").next().unwrap_or(line).trim_end_matches([',', ';', '.', ' ']).to_owned();
        if !found.contains(&line) {
            found.push(line);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_however_it_is_set() {
        let set = TEXTS[0].1.split_whitespace().collect::<Vec<_>>().join("\n").replace('"', "”");
        assert!(plain(&format!("# The MIT License\n\n{set}")).contains(&plain(TEXTS[0].1)));
        assert!(!plain(&TEXTS[0].1.replace("sublicense", "rent")).contains(&plain(TEXTS[0].1)));
    }

    #[test]
    fn holders_of_the_copyright_are_found_and_blanks_to_fill_in_are_not() {
        let text = "# MIT\n**Copyright (c) 2014 Li Hua <li@example.cn>**\n(C) 2024 A Foundation \n\
                    Copyright [yyyy] [name of copyright owner]\n(c) You must retain\nCopyright 2015, B.\n\
                    copyright license to reproduce";
        assert_eq!(copyright(text), ["Copyright (c) 2014 Li Hua", "(C) 2024 A Foundation", "Copyright 2015, B"]);
    }
}
