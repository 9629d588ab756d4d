//! What of the files was not used, said at the head of whatever shows the district: whoever reads a list must not take what
//! is missing for what is not there.

use crate::district::Source;
use crate::import::FileKind;
use crate::pack::{Locale, phrases};
use crate::worker::messages::Unused;

phrases! {
    UNREAD "“{0}”整张表没有读入，{1} 行都没有用上；下面的名单和数字不含这张表的内容。" "“{0}” was not read at all: none of its {1} rows is used, and nothing below has what it tells."
    UNREAD_EMPTY "“{0}”没有读入，其中没有可用的内容；原因见读入情况。" "“{0}” was not read, nothing in it could be used; what was read tells why."
    MORE_UNREAD "还有 {0} 张表没有读入，共 {1} 行。" "{0} more tables were not read, with {1} rows in all."
    CUT_SHORT "“{0}”没有读到底，只读了 {1} 行；后面的内容没有用上。" "“{0}” was not read to its end but for {1} rows; nothing below has what comes after them."
    REFUSED "有 {0} 行没有采用：{1}。" "Rows that were not used: {0} ({1})."
    OF_KIND "{0} {1} 行" "{0}: {1}"
    OTHER_TABLE "其他表" "other tables"
    SEPARATOR "、" ", "
}

/// So many tables are named one by one.
const NAMED: usize = 5;

/// Puts it in words.
pub(in crate::worker) fn unused(sources: &[Source], locale: Locale) -> Unused {
    let number = |count: usize| count.to_string();
    let broken: Vec<&Source> = sources.iter().filter(|source| source.unread || source.cut_short).collect();
    let mut tables: Vec<String> = broken
        .iter()
        .take(NAMED)
        .map(|source| match (source.unread, source.rows) {
            (true, 0) => UNREAD_EMPTY.fill(locale, &[&title(source)]),
            (true, rows) => UNREAD.fill(locale, &[&title(source), &number(rows)]),
            (false, rows) => CUT_SHORT.fill(locale, &[&title(source), &number(rows)]),
        })
        .collect();
    let more = broken.get(NAMED..).unwrap_or_default();
    if !more.is_empty() {
        let rows = more.iter().map(|source| source.rows).sum();
        tables.push(MORE_UNREAD.fill(locale, &[&number(more.len()), &number(rows)]));
    }
    // The rows of a table that was not read are told with it.
    let refused = |kind: Option<FileKind>| -> usize {
        let of_kind = sources.iter().filter(|source| !source.unread && source.kind == kind);
        of_kind.map(|source| source.refused_rows).sum()
    };
    let kinds = FileKind::ALL.into_iter().map(Some).chain([None]);
    let counts: Vec<(Option<FileKind>, usize)> =
        kinds.map(|kind| (kind, refused(kind))).filter(|(_, count)| *count > 0).collect();
    let rows = (!counts.is_empty()).then(|| {
        let kinds: Vec<String> = counts
            .iter()
            .map(|(kind, count)| {
                let title = kind.map_or(OTHER_TABLE.get(locale), |kind| kind.title(locale));
                OF_KIND.fill(locale, &[title, &number(*count)])
            })
            .collect();
        let all = counts.iter().map(|(_, count)| count).sum();
        REFUSED.fill(locale, &[&number(all), &kinds.join(SEPARATOR.get(locale))])
    });
    Unused { tables, rows }
}

impl Unused {
    /// Returns every sentence, the worst first.
    pub(in crate::worker) fn lines(self) -> Vec<String> {
        self.tables.into_iter().chain(self.rows).collect()
    }
}

/// What a file is called, with its sheet.
fn title(source: &Source) -> String {
    match &source.sheet {
        Some(sheet) => [&source.name, " / ", sheet].concat(),
        None => source.name.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(name: &str, kind: Option<FileKind>, rows: usize, refused_rows: usize) -> Source {
        Source { name: name.to_owned(), kind, rows, refused_rows, ..Source::default() }
    }

    #[test]
    fn a_table_that_was_not_read_comes_first_and_rows_are_told_by_kind() {
        let unread = Source { unread: true, ..source("处罚.csv", Some(FileKind::Penalties), 913, 913) };
        let files = [
            source("经营主体.csv", Some(FileKind::Register), 2000, 3),
            source("检查1.csv", Some(FileKind::Inspections), 10, 1),
            source("检查2.csv", Some(FileKind::Inspections), 10, 1),
            unread,
        ];
        let told = unused(&files, Locale::Zh);
        let [table] = told.tables.as_slice() else { panic!("{told:?}") };
        assert!(table.contains("“处罚.csv”整张表没有读入") && table.contains("913 行"), "{table}");
        let rows = told.rows.as_deref().unwrap();
        assert!(rows.starts_with("有 5 行没有采用") && rows.contains("检查记录 2 行"), "{rows}");
        assert_eq!(told.clone().lines(), [table.as_str(), rows]);
    }

    #[test]
    fn where_everything_was_used_nothing_is_said() {
        let told = unused(&[source("经营主体.csv", Some(FileKind::Register), 2000, 0)], Locale::Zh);
        assert_eq!(told, Unused::default());
    }

    #[test]
    fn tables_without_end_are_counted() {
        let unread = Source { unread: true, ..source("a.csv", None, 7, 7) };
        let told = unused(&vec![unread; 9], Locale::En);
        assert_eq!(told.tables.len(), NAMED + 1);
        assert!(told.tables[NAMED].contains("4 more tables") && told.tables[NAMED].contains("28 rows"), "{told:?}");
        let cut = Source { cut_short: true, ..source("b.csv", Some(FileKind::Leads), 5, 0) };
        assert!(unused(&[cut], Locale::Zh).tables[0].contains("没有读到底，只读了 5 行"));
    }
}
