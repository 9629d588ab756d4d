//! Files that come within something: an archive or a folder.

use super::Importer;
use crate::cell::masked;
#[cfg(feature = "sheets")]
use crate::file::OpenFile;
use crate::folder::{LeftOut, Member};
use crate::problem::{Fault, Level};
use crate::row::{Details, Source};

/// What has files within: an archive or a folder.
pub(super) struct Around {
    name: String,
    /// The report of its first file.
    first_report: usize,
    has_members: bool,
    left_out: LeftOut,
}

impl Around {
    fn new(name: &str, first_report: usize) -> Self {
        Self { name: name.to_owned(), first_report, has_members: false, left_out: LeftOut::default() }
    }
}

impl Importer {
    /// Whether a file is to be passed over: one of a folder, by its name with the folders before it, that is no table. All of
    /// those are told together.
    pub fn passes_over(&mut self, path: &str) -> bool {
        let Some((folder, within)) = path.split_once('/').filter(|_| Member::of(path) == Member::Other) else {
            return false;
        };
        let folder = self.folder.get_or_insert_with(|| Around::new(folder, self.files.len()));
        folder.left_out.add(within);
        true
    }

    /// Begins a file of the archive that the open file is.
    #[cfg(feature = "sheets")]
    pub fn member(&mut self, name: &str) {
        if self.around().is_some_and(|archive| std::mem::replace(&mut archive.has_members, true)) {
            self.end(true);
        } else {
            // Nothing is told of an archive as such: the report that was begun for it is that of its first file.
            self.forget_report();
        }
        let archive = self.archive.as_ref().map(|archive| archive.name.clone()).unwrap_or_default();
        self.open = Some(OpenFile::new(self.gb18030, self.files.len()));
        self.add_report(&[&*archive, "/", name].concat());
    }

    /// Notes a file of the archive that the open file is that is no table.
    #[cfg(feature = "sheets")]
    pub fn left_out(&mut self, name: &str) {
        if let Some(archive) = self.around() {
            archive.left_out.add(name);
        }
    }

    /// The archive that the open file is, or is in.
    #[cfg(feature = "sheets")]
    fn around(&mut self) -> Option<&mut Around> {
        let open = self.open.as_ref()?;
        let name = &self.sources.get(open.first_report)?.name;
        Some(self.archive.get_or_insert_with(|| Around::new(name, open.first_report)))
    }

    /// Tells which files of an archive or a folder are no tables.
    pub(super) fn tell_left_out(&mut self, around: Option<Around>) {
        let Some(around) = around else { return };
        // A name may be that of a copy of somebody's papers.
        let Some(hint) = around.left_out.line().map(|line| masked(&line).into_owned()) else { return };
        // Its tables may have come before what is none.
        let within = [&*around.name, "/"].concat();
        let first = self.files.iter().position(|file| file.name.starts_with(&within)).unwrap_or(around.first_report);
        if first >= self.files.len() {
            // There was nothing else.
            self.add_report(&around.name);
            if let (Some(file), Some(source)) = (self.files.last_mut(), self.sources.last()) {
                file.cut_short = true;
                source.note(&mut self.problems, Level::Refused, Fault::NoTables, Details::default());
            }
        }
        let source =
            Source { file: first, name: around.name.into(), sheet: None, from_1904: false, whose: None, today: None };
        source.note(&mut self.problems, Level::Notice, Fault::NotTables, Details { hint, ..Details::default() });
    }
}
