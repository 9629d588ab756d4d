//! What the list shows as files.

use super::super::list::{self, ResolvedView};
use super::super::messages::{FileForm, ListFilesRequest, ListPart, SavedFile, SavedFiles};
use super::Session;
use crate::district::Found;
use crate::pack::Locale;

impl Session {
    /// The files with all that a question finds.
    pub(in crate::worker) fn files(&mut self, request: &ListFilesRequest) -> SavedFiles {
        let locale = request.list.locale;
        let (view, found) = self.find(&request.list);
        self.compare(&view, &found);
        let files = match &request.part {
            ListPart::Rows => self.list_files(request.form, &view, &found, locale),
            ListPart::Figure(id) => self.table_file(request.form, id, &view, locale).into_iter().collect(),
        };
        self.found = Some((view, found));
        files
    }

    /// The rows that a view shows, as files.
    fn list_files(&self, form: FileForm, view: &ResolvedView, found: &Found, locale: Locale) -> Vec<SavedFile> {
        match self.compared() {
            Some((sides, compared)) => {
                list::comparison_files(form, (view, compared), sides, (&self.district, &self.rules), locale)
            }
            None => list::files(form, (view, &found.indices), &self.district, &self.rules, locale),
        }
    }

    /// One of the tables that a view shows, as a file.
    fn table_file(&mut self, form: FileForm, id: &str, view: &ResolvedView, locale: Locale) -> Option<SavedFile> {
        let (tables, more) = if let Some((sides, compared)) = self.compared() {
            let now = (self.district.table()?, &self.rules);
            (sides.tables(compared, locale), list::about_comparison((view, compared), sides, now, locale))
        } else {
            let rules = (self.rules.pack(), self.rules.calendar());
            let (tables, _) = list::tables(view, &mut self.district, rules, locale);
            (tables, list::about_figures(view, self.district.table()?, &self.rules, locale))
        };
        let figures = tables.iter().find(|figures| figures.id == id)?;
        let unused = list::unused(&self.district.besides().sources, locale).lines();
        let more = [unused, more].concat();
        list::table_file(form, (figures, &more), (self.district.table()?.as_of(), self.rules.pack()), locale)
    }
}
