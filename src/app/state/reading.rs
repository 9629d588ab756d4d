//! What becomes of records and what is told of them when files are read, or the same are read again.

use super::tasks::notice;
use super::{District, Notice, State};
use crate::app::text;
use crate::pack::Locale;

impl State {
    /// The same files are read again. A record of them that nobody has changed goes: it would show what they gave before.
    pub(super) fn read_again(&mut self, made_up: bool, by_hand: bool) {
        let mut closed: Vec<String> = Vec::new();
        for (id, code) in self.district.begin_again(made_up) {
            let records = &self.records;
            // What could be read of a changed record, the district has; the rest waits in a tab of its own.
            let is_whole = records.in_tab(id).is_some_and(|tab| tab.half.problems.is_empty());
            let is_taken_over = by_hand && records.paste(id).is_none() && is_whole;
            match (records.is_changed(id), by_hand) {
                (true, true) if !is_taken_over => {}
                (true, false) => self.district.listed.push((id, code)),
                _ => {
                    closed.extend(self.records.in_tab(id).map(|tab| tab.enterprise().name.clone()));
                    self.close(id);
                }
            }
        }
        let told = |locale| text::TABS_CLOSED.fill(locale, &[&closed.join(text::LIST_SEPARATOR.get(locale))]);
        self.view.notice = (!closed.is_empty()).then(|| Notice {
            alarming: false,
            zh: told(Locale::Zh),
            en: told(Locale::En),
            lines: Vec::new(),
        });
    }

    /// The files are read. Where they gave nothing, what was open before comes back.
    pub(super) fn take_in(&mut self, made_up: bool, again: bool, enterprises: usize, faults: Vec<(String, String)>) {
        if again {
            self.district.now = District::Ready { made_up, enterprises };
            self.district.faults = faults;
        } else if self.district.take_in(made_up, enterprises, faults) {
            self.forget_closed();
            if let District::Ready { enterprises, .. } = self.district.now {
                let mut told = notice(true, text::NOTHING_READ, &[&enterprises.to_string()]);
                told.lines = self.district.aside.as_ref().map(|aside| aside.faults.clone()).unwrap_or_default();
                self.view.notice = Some(told);
            }
        } else {
            for id in self.district.unlist_aside(|id| self.records.is_changed(id)) {
                self.close(id);
            }
        }
    }

    /// Forgets the tabs of a district that has come back which were closed meanwhile.
    pub(super) fn forget_closed(&mut self) {
        let records = &self.records;
        self.district.listed.retain(|(id, _)| records.in_tab(*id).is_some());
    }
}
