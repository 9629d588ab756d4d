//! What is on the session as files.

use super::super::list::{self, View};
use super::super::messages::{ListFilesRequest, SavedFile, SavedFiles};
use super::Session;
use crate::district::Found;
use crate::pack::Locale;

impl Session {
    /// The files with all that a question finds.
    pub(in crate::worker) fn files(&mut self, ask: &ListFilesRequest) -> SavedFiles {
        let english = ask.query.locale == Locale::En;
        let (view, found) = self.find(&ask.query);
        self.compare(&view, &found);
        let files = match ask.form.split_once(' ') {
            None => self.list_files(&ask.form, &view, &found, english),
            Some((form, id)) => self.table_file(form, id, &view, english).into_iter().collect(),
        };
        self.found = Some((view, found));
        files
    }

    /// The rows that a view shows, as files.
    fn list_files(&self, form: &str, view: &View, found: &Found, english: bool) -> Vec<SavedFile> {
        match self.compared() {
            Some((sides, comparison)) => {
                list::move_files(form, (view, comparison), sides, (&self.district, &self.rules), english)
            }
            None => list::files(form, (view, &found.places), &self.district, &self.rules, english),
        }
    }

    /// One of the tables that a view shows, as a file.
    fn table_file(&mut self, form: &str, id: &str, view: &View, english: bool) -> Option<SavedFile> {
        let (tables, more) = if let Some((sides, comparison)) = self.compared() {
            let now = (self.district.table()?, &self.rules);
            (sides.tables(comparison, english), list::about_moves((view, comparison), sides, now, english))
        } else {
            let rules = (self.rules.pack(), self.rules.calendar());
            let (tables, _) = list::tables(view, &mut self.district, rules, english);
            (tables, list::about_figures(view, self.district.table()?, &self.rules, english))
        };
        let figures = tables.iter().find(|figures| figures.id == id)?;
        let unused = list::unused(&self.district.besides().sources, Locale::of(english)).lines();
        let more = [unused, more].concat();
        list::table_file(form, (figures, &more), (self.district.table()?.as_of(), self.rules.pack()), english)
    }
}
