//! What the rows of all files said, until it is known whom each is about.

use std::hash::BuildHasher;
use std::sync::Arc;

use foldhash::HashMap;
use foldhash::quality::RandomState;

use super::cell::{Code, compacted};
use super::columns::Field;
use super::problem::{Column, RowPlace};
use super::read::PenaltyRow;
use super::row::{RowReader, Subject};
use facts::{AbnormalListing, Commitment, CourtListing, Enterprise, Inspection, Lead, SeriousListing};

/// Whom a row is about.
#[derive(Clone, Copy)]
pub(super) enum Party {
    /// The enterprise at this place of [`Gathered::enterprises`].
    Enterprise(u32),
    /// The one with this name, by its index in [`Gathered::named_rows`].
    Named(u32),
    /// It cannot be told: the code is broken.
    Unknown,
}

/// A fact that waits to be given to its enterprise.
pub(super) struct Waiting<T> {
    pub(super) party: Party,
    pub(super) fact: T,
}

/// A row without a code, which joins by its name.
pub(super) struct NamedRow {
    pub(super) name: String,
    pub(super) file: usize,
    pub(super) at: RowPlace,
    pub(super) column: Option<Column>,
    /// Whether the row is refused for something else already.
    pub(super) refused: bool,
}

/// The name that a row has for the enterprise with its code.
pub(super) struct NameOf {
    /// The place of the enterprise among [`Gathered::enterprises`].
    pub(super) enterprise: u32,
    /// `None` where it is the one that was met first.
    pub(super) name: Option<Box<str>>,
    pub(super) file: u32,
    pub(super) at: RowPlace,
}

/// A row of the penalties with its place.
pub(super) struct WaitingPenalty {
    pub(super) party: Party,
    /// The code and name of a row that is refused, for telling whether another row repeats it.
    pub(super) code: Option<Code>,
    pub(super) name: Option<String>,
    pub(super) file: usize,
    pub(super) at: RowPlace,
    pub(super) row: PenaltyRow,
    /// Whether an earlier row has taken in what it says.
    pub(super) merged: bool,
}

/// What the files other than register and penalties said.
#[derive(Default)]
pub(super) struct OtherFacts {
    pub(super) abnormal_listings: Vec<Waiting<AbnormalListing>>,
    pub(super) serious_listings: Vec<Waiting<SeriousListing>>,
    pub(super) court_listings: Vec<Waiting<CourtListing>>,
    pub(super) inspections: Vec<Waiting<Inspection>>,
    pub(super) leads: Vec<Waiting<Lead>>,
    pub(super) commitments: Vec<Waiting<Commitment>>,
}

/// Where the register first names an enterprise.
#[derive(Clone, Copy)]
pub(super) struct Registered {
    /// Its place among the enterprises of the register.
    pub(super) order: u32,
    pub(super) file: usize,
    pub(super) at: RowPlace,
}

/// Everything read so far.
#[derive(Default)]
pub(super) struct Gathered {
    /// The names of the files.
    pub(super) files: Vec<Arc<str>>,
    /// Every enterprise with a good code, in the order of appearance, without its facts.
    pub(super) enterprises: Vec<Enterprise>,
    /// The row of the register of each, if there is one.
    pub(super) registered: Vec<Option<Registered>>,
    /// Whether the name of each is that of the register.
    pub(super) named_by_register: Vec<bool>,
    pub(super) in_register: u32,
    indices: HashMap<Code, u32>,
    name_hasher: RandomState,
    /// The hash of the name that each has so far, as it was written, 0 where it has none: most rows have the same, and are told
    /// by this alone. To look at the name itself takes longer than all else that is done for its cell.
    name_hashes: Vec<u64>,
    /// The names that rows have for enterprises, but for those of which the register says the same.
    pub(super) names: Vec<NameOf>,
    /// The name that was met first of an enterprise, where the register has another.
    pub(super) first_names: HashMap<u32, Box<str>>,
    /// The column of the name of each file, as far as one was met whose names are kept.
    pub(super) name_columns: Vec<Option<Column>>,
    pub(super) named_rows: Vec<NamedRow>,
    pub(super) penalties: Vec<WaitingPenalty>,
    pub(super) facts: OtherFacts,
    pub(super) natural_persons: usize,
}

impl Gathered {
    /// The place of the enterprise with this code, made when it is new.
    fn index(&mut self, code: &Code) -> u32 {
        let enterprises = &mut self.enterprises;
        let registered = &mut self.registered;
        let named_by_register = &mut self.named_by_register;
        let name_hashes = &mut self.name_hashes;
        *self.indices.entry(*code).or_insert_with(|| {
            // A credit code was checked to be ASCII.
            let uscc = String::from_utf8_lossy(code).into_owned();
            enterprises.push(Enterprise { uscc, ..Enterprise::default() });
            registered.push(None);
            named_by_register.push(false);
            name_hashes.push(0);
            u32::try_from(enterprises.len() - 1).unwrap_or(u32::MAX)
        })
    }

    /// The enterprise at a place.
    pub(super) fn enterprise(&mut self, index: u32) -> Option<&mut Enterprise> {
        self.enterprises.get_mut(index as usize)
    }

    /// Enters an enterprise from the register. Returns its place and, when the register has it already, where.
    pub(super) fn register(&mut self, code: &Code, reader: &RowReader<'_>) -> (u32, Option<Registered>) {
        let (file, at) = (reader.source.file, reader.at);
        let index = self.index(code);
        let Some(entry) = self.registered.get_mut(index as usize) else { return (index, None) };
        if let Some(first) = entry {
            return (index, Some(*first));
        }
        *entry = Some(Registered { order: self.in_register, file, at });
        self.in_register += 1;
        (index, None)
    }

    /// Whom the row is about. A row that is used makes an enterprise of a code that is new, and lends it its name.
    fn party(&mut self, reader: &RowReader<'_>, subject: Option<Subject>) -> Party {
        match subject {
            None => Party::Unknown,
            Some(Subject::Name(name)) => {
                let row = NamedRow {
                    name,
                    file: reader.source.file,
                    at: reader.at,
                    column: reader.layout.column(Field::Name).cloned(),
                    refused: reader.refused,
                };
                self.named_rows.push(row);
                Party::Named(u32::try_from(self.named_rows.len() - 1).unwrap_or(u32::MAX))
            }
            Some(Subject::Code(_)) if reader.refused => Party::Unknown,
            Some(Subject::Code(code)) => {
                let index = self.index(&code);
                self.name(index, false, reader);
                Party::Enterprise(index)
            }
        }
    }

    /// Notes the name that a row has for an enterprise. That of the register holds; before it is known, the first that was
    /// met stands in its place.
    pub(super) fn name(&mut self, index: u32, of_register: bool, reader: &RowReader<'_>) {
        let Some(written) = reader.filled(Field::Name) else { return };
        let hash = self.name_hasher.hash_one(&*written);
        let (Some(by_register), Some(known_hash)) =
            (self.named_by_register.get_mut(index as usize), self.name_hashes.get_mut(index as usize))
        else {
            return;
        };
        let mut is_known = *known_hash == hash;
        if *by_register && is_known {
            return;
        }
        let mut name = None;
        if of_register || !is_known {
            let Some(enterprise) = self.enterprises.get_mut(index as usize) else { return };
            let text = reader.text(Field::Name).unwrap_or_default();
            let has_name = !enterprise.name.is_empty();
            is_known = has_name && same_name(&enterprise.name, &text);
            if *by_register && is_known {
                return;
            }
            if of_register && !*by_register {
                (*by_register, *known_hash) = (true, hash);
                let before = std::mem::replace(&mut enterprise.name, text);
                if has_name && !is_known {
                    self.first_names.insert(index, before.into_boxed_str());
                }
                return;
            }
            if !has_name {
                (enterprise.name, *known_hash) = (text, hash);
            } else if !is_known {
                name = Some(text.into_boxed_str());
            }
        }
        let file = reader.source.file;
        if self.name_columns.len() <= file {
            self.name_columns.resize_with(file, || None);
            self.name_columns.push(reader.layout.column(Field::Name).cloned());
        }
        let file = u32::try_from(file).unwrap_or(u32::MAX);
        self.names.push(NameOf { enterprise: index, name, file, at: reader.at });
    }

    /// Keeps the fact of a row. The name of a refused row is kept too: whether it joins is counted, and when it
    /// does not, that is one more thing to put right.
    pub(super) fn fact<T>(
        &mut self,
        reader: &RowReader<'_>,
        subject: Option<Subject>,
        fact: Option<T>,
        list: fn(&mut OtherFacts) -> &mut Vec<Waiting<T>>,
    ) {
        let party = self.party(reader, subject);
        if let (Some(fact), false) = (fact, reader.refused) {
            list(&mut self.facts).push(Waiting { party, fact });
        }
    }

    /// Keeps a row of the penalties; a refused one only when another row could repeat it.
    pub(super) fn penalty(&mut self, reader: &RowReader<'_>, subject: Option<Subject>, row: PenaltyRow) {
        let code = match &subject {
            Some(Subject::Code(code)) => Some(*code),
            _ => None,
        };
        let party = self.party(reader, subject);
        let refused = row.refused;
        if refused && row.document_no.is_none() {
            return;
        }
        let name = if refused { reader.text(Field::Name) } else { None };
        let code = if refused { code } else { None };
        let (file, at) = (reader.source.file, reader.at);
        self.penalties.push(WaitingPenalty { party, code, name, file, at, row, merged: false });
    }
}

/// Whether two names are the same: blanks, widths and what cannot be seen do not matter.
pub(super) fn same_name(one: &str, other: &str) -> bool {
    one == other || compacted(one) == compacted(other)
}
