//! The texts of licences, and what a package's own copy of one says besides: whose copyright it is.

use super::shipped::Package;
use crate::Failure;
use std::fs;

/// The words with which the text of each licence begins below its title and the blank for a holder. By them a text is known
/// that is not word for word the usual one.
const OPENINGS: [(&str, &str); 6] = [
    ("MIT", "Permission is hereby granted, free of charge"),
    ("Zlib", "This software is provided 'as-is'"),
    ("BSD-3-Clause", "Redistribution and use in source and binary forms"),
    ("BSL-1.0", "Permission is hereby granted, free of charge"),
    ("Unicode-3.0", "NOTICE TO USER: Carefully read"),
    ("Apache-2.0", "Apache License\nVersion 2.0, January 2004"),
];

/// The last words of the terms of Apache's licence, behind which it says how to apply it.
const END: &str = "END OF TERMS AND CONDITIONS";

/// The text of a licence as SPDX has it, without title, copyright and what stands behind its terms.
pub fn text(licence: &str) -> Option<&'static str> {
    let text = spdx::license_id(licence)?.text();
    let text = &text[text.find(opening(licence)?)?..];
    Some(text.find(END).map_or(text, |end| &text[..end + END.len()]))
}

fn opening(licence: &str) -> Option<&'static str> {
    OPENINGS.iter().find(|(name, _)| *name == licence).map(|(_, opening)| *opening)
}

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
/// When it is not known how the text of the licence begins: then it must be put into [`OPENINGS`].
pub fn notice(package: &Package, licence: &str) -> Result<Notice, Failure> {
    let known = opening(licence).zip(text(licence));
    let (opening, text) =
        known.ok_or_else(|| format!("{} {}: no text for {licence}", package.name, package.version))?;
    let files = files(package)?;
    let said_by = |words: &str| {
        let words = plain(words);
        files.iter().find(|file| plain(file).contains(&words))
    };
    if let Some(file) = said_by(text) {
        return Ok(Notice { copyright: copyright(file), own: None });
    }
    // No more than one: a package has few, and says itself which stands for what.
    let own = said_by(opening);
    Ok(Notice { copyright: own.map(|file| copyright(file)).unwrap_or_default(), own: own.cloned() })
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
        let mit = text("MIT").unwrap();
        let set = mit.split_whitespace().collect::<Vec<_>>().join("\n").replace('"', "”");
        assert!(plain(&format!("# The MIT License\n\n{set}")).contains(&plain(mit)));
        assert!(!plain(&mit.replace("sublicense", "rent")).contains(&plain(mit)));
    }

    #[test]
    fn a_text_has_no_title_no_blanks_and_nothing_behind_its_terms() {
        for (licence, opening) in OPENINGS {
            let text = text(licence).unwrap();
            assert!(text.starts_with(opening), "{licence}");
            for blank in ["<year>", "[yyyy]", "Copyright (c)", "APPENDIX"] {
                assert!(!text.contains(blank), "{licence} has {blank}");
            }
        }
    }

    #[test]
    fn holders_of_the_copyright_are_found_and_blanks_to_fill_in_are_not() {
        let text = "# MIT\n**Copyright (c) 2014 Li Hua <li@example.cn>**\n(C) 2024 A Foundation \n\
                    Copyright [yyyy] [name of copyright owner]\n(c) You must retain\nCopyright 2015, B.\n\
                    copyright license to reproduce";
        assert_eq!(copyright(text), ["Copyright (c) 2014 Li Hua", "(C) 2024 A Foundation", "Copyright 2015, B"]);
    }
}
