//! One row on its way to facts: reading its cells, and noting what cannot be read.

use std::borrow::Cow;
use std::sync::Arc;

use super::cell::{self, Code, Kinds};
use super::columns::Field;
use super::layout::Layout;
use super::met::{Authorities, Fields, Lent};
use super::problem::{Column, Fault, Level, Problem, Problems, RowPlace, omits_cell, shown};
use super::sheet_text::LENT;
use super::split::Row;
use super::vocabulary::{
    AUTHORITY_MEANINGS, NO_END, NO_TERM, NOT_YET, OTHER_SYSTEM, SEPARATORS, SINCE_UNKNOWN_DAY, Words,
};
use facts::{AuthoritySystem, Date, Money, Set, Term};

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
    /// The day of reading, where it is known: nothing that files tell can be later.
    pub(super) today: Option<Date>,
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
        Self { file: self.file, name: self.name.clone(), sheet: None, from_1904: false, whose: None, today: None }
    }

    /// Notes a problem of this file.
    pub(super) fn note(&self, problems: &mut Problems, level: Level, fault: Fault, details: Details<'_>) {
        problems.add(level, fault, || self.problem(level, fault, details));
    }

    /// A problem of this file.
    pub(super) fn problem(&self, level: Level, fault: Fault, details: Details<'_>) -> Problem {
        Problem {
            level,
            file: self.file,
            file_name: self.name.clone(),
            sheet: self.sheet.clone(),
            at: details.at,
            column: details.column.cloned(),
            value: shown(details.value),
            fault,
            hint: details.hint,
        }
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
    pub(super) authorities: &'r mut Authorities,
    /// Which amounts a merged cell lends to the row above.
    pub(super) lent_above: Lent,
    /// Whether something was met without which the row cannot be used.
    pub(super) refused: bool,
    /// The fields whose cells could not be read.
    pub(super) unread: Fields,
    /// Whether the number of a person was met in the place of the code.
    pub(super) met_identity_number: bool,
}

impl<'r> RowReader<'r> {
    /// The text of a field, unless it is empty.
    pub(super) fn filled(&self, field: Field) -> Option<Cow<'r, str>> {
        let text = self.row.filled(self.layout.index(field)?)?;
        let Some(said) = self.layout.said(field, &text) else { return Some(text) };
        Some(Cow::Borrowed(said)).filter(|meaning| !meaning.is_empty())
    }

    /// Notes a problem with the cell of a field.
    #[cold]
    pub(super) fn note(&mut self, level: Level, fault: Fault, field: Field, hint: impl FnOnce() -> String) {
        self.refused |= level == Level::Refused;
        if level == Level::Refused || omits_cell(fault) {
            self.unread.insert(field);
        }
        let value = self.layout.index(field).map(|index| self.row.cell(index)).unwrap_or_default();
        self.source.note(
            self.problems,
            level,
            fault,
            Details { at: Some(self.at), column: self.layout.column(field), value, hint: hint() },
        );
    }

    #[cold]
    fn refuse(&mut self, fault: Fault, field: Field) {
        self.note(Level::Refused, fault, field, String::new);
    }

    /// A free text, with numbers of persons masked.
    #[inline(never)]
    pub(super) fn text(&self, field: Field) -> Option<String> {
        let text = self.filled(field)?;
        let text = match field {
            Field::DocumentNo => cell::ascii_forms(&text),
            Field::Name => cell::ascii_letters(&text),
            _ => Cow::Borrowed(&*text),
        };
        Some(cell::masked(&text).into_owned())
    }

    /// The name of an authority, and whose it is.
    pub(super) fn authority(&mut self, field: Field) -> (Option<String>, AuthoritySystem) {
        let index = self.layout.index(field);
        let Some(text) = index.and_then(|index| self.row.filled(index)) else {
            return (None, AuthoritySystem::default());
        };
        let name = cell::in_one_line(text);
        let name = cell::masked(&name);
        let layout = self.layout;
        let said = || {
            let meaning = layout.said(field, &name)?;
            let [own, _] = AUTHORITY_MEANINGS;
            (meaning == own)
                .then_some(AuthoritySystem::MarketRegulation)
                .or((meaning == OTHER_SYSTEM).then_some(AuthoritySystem::Other))
        };
        let system = self.authorities.read(&name, said);
        (Some(name.into_owned()), system)
    }

    /// A day; one that cannot be read is a problem of this level.
    #[inline(never)]
    pub(super) fn day_or(&mut self, level: Level, field: Field) -> Option<Date> {
        let day = self.any_day(level, field)?;
        if self.source.today.is_some_and(|today| day > today) {
            self.note(Level::Notice, Fault::LaterThanToday, field, String::new);
        }
        Some(day)
    }

    fn any_day(&mut self, level: Level, field: Field) -> Option<Date> {
        match cell::day_of_cell(&self.filled(field)?, self.source.from_1904) {
            Ok(day) => day,
            Err(fault) => {
                self.note(level, fault, field, String::new);
                None
            }
        }
    }

    /// The end of a term, which may lie ahead, or have none.
    pub(super) fn term(&mut self, field: Field) -> Option<Date> {
        let text = self.filled(field)?;
        if text.starts_with('2') {
            return self.any_day(Level::Refused, field);
        }
        let text = cell::compact(&text);
        let (year, month, day) = NO_TERM;
        if NO_END.contains(&&*text) || is_last_day(&text) {
            return Date::from_ymd_opt(year, month, day);
        }
        self.any_day(Level::Refused, field)
    }

    /// The day on which something was fulfilled. Words for not yet are none; other words are left out.
    #[inline(never)]
    pub(super) fn fulfilment(&mut self, field: Field) -> Option<Date> {
        let text = self.filled(field)?;
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            return self.day(field);
        }
        let text = cell::compact(&text);
        if NOT_YET.contains(&&*text) {
            return None;
        }
        let is_word = SINCE_UNKNOWN_DAY.contains(&&*text);
        self.day_or(if is_word { Level::Notice } else { Level::Refused }, field)
    }

    /// A day that a rule needs when there is one.
    pub(super) fn day(&mut self, field: Field) -> Option<Date> {
        self.day_or(Level::Refused, field)
    }

    /// A day without which the row says nothing.
    pub(super) fn needed_day(&mut self, field: Field) -> Option<Date> {
        let day = self.day(field);
        // A day that stands for none is as good as no day.
        if day.is_none() && !self.unread.contains(field) {
            self.refuse(Fault::Missing, field);
        }
        day
    }

    /// An amount.
    pub(super) fn money_or(&mut self, level: Level, field: Field) -> Option<Money> {
        let (unit, unit_name) = self.layout.unit(field);
        let text = self.filled(field)?;
        // A sign of yuan and no unit: programs put it before amounts in any unit, so the header goes first, if it has one.
        let unit = match cell::has_sign_alone(&text) {
            true if self.layout.without_unit().any(|silent| silent == field) => 0,
            true if unit != 0 => {
                self.note(Level::Notice, Fault::UnitAssumed, field, || unit_name.to_owned());
                unit
            }
            _ => unit,
        };
        match cell::money(&text, unit) {
            Ok(amount) => {
                let is_lent =
                    |field| self.layout.index(field).is_some_and(|index| self.row.cell(index).starts_with(LENT));
                if is_lent(field) && !self.lent_above.has(field) && !is_lent(Field::DocumentNo) {
                    self.note(Level::Notice, Fault::AmountMerged, field, String::new);
                }
                Some(amount)
            }
            Err(fault) => {
                self.note(level, fault, field, || unit_name.to_owned());
                None
            }
        }
    }

    /// A word of a closed list; one that is not in it is a problem of this level.
    pub(super) fn word_or<T: Copy>(&mut self, level: Level, field: Field, words: &Words<T>) -> Option<T> {
        let found = cell::word(&self.filled(field)?, words);
        if found.is_none() {
            self.note(level, Fault::UnknownValue, field, || listed(words));
        }
        found
    }

    /// A word that a rule needs when there is one.
    pub(super) fn word<T: Copy>(&mut self, field: Field, words: &Words<T>) -> Option<T> {
        self.word_or(Level::Refused, field, words)
    }

    /// A word without which the row says nothing.
    pub(super) fn needed_word<T: Copy>(&mut self, field: Field, words: &Words<T>) -> Option<T> {
        if self.filled(field).is_none() {
            self.refuse(Fault::Missing, field);
        }
        self.word(field, words)
    }

    /// Words of a closed list, joined in one cell.
    pub(super) fn words<T: Term>(&mut self, field: Field, words: &Words<T>) -> Set<T> {
        let mut set = Set::EMPTY;
        let Some(text) = self.filled(field) else { return set };
        if let Some(one) = cell::word(&text, words) {
            set.insert(one);
            return set;
        }
        let text = cell::compact(&text);
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

    /// The kinds of a penalty, from all columns that have some; nothing where none has.
    pub(super) fn kinds(&self) -> Option<Kinds> {
        let indices = self.layout.index(Field::Kinds).into_iter().chain(self.layout.more_kinds().iter().copied());
        let mut texts = indices.filter_map(|index| self.row.filled(index));
        let first = texts.next()?;
        let all = texts.fold(first, |all, text| Cow::Owned([&*all, "、", &text].concat()));
        let meaning = |part: &str| self.layout.meaning(Field::Kinds, part).to_owned();
        let whole = meaning(&all);
        (!whole.is_empty()).then(|| cell::penalty_kinds(&whole, meaning))
    }

    /// The credit code of the row, checked. A missing one gives `None` without a problem.
    pub(super) fn code(&mut self) -> Option<Code> {
        let text = self.filled(Field::Uscc)?;
        self.code_in(&text)
    }

    fn code_in(&mut self, text: &str) -> Option<Code> {
        match cell::code(text) {
            Ok(code) => Some(code),
            Err(fault) => {
                self.met_identity_number |= fault == Fault::IdentityNumber;
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
        if let Some(code) = self.filled(Field::Uscc) {
            return self.code_in(&code).map(Subject::Code);
        }
        let name = self.text(Field::Name);
        if name.is_none() {
            match self.layout.index(Field::Name) {
                Some(_) => self.refuse(Fault::Missing, Field::Name),
                None => self.refuse(Fault::UsccMissing, Field::Uscc),
            }
        }
        name.map(Subject::Name)
    }
}

/// Whether this is the last day that systems know, in any writing.
fn is_last_day(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let mut days = NO_END.iter().map(|mark| mark.chars().filter(char::is_ascii_digit).collect::<String>());
    days.any(|day| !day.is_empty() && digits.starts_with(&day))
}

impl RowReader<'_> {
    /// A row pasted into a record is about its enterprise, unless it names another: by its code, or, where it has
    /// none, by its name.
    fn own_subject(&mut self, whose: &Whose) -> Option<Subject> {
        let (field, own) =
            if self.filled(Field::Uscc).is_some() { (Field::Uscc, &whose.code) } else { (Field::Name, &whose.name) };
        let said = self.filled(field).map(|text| cell::compact(&text).to_ascii_uppercase());
        if said.is_some_and(|said| !own.is_empty() && said != own.to_ascii_uppercase()) {
            self.note(Level::Refused, Fault::OtherEnterprise, field, || own.clone());
            return None;
        }
        Some(Subject::Code(OWN))
    }
}

fn listed<T>(words: &Words<T>) -> String {
    words.known.iter().map(|(word, _)| *word).collect::<Vec<_>>().join("、")
}
