//! What is wrong with the layout that a portal gives with its rows. What it said of such places would be lost in silence.

use super::ImportProblem;
use crate::import::{Correction, FileKind, without_unit};
use crate::pack::{Figure, Text};

/// Returns the first place of a correction where a column or a word is meant that tables of its kind do not have, which of a register
/// may be those of these figures as well.
pub(super) fn wrong_in(correction: &Correction, figures: &[Figure]) -> Option<String> {
    let kind = correction.kind;
    let figures = if kind == FileKind::Register { figures } else { &[] };
    let has = |column: &str| kind.columns().any(|known| without_unit(known) == without_unit(column));
    let is_figure = |column: &str| {
        let names = |figure: &Figure| {
            [&figure.title.zh, &figure.title.en, &figure.id].map(|name| without_unit(name) == without_unit(column))
        };
        figures.iter().any(|figure| names(figure).contains(&true))
    };
    for (column, meant) in correction.columns.iter().filter(|(_, meant)| !meant.is_empty()) {
        let amount = kind.columns().find(|known| has_unit(known) && without_unit(known) == without_unit(meant));
        let fits = match amount {
            // What would be assumed of it is wrong by ten thousand times where it is not so.
            Some(amount) if !says_unit(kind, meant) => named(amount),
            _ if has(meant) || is_figure(meant) => continue,
            _ => {
                let mut known: Vec<String> = kind.columns().flat_map(named).collect();
                known.extend(figures.iter().map(|figure| figure.title.zh.clone()));
                known.extend(kind.codes().map(|(code, _)| code.to_owned()));
                known
            }
        };
        return Some(format!("columns.{column}: {meant} ({})", fits.join(", ")));
    }
    correction.words.iter().find_map(|(column, word, meaning)| {
        if !has(column) {
            return Some(format!("words.{column} ({})", listed(columns_of_words(kind))));
        }
        let known = kind.words(column);
        let is_known = |word: &str| known.is_empty() || known.contains(&word);
        let means = meaning.is_empty() || meaning.split('、').all(is_known);
        (!means).then(|| format!("words.{column}.{word}: {meaning} ({})", listed(known)))
    })
}

/// The name of a column, where a layout names it by its code.
pub(super) fn by_name(kind: FileKind, column: &str) -> String {
    kind.codes().find(|(code, _)| *code == column).map_or(column, |(_, name)| name).to_owned()
}

/// The names by which a layout may mean a column: with either unit where it is an amount.
fn named(column: &str) -> Vec<String> {
    if has_unit(column) {
        ["元", "万元"].map(|unit| format!("{}（{unit}）", without_unit(column))).into()
    } else {
        vec![column.to_owned()]
    }
}

fn has_unit(column: &str) -> bool {
    without_unit(column) != column
}

/// Whether an amount has a unit that is known, where it is called so.
fn says_unit(kind: FileKind, meant: &str) -> bool {
    let mut one = Correction::new("-", kind);
    one.columns.push(("-".to_owned(), meant.to_owned()));
    one.fields().iter().any(|(_, field)| has_unit(field))
}

/// Returns the places of two columns of the rows, whose header is given, that are said to be the same, of which only one
/// could be read.
pub(super) fn doubled_in(correction: &Correction, header: &[String]) -> Option<String> {
    let said = said(correction, header);
    said.iter().enumerate().find_map(|(place, (column, meant))| {
        let (first, _) = said[..place].iter().find(|(_, other)| other == meant)?;
        Some(format!("columns.{first}, columns.{column}: {meant}"))
    })
}

/// Returns what is to be told of columns that would be read by their own names, did the layout not name others for that.
pub(super) fn passed_over(correction: &Correction, header: &[String]) -> Vec<ImportProblem> {
    let said = said(correction, header);
    let by_name = Correction::new(&correction.shape, correction.kind).fields();
    let passed_over = header.iter().zip(by_name).filter_map(|(column, (_, field))| {
        let is_said = correction.columns.iter().any(|(of, _)| of == column);
        let (instead, _) = said.iter().find(|(_, meant)| !is_said && *meant == without_unit(&field))?;
        Some(told(column, instead, &field))
    });
    passed_over.collect()
}

fn told(column: &str, instead: &str, field: &str) -> ImportProblem {
    let message = Text {
        zh: format!(
            "列“{column}”：layout 说“{instead}”是{field}，所以没有读取这一列。如不需要这一列，请在 columns 中写 \"{column}\": \"\""
        ),
        en: format!(
            "column “{column}”: the layout says that “{instead}” is {field}, so this one was not read. If it is not needed, \
             say \"{column}\": \"\" in columns"
        ),
    };
    ImportProblem {
        code: "column_ambiguous",
        file: 0,
        sheet: None,
        row: None,
        column: Some(column.to_owned()),
        value: instead.to_owned(),
        message,
    }
}

/// The columns that the rows have and the layout says something of, each with the column that is meant.
fn said<'c>(correction: &'c Correction, header: &[String]) -> Vec<(&'c str, &'c str)> {
    let said = correction.columns.iter().filter(|(column, meant)| !meant.is_empty() && header.contains(column));
    said.map(|(column, meant)| (column.as_str(), without_unit(meant))).collect()
}

/// The columns that hold words, by their names, and behind those by their codes.
fn columns_of_words(kind: FileKind) -> impl Iterator<Item = &'static str> {
    let names = kind.columns().map(|name| (name, name));
    names.chain(kind.codes()).filter(move |(_, name)| !kind.words(name).is_empty()).map(|(called, _)| called)
}

fn listed<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    texts.into_iter().collect::<Vec<_>>().join(", ")
}
