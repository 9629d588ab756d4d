//! The district of one worker, as the page asks about it.

mod compare;
mod files;
mod list;
mod origin;

use super::changed::Changed;
use super::clock::mark;
use super::decoder;
use super::keep::{self, Keeping, Locked};
use super::later::Reads;
use super::list::{Against, Compared, ResolvedView, beside, table_file};
use super::messages::{
    ListAnswer, ListRequest, Ready, RecordAnswer, ReportAnswer, ReportFileRequest, ReportRequest, SavedFiles,
};
use super::report::{self, Reader};
use super::rules::{Rulebook, RulebookRequest, Rules, RulesAnswer, RulesRequest};
use crate::district::{District, Found, Table};
use crate::facts::Date;
use crate::import::Corrections;
use crate::pack::Figure;
use crate::request::{Record, write_record};

use origin::Before;
pub(super) use origin::Origin;

/// A district with what was last worked out for it.
#[derive(Default)]
pub(super) struct Session {
    rules: Rules,
    district: District,
    changed: Changed,
    /// The day for which the enterprises are classed.
    as_of: Option<Date>,
    /// What was last asked for, and what it found.
    found: Option<(ResolvedView, Found)>,
    /// The same enterprises as they are compared with; only while they are.
    other: Option<(Against, Table)>,
    /// What that comparison found, of those that were found last.
    comparison: Option<Compared>,
    /// Where it comes from, so that it can be read again.
    origin: Option<Origin>,
    /// How what was read is looked at, and what was corrected of it.
    reader: Reader,
    /// Whether the files are being read again: until they are there, nothing is asked of the district.
    reads_again: bool,
    /// What was there before the files of another month were laid over it.
    before: Option<Before>,
    /// The files of another month that are being read.
    later: Option<Reads>,
    /// The archive that waits for its passphrase.
    pub(super) locked: Option<Locked>,
    /// How it stands with keeping, and the rows that were shown beside that.
    keeping: Keeping,
    /// By what name the browser keeps the district as it stands, with these changes by hand; `None` where it does not.
    kept_as: Option<(String, Vec<String>)>,
    shown: Option<ListRequest>,
}

impl Session {
    /// Puts another district on the session; the rules stay. Returns whether it has a list to show first.
    pub(super) fn lay(&mut self, mut district: District, origin: Origin, reader: Reader) -> bool {
        district.order_names_by(decoder::gb18030_table);
        let lists = !district.enterprises().is_empty() && !reader.is_again();
        *self =
            Self { district, origin: Some(origin), reader, rules: std::mem::take(&mut self.rules), ..Self::default() };
        lists
    }

    /// Remembers what was said of files that were read before.
    pub(super) fn remember(&mut self, corrections: &str) {
        self.reader = Reader::of(Corrections::read(corrections));
    }

    /// By what files are to be read that were opened.
    pub(super) fn reader(&mut self) -> Reader {
        std::mem::take(&mut self.reader)
    }

    /// The figures of the rules, which a register may have.
    pub(super) fn figures_known(&self) -> &[Figure] {
        &self.rules.pack().figures
    }

    /// What was said of files that were read wrongly.
    pub(super) fn said(&self) -> &Corrections {
        self.reader.said()
    }

    /// Whether files were read, and are not being read again.
    pub(super) fn is_laid(&self) -> bool {
        self.origin.is_some() && !self.reads_again
    }

    pub(super) fn is_made_up(&self) -> bool {
        self.origin.as_ref().is_some_and(Origin::is_made_up)
    }

    /// Judges by other rules from now on, unless something is wrong with them.
    pub(super) fn change_rules(&mut self, ask: &RulesRequest) -> RulesAnswer {
        // The classes that were worked out are those of the rules before.
        self.as_of = None;
        self.rules.change(ask)
    }

    pub(super) fn book(&self, request: &RulebookRequest) -> Rulebook {
        self.rules.book(request)
    }

    /// The content of an archive of the district, with a ledger that goes along, and of how many enterprises.
    pub(super) fn content(&self, today: Date, ledger: &str) -> (Vec<u8>, usize) {
        (keep::content(&self.district, self.is_made_up(), today, ledger), self.district.enterprises().len())
    }

    /// What is told when the district is there.
    pub(super) fn ready(&self) -> Ready {
        let enterprises = self.district.enterprises().len();
        Ready {
            lists: false,
            made_up: self.is_made_up(),
            restored: false,
            again: self.reader.is_again(),
            enterprises,
            ledger: None,
            faults: if enterprises == 0 { report::faults(self.district.report()) } else { Vec::new() },
        }
    }

    /// Whether there is not one enterprise.
    pub(super) fn is_empty(&self) -> bool {
        self.district.enterprises().is_empty()
    }

    /// Remembers by what name the browser keeps the district as it stands.
    pub(super) fn is_kept_as(&mut self, name: Option<String>) {
        self.kept_as = name.map(|name| (name, self.changed.texts()));
    }

    /// Whether what the browser keeps is the district as it stands.
    fn is_kept(&self) -> bool {
        let kept = self.keeping.kept.as_ref().zip(self.kept_as.as_ref());
        kept.is_some_and(|(kept, (name, changed))| kept.name == *name && self.changed.texts() == *changed)
    }

    /// Notes how it stands with keeping. Gives what was shown last anew, where that tells of it.
    pub(super) fn note(&mut self, keeping: Keeping) -> Option<ListAnswer> {
        let is_other = self.keeping != keeping;
        self.keeping = keeping;
        if is_other { self.shown_anew() } else { None }
    }

    /// Everything that a question finds; taken from what was found last, if that was the same.
    fn find(&mut self, request: &ListRequest) -> (ResolvedView, Found) {
        self.classify(request.as_of);
        let rules = (self.rules.pack(), self.rules.calendar());
        if self.changed.lay(&request.changed, &mut self.district, rules) {
            self.forget();
        }
        let pack = self.rules.pack();
        let view = self.district.table().map(|table| ResolvedView::of(&request.view, table, pack)).unwrap_or_default();
        let kept = self.found.take().filter(|(before, _)| *before == view);
        kept.unwrap_or_else(|| {
            self.comparison = None;
            let found = self.district.find(&view.filter, view.asked.sort);
            (view, found)
        })
    }

    /// What was read, once something was chosen of it.
    pub(super) fn report(&mut self, request: &ReportRequest) -> ReportAnswer {
        if let Some(choice) = &request.choice {
            self.reader.choose(choice, self.district.report());
        }
        report::answer(&self.reader, &self.district, request.locale)
    }

    /// What was refused or noticed, as a file.
    pub(super) fn report_file(&self, request: &ReportFileRequest) -> SavedFiles {
        let table = report::table(&self.reader, self.district.report(), request.locale);
        let about = (request.as_of, self.rules.pack());
        table_file(request.form, (&table, &[]), about, request.locale).into_iter().collect()
    }

    /// The record of an enterprise without what is changed of it on the page, and what is to be known besides.
    pub(super) fn record(&self, uscc: &str) -> RecordAnswer {
        let own = self.changed.own(uscc);
        let index = self.district.enterprises().iter().position(|enterprise| enterprise.uscc == uscc);
        let enterprise = own.or_else(|| self.district.enterprises().get(index?)).cloned();
        let record = enterprise
            .map(|enterprise| write_record(&Record { as_of: None, enterprise, judgement: None, desk: Vec::new() }));
        RecordAnswer { record, beside: index.map(|index| beside(&self.district, index)).unwrap_or_default() }
    }

    /// Sees to the classes for a day.
    fn classify(&mut self, as_of: Date) {
        if self.as_of == Some(as_of) {
            return;
        }
        mark("judging");
        self.district.classify(self.rules.pack(), self.rules.calendar(), as_of);
        mark("judged");
        self.as_of = Some(as_of);
        // Another day has another order.
        self.forget();
    }

    /// Forgets what was worked out of enterprises that are others now.
    fn forget(&mut self) {
        (self.found, self.other, self.comparison) = (None, None, None);
    }
}
