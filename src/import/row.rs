//! One row on its way to facts: reading its cells, and noting what cannot be read.

use std::sync::Arc;

use super::cell::{self, Code};
use super::columns::Field;
use super::layout::Layout;
use super::problem::{Column, Fault, Level, Problem, Problems, RowPlace, shown};
use super::split::Row;
use super::vocabulary::{SEPARATORS, Words};
use crate::facts::{Date, Money, Set, Term};

/// Which file the rows are from.
pub(super) struct Source {
    pub(super) file: usize,
    pub(super) name: Arc<str>,
    /// The sheet of a workbook.
    pub(super) sheet: Option<Arc<str>>,
    /// Whether the days of its workbook are counted from 1904.
    pub(super) from_1904: bool,
    /// Whose rows these are, where that is known beforehand: rows pasted into a record.
    pub(super) whose: Option<Whose>,
}

/// The enterprise of a record, as far as it is known; both parts without spaces, the code in capitals.
pub(super) struct Whose {
    pub(super) code: String,
    pub(super) name: String,
}

/// Under this code the facts of the record's enterprise are gathered: its own may be unknown, or be none.
const OWN: Code = [b'0'; 18];

impl Source {
    /// The same file without its sheet.
    pub(super) fn whole_file(&self) -> Self {
        Self { file: self.file, name: self.name.clone(), sheet: None, from_1904: false, whose: None }
    }

    /// Notes a problem of this file.
    pub(super) fn note(&self, problems: &mut Problems, level: Level, fault: Fault, details: Details<'_>) {
        problems.add(level, fault, || Problem {
            level,
            file: self.file,
            file_name: self.name.clone(),
            sheet: self.sheet.clone(),
            at: details.at,
            column: details.column.cloned(),
            value: shown(details.value),
            fault,
            hint: details.hint,
        });
    }
}

/// Where a problem is and what was met, as far as that applies.
#[derive(Default)]
pub(super) struct Details<'d> {
    pub(super) at: Option<RowPlace>,
    pub(super) column: Option<&'d Column>,
    pub(super) value: &'d str,
    pub(super) hint: String,
}

/// Whom a row is about, as the row says it.
pub(super) enum Subject {
    Code(Code),
    /// No code: it joins by the name.
    Name(String),
}

/// A row that is being read.
pub(super) struct RowReader<'r> {
    pub(super) source: &'r Source,
    pub(super) layout: &'r Layout,
    pub(super) row: &'r Row,
    pub(super) at: RowPlace,
    pub(super) problems: &'r mut Problems,
    /// Whether something was met without which the row cannot be used.
    pub(super) refused: bool,
}

impl RowReader<'_> {
    /// The text of a field, unless it is empty.
    pub(super) fn filled(&self, field: Field) -> Option<&str> {
        let text = cell::filled_cell(self.row.cell(self.layout.place(field)?))?;
        Some(self.layout.meaning(field, text)).filter(|meaning| !meaning.is_empty())
    }

    /// Notes a problem with the cell of a field.
    pub(super) fn note(&mut self, level: Level, fault: Fault, field: Field, hint: impl FnOnce() -> String) {
        self.refused |= level == Level::Refused;
        let value = self.layout.place(field).map(|place| self.row.cell(place)).unwrap_or_default();
        self.source.note(
            self.problems,
            level,
            fault,
            Details { at: Some(self.at), column: self.layout.column(field), value, hint: hint() },
        );
    }

    fn refuse(&mut self, fault: Fault, field: Field) {
        self.note(Level::Refused, fault, field, String::new);
    }

    /// A free text.
    pub(super) fn text(&self, field: Field) -> Option<String> {
        self.filled(field).map(str::to_owned)
    }

    /// A day; one that cannot be read is a problem of this level.
    pub(super) fn day_or(&mut self, level: Level, field: Field) -> Option<Date> {
        match cell::day_of_cell(self.filled(field)?, self.source.from_1904) {
            Ok(day) => Some(day),
            Err(fault) => {
                self.note(level, fault, field, String::new);
                None
            }
        }
    }

    /// A day that a rule needs when there is one.
    pub(super) fn day(&mut self, field: Field) -> Option<Date> {
        self.day_or(Level::Refused, field)
    }

    /// A day without which the row says nothing.
    pub(super) fn needed_day(&mut self, field: Field) -> Option<Date> {
        if self.filled(field).is_none() {
            self.refuse(Fault::Missing, field);
        }
        self.day(field)
    }

    /// An amount.
    pub(super) fn money_or(&mut self, level: Level, field: Field) -> Option<Money> {
        let (unit, unit_name) = self.layout.unit(field);
        match cell::money(self.filled(field)?, unit) {
            Ok(amount) => Some(amount),
            Err(fault) => {
                self.note(level, fault, field, || unit_name.to_owned());
                None
            }
        }
    }

    /// A word of a closed list; one that is not in it is a problem of this level.
    pub(super) fn word_or<T: Copy>(&mut self, level: Level, field: Field, words: Words<T>) -> Option<T> {
        let found = cell::word(self.filled(field)?, words);
        if found.is_none() {
            self.note(level, Fault::UnknownValue, field, || listed(words));
        }
        found
    }

    /// A word that a rule needs when there is one.
    pub(super) fn word<T: Copy>(&mut self, field: Field, words: Words<T>) -> Option<T> {
        self.word_or(Level::Refused, field, words)
    }

    /// A word without which the row says nothing.
    pub(super) fn needed_word<T: Copy>(&mut self, field: Field, words: Words<T>) -> Option<T> {
        if self.filled(field).is_none() {
            self.refuse(Fault::Missing, field);
        }
        self.word(field, words)
    }

    /// Words of a closed list, joined in one cell.
    pub(super) fn words<T: Term>(&mut self, field: Field, words: Words<T>) -> Set<T> {
        let mut set = Set::EMPTY;
        let Some(text) = self.filled(field) else { return set };
        if let Some(one) = cell::word(text, words) {
            set.insert(one);
            return set;
        }
        let text = cell::compact(text);
        let mut unknown = false;
        for part in text.split(SEPARATORS).map(|part| self.layout.meaning(field, part)).filter(|part| !part.is_empty())
        {
            match cell::word(part, words) {
                Some(meaning) => set.insert(meaning),
                None => unknown = true,
            }
        }
        if unknown || set.is_empty() {
            self.note(Level::Refused, Fault::UnknownValue, field, || listed(words));
        }
        set
    }

    /// The credit code of the row, checked. A missing one gives `None` without a problem.
    pub(super) fn code(&mut self) -> Option<Code> {
        match cell::code(self.filled(Field::Uscc)?) {
            Ok(code) => Some(code),
            Err(fault) => {
                self.refuse(fault, Field::Uscc);
                None
            }
        }
    }

    /// Whom the row is about: by its code, else by its name.
    pub(super) fn subject(&mut self) -> Option<Subject> {
        if let Some(whose) = &self.source.whose {
            return self.own_subject(whose);
        }
        if self.filled(Field::Uscc).is_some() {
            return self.code().map(Subject::Code);
        }
        let name = self.text(Field::Name);
        if name.is_none() {
            match self.layout.place(Field::Name) {
                Some(_) => self.refuse(Fault::Missing, Field::Name),
                None => self.refuse(Fault::UsccMissing, Field::Uscc),
            }
        }
        name.map(Subject::Name)
    }
}

impl RowReader<'_> {
    /// A row pasted into a record is about its enterprise, unless it names another: by its code, or, where it has
    /// none, by its name.
    fn own_subject(&mut self, whose: &Whose) -> Option<Subject> {
        let (field, own) =
            if self.filled(Field::Uscc).is_some() { (Field::Uscc, &whose.code) } else { (Field::Name, &whose.name) };
        let said = self.filled(field).map(|text| cell::compact(text).to_ascii_uppercase());
        if said.is_some_and(|said| !own.is_empty() && said != own.to_ascii_uppercase()) {
            self.note(Level::Refused, Fault::OtherEnterprise, field, || own.clone());
            return None;
        }
        Some(Subject::Code(OWN))
    }
}

fn listed<T>(words: Words<T>) -> String {
    words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join("、")
}
