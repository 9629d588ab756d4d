//! The files of a folder or an archive: which are tables, by their names, and what is told of the others.

/// What a file is that stands in a folder or an archive, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Member {
    Table,
    /// Something that has files within.
    Archive,
    /// What systems and spreadsheet programs leave behind, and what is no table.
    Other,
}

/// How the names of tables end.
const TABLES: &[&str] =
    &["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xltx", "xlt", "et", "ett", "htm", "html", "xml", "mht"];

/// How the names of archives end.
const ARCHIVES: &[&str] = &["zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz", "cab"];

/// The folder in which one system keeps what it knows of files besides.
const SHADOWS: &str = "__MACOSX";

impl Member {
    /// `path` has the folders before the name.
    pub(super) fn of(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path);
        // `~$` begins what a spreadsheet program keeps beside a workbook that is open, a dot what is hidden.
        if name.starts_with("~$") || name.starts_with('.') || path.split('/').any(|part| part == SHADOWS) {
            return Self::Other;
        }
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        if TABLES.contains(&ending.as_str()) {
            Self::Table
        } else if ARCHIVES.contains(&ending.as_str()) {
            Self::Archive
        } else {
            Self::Other
        }
    }
}

/// So many names are told.
const MOST_NAMED: usize = 20;

/// The files of a folder or an archive that are no tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LeftOut {
    names: Vec<String>,
    count: usize,
}

impl LeftOut {
    /// Notes a file. Those of the folder that one system makes are told as that folder.
    pub(super) fn add(&mut self, path: &str) {
        let name = if path.split('/').any(|part| part == SHADOWS) { SHADOWS } else { path };
        if self.names.iter().any(|known| known == name) {
            return;
        }
        self.count += 1;
        if self.names.len() < MOST_NAMED {
            self.names.push(name.to_owned());
        }
    }

    /// The names in one line; `None` where there are none.
    pub(super) fn line(&self) -> Option<String> {
        let more = if self.count > self.names.len() { " …" } else { "" };
        (self.count > 0).then(|| self.names.join("、") + more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_table_is_told_by_its_name() {
        for path in ["a.csv", "甲/乙/行政处罚.XLSX", "a/b.et", "经营主体.txt"] {
            assert_eq!(Member::of(path), Member::Table, "{path}");
        }
        for path in [
            "~$a.xlsx",
            "甲/~$a.xlsx",
            ".DS_Store",
            "a/.~lock.a.xlsx#",
            "__MACOSX/._a.csv",
            "x/__MACOSX/a.csv",
            "说明.docx",
            "Thumbs.db",
            "无后缀",
            "",
        ] {
            assert_eq!(Member::of(path), Member::Other, "{path}");
        }
        assert_eq!(Member::of("甲.zip/乙.RAR"), Member::Archive);
    }

    #[test]
    fn names_are_told_once_and_not_without_end() {
        let mut left = LeftOut::default();
        assert_eq!(left.line(), None);
        for path in ["__MACOSX/._a", "__MACOSX/b/._c", "说明.docx", "说明.docx"] {
            left.add(path);
        }
        assert_eq!(left.line().unwrap(), "__MACOSX、说明.docx");
        (0..100).for_each(|number| left.add(&format!("{number}.png")));
        assert!(left.line().unwrap().ends_with("17.png …"));
    }
}
