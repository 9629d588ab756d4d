//! What is to be known of a district besides the facts of its enterprises: how much of each file could be used, what rows
//! say that cannot all be right, and what a person has changed.

use std::collections::BTreeMap;

use super::update::{Differences, Extent};
use facts::Enterprise;
use import::{FileKind, FileReport, Import, Remark, RemarkKind};
use serde::{Deserialize, Serialize};

/// A file, or a sheet of a workbook, that enterprises come from, and how much of it could be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    pub name: String,
    /// The sheet of a workbook; `None` for a file in text form.
    pub sheet: Option<String>,
    /// What it is; `None` when that is not known.
    pub kind: Option<FileKind>,
    /// Rows below the header.
    pub rows: usize,
    /// How many of them could not be used.
    pub refused_rows: usize,
    /// Whether not a row of it was read.
    pub unread: bool,
    /// Whether what comes after the rows that were read is not known.
    pub cut_short: bool,
}

impl From<&FileReport> for Source {
    fn from(file: &FileReport) -> Self {
        Self {
            name: file.name.clone(),
            sheet: file.sheet.clone(),
            kind: file.kind,
            rows: file.rows,
            refused_rows: file.refused_rows,
            unread: file.unread,
            cut_short: file.cut_short,
        }
    }
}

/// What is to be known of a district besides facts. Enterprises are meant by their indices in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Besides {
    /// The files that the enterprises come from: those that were opened, then those of other months.
    pub sources: Vec<Source>,
    /// What rows say of an enterprise that cannot all be right.
    pub remarks: BTreeMap<usize, Vec<Remark>>,
    /// The enterprises that a person has changed, as the files gave them.
    pub by_hand: BTreeMap<usize, Enterprise>,
}

impl Besides {
    /// What an import tells.
    #[must_use]
    pub fn of(import: &mut Import) -> Self {
        let sources = import.report.files.iter().map(Source::from).collect();
        Self { sources, remarks: std::mem::take(&mut import.remarks), by_hand: BTreeMap::new() }
    }

    /// What still holds of it, beside what another month's files tell, once these are laid over the district. `by_hand` is
    /// seen to by whoever lays them.
    pub(super) fn under(&self, month: Self, differences: &Differences, extent: Extent) -> Self {
        let comes_whole = |kind: Option<FileKind>| {
            extent == Extent::Whole
                && kind.is_some_and(|kind| {
                    month.sources.iter().any(|file| file.kind == Some(kind)) && !differences.incomplete.contains(&kind)
                })
        };
        let stays = |source: &&Source| {
            let again = month.sources.iter().any(|file| (&file.name, &file.sheet) == (&source.name, &source.sheet));
            !again && !comes_whole(source.kind)
        };
        let sources: Vec<Source> = self.sources.iter().filter(stays).cloned().collect();
        let remark_stays = |remark: &&Remark| {
            !comes_whole(Some(match remark.kind {
                RemarkKind::NameDiffers => FileKind::Register,
                RemarkKind::DecisionDiffers => FileKind::Penalties,
            }))
        };
        let mut remarks = month.remarks;
        for (index, was) in differences.was.iter().enumerate() {
            let known = was.and_then(|was| self.remarks.get(&(was as usize)));
            for remark in known.into_iter().flatten().filter(remark_stays) {
                let now = remarks.entry(index).or_default();
                if !now.contains(remark) {
                    now.push(remark.clone());
                }
            }
        }
        remarks.retain(|_, remarks| !remarks.is_empty());
        Self { sources: [sources, month.sources].concat(), remarks, by_hand: BTreeMap::new() }
    }
}

/// Something that is to be looked at in an enterprise, besides what follows from its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// Rows contradict each other.
    Remark(RemarkKind),
    /// A person has changed facts of it.
    ByHand,
}

impl Mark {
    /// Every mark.
    pub const ALL: [Self; 3] =
        [Self::Remark(RemarkKind::NameDiffers), Self::Remark(RemarkKind::DecisionDiffers), Self::ByHand];

    /// The name of the mark in filters.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Remark(kind) => kind.code(),
            Self::ByHand => "by_hand",
        }
    }
}
