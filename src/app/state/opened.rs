//! A record that is open, in a tab of its own.

use crate::entry::{Change, Part, Sheet, list_name};
use crate::facts::Enterprise;
use crate::json::{self, compact};
use crate::pack::FactKind;
use crate::request::Half;

/// An open record: what was entered, what can be read of it, and the steps that led there.
#[derive(Clone)]
pub struct Opened {
    /// The number of its tab.
    pub id: u32,
    /// Whether it comes from a built-in sample.
    pub made_up: bool,
    pub sheet: Sheet,
    /// What can be read of the sheet. It is what is judged.
    pub half: Half,
    /// The sheets before, the latest last.
    past: Vec<Sheet>,
    /// The sheets that were left by undoing, the next one last.
    future: Vec<Sheet>,
}

impl Opened {
    /// Opens a sheet.
    #[must_use]
    pub fn new(id: u32, sheet: Sheet, made_up: bool) -> Self {
        let half = sheet.read();
        Self { id, made_up, sheet, half, past: Vec::new(), future: Vec::new() }
    }

    /// Opens a sheet with the steps before it, and those that were undone, each as [`steps`](Self::steps) writes it; `None`
    /// where one cannot be read.
    #[must_use]
    pub fn with_steps(id: u32, made_up: bool, past: &[String], sheet: &str, future: &[String]) -> Option<Self> {
        let read = |text: &str| Some(Sheet::of(&json::parse(text).ok()?));
        let all = |texts: &[String]| texts.iter().map(|text| read(text)).collect::<Option<Vec<_>>>();
        Some(Self { past: all(past)?, future: all(future)?, ..Self::new(id, read(sheet)?, made_up) })
    }

    /// Returns the sheets before, the sheet itself and those that were left by undoing, as JSON.
    #[must_use]
    pub fn steps(&self) -> (Vec<String>, String, Vec<String>) {
        let write = |sheet: &Sheet| compact(&sheet.record(Vec::new()));
        (self.past.iter().map(write).collect(), write(&self.sheet), self.future.iter().map(write).collect())
    }

    /// Returns the same record in another tab.
    #[must_use]
    pub fn in_tab(&self, id: u32) -> Self {
        Self { id, ..self.clone() }
    }

    #[must_use]
    pub fn enterprise(&self) -> &Enterprise {
        &self.half.enterprise
    }

    /// After a step; what had been undone before is gone. `None` when the step changes nothing.
    #[must_use]
    pub fn changed(&self, change: Change) -> Option<Self> {
        let sheet = self.sheet.changed(change);
        if sheet == self.sheet {
            return None;
        }
        let mut past = self.past.clone();
        past.push(self.sheet.clone());
        Some(Self { past, ..Self::new(self.id, sheet, self.made_up) })
    }

    /// Returns the sheet as it was opened: for an enterprise of a district as the files give it.
    #[must_use]
    pub fn first(&self) -> &Sheet {
        self.past.first().unwrap_or(&self.sheet)
    }

    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Whether the sheet has been so since it was opened, before or after what was undone. As it was opened does not count.
    #[must_use]
    pub fn has_been(&self, sheet: &Sheet) -> bool {
        self.past.iter().skip(1).chain(&self.future).any(|other| other == sheet)
    }

    /// A step back, or with `again` one that was undone forth, and the fact that it changes.
    #[must_use]
    pub fn stepped(&self, again: bool) -> Option<(Self, Option<Part>)> {
        let (mut past, mut future) = (self.past.clone(), self.future.clone());
        let (from, to) = if again { (&mut future, &mut past) } else { (&mut past, &mut future) };
        let sheet = from.pop()?;
        to.push(self.sheet.clone());
        let changed = sheet.first_difference(&self.sheet);
        Some((Self { past, future, ..Self::new(self.id, sheet, self.made_up) }, changed))
    }

    /// The index among the facts that are judged of a fact of the sheet; `None` while it is left out.
    #[must_use]
    pub fn judged_index(&self, kind: FactKind, index: usize) -> Option<usize> {
        let left_out = self.half.left_out.iter().filter(|(list, _)| *list == list_name(kind)).map(|(_, index)| *index);
        let mut before = 0;
        for other in left_out {
            if other == index {
                return None;
            }
            before += usize::from(other < index);
        }
        Some(index - before)
    }

    /// Returns for each fact of a kind what [`judged_index`](Self::judged_index) does, all of them in one pass.
    #[must_use]
    pub fn judged_indices(&self, kind: FactKind) -> Vec<Option<usize>> {
        let mut is_left_out = vec![false; self.sheet.count(kind)];
        for (_, index) in self.half.left_out.iter().filter(|(list, _)| *list == list_name(kind)) {
            if let Some(is_left_out) = is_left_out.get_mut(*index) {
                *is_left_out = true;
            }
        }
        let mut judged = 0..;
        is_left_out.into_iter().map(|is_left_out| if is_left_out { None } else { judged.next() }).collect()
    }

    /// Whether the facts of a kind that were judged before a step are judged at the same indices after it.
    #[must_use]
    pub fn keeps_indices(&self, before: &Self, kind: FactKind) -> bool {
        let stays = |index| {
            let judged = before.judged_index(kind, index);
            judged.is_none() || judged == self.judged_index(kind, index)
        };
        self.sheet.keeps_indices(&before.sheet, kind) && (0..before.sheet.count(kind)).all(stays)
    }
}

/// Equal when they are the same: a record is replaced as a whole.
impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
