//! Where a district comes from: files that can be read again, and what those of another month were laid over.

use web_sys::File;

use super::super::later::Reads;
use super::super::messages::{Laying, ListAnswer, Progress};
use super::super::report::Reader;
use super::Session;
use crate::district::{District, Earlier};
use crate::import::Import;

/// Where the tables of a district come from.
#[derive(Clone)]
pub(in crate::worker) enum Origin {
    Files(Vec<File>),
    /// The address of a bundle of files.
    Bundle(String),
    /// An archive, of which there are no tables to read again.
    Archive {
        made_up: bool,
    },
    /// The files of another month, laid over what was there before.
    Later {
        files: Vec<File>,
        how: Laying,
        made_up: bool,
    },
}

impl Origin {
    /// Whether it is the sample that the site brings along.
    pub(in crate::worker) fn is_made_up(&self) -> bool {
        matches!(self, Self::Bundle(_) | Self::Archive { made_up: true } | Self::Later { made_up: true, .. })
    }
}

/// What was there before the files of another month, and where it came from.
pub(super) struct Before {
    pub(super) earlier: Earlier,
    origin: Option<Origin>,
    reader: Reader,
}

impl Session {
    /// Begins to read the files of another month, or ends that. Gives what was shown last anew, which tells of it.
    pub(in crate::worker) fn read_later(&mut self, reads: Option<Reads>) -> Option<ListAnswer> {
        self.later = reads;
        self.shown_anew()
    }

    /// Notes how far the files of another month are.
    pub(in crate::worker) fn read_on(&mut self, progress: Progress) -> Option<ListAnswer> {
        self.later.as_mut()?.progress = progress;
        self.shown_anew()
    }

    /// Lays what the files of another month gave over the district. Returns whether there is a list to show first.
    pub(in crate::worker) fn lay_over(
        &mut self,
        month: Import,
        (files, how): (Vec<File>, Laying),
        reader: Reader,
    ) -> bool {
        // What the page has changed the district has from now on, as far as it holds.
        let earlier = self.district.lay_over(month, how.extent, how.by_hand);
        let lists = !reader.is_again();
        let origin = Origin::Later { files, how, made_up: self.is_made_up() };
        let district = std::mem::take(&mut self.district);
        let before = Before { earlier, origin: self.origin.take(), reader: std::mem::take(&mut self.reader) };
        self.lay(district, origin, reader);
        self.before = Some(before);
        lists
    }

    /// Takes back what was laid over the district; whether anything was.
    pub(in crate::worker) fn lay_back(&mut self) -> bool {
        let Some(Before { earlier, origin, reader }) = self.before.take() else { return false };
        self.lay(District::earlier(earlier), origin.unwrap_or(Origin::Archive { made_up: false }), reader);
        true
    }

    /// From where, and by what, the same files are to be read again. What they gave stays until that is done.
    pub(in crate::worker) fn again(&mut self) -> Option<(Origin, Reader)> {
        let (origin, reader) = (self.origin.clone().filter(|_| !self.reads_again)?, self.reader.corrected());
        self.later = None;
        self.reads_again = true;
        Some((origin, reader))
    }

    /// They are not read again after all.
    pub(in crate::worker) fn stay(&mut self) {
        self.reads_again = false;
    }
}
