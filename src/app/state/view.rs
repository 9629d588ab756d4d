//! What is shown, in which language and for which day.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::tasks::DayFault;
use super::{Help, Route};
use crate::facts::Date;
use crate::pack::Locale;

/// What is shown.
#[derive(Clone, PartialEq)]
pub struct ViewState {
    pub locale: Locale,
    /// The address of a site that may be led to from a page of somebody else's; empty where there is none.
    pub site: String,
    /// The day on which the page was opened.
    pub today: Date,
    pub as_of: Date,
    /// What is wrong with the as-of date that was typed last.
    pub as_of_fault: Option<DayFault>,
    pub route: Route,
    /// The texts of the help, once they were fetched.
    pub help: Option<Rc<Help>>,
    /// What the terms of the glossary are narrowed to.
    pub term_words: String,
    pub notice: Option<Notice>,
    /// How far the build that has all pages is on its way, where this is another.
    pub office: Office,
    /// Whether that build is to take over whatever page is shown: it has something to open.
    pub wants_office: bool,
    /// A ledger that was opened, until it is added to the one that is there.
    pub ledger_file: Option<Rc<NamedText>>,
}

/// A text, and the name of the file in which it stood.
#[derive(Debug, PartialEq, Eq)]
pub struct NamedText {
    pub name: String,
    pub text: String,
}

/// Something to tell the person above whatever page is shown, in both languages.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// Whether something went wrong, rather than being worth knowing.
    pub alarming: bool,
    pub zh: String,
    pub en: String,
    /// Further lines, each in both languages.
    pub lines: Vec<(String, String)>,
}

/// How far the build that has all pages is on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Office {
    /// It was not needed yet.
    #[default]
    Away,
    /// It is being fetched.
    Fetching,
    /// It could not be had, and can be fetched again.
    Missing,
    /// It is there, and takes the place of this build as soon as nothing is under way.
    Ready,
}

/// A change of what is shown and of nothing else.
pub enum ViewAction {
    /// What was typed is no day.
    AsOfFault(DayFault),
    Locale(Locale),
    /// Where the site is whose help and rules are led to from a page of somebody else's.
    Site(String),
    /// The texts of the help; nothing has them fetched anew.
    Help(Option<Rc<Help>>),
    /// Narrows the glossary to the terms with these words.
    FindTerms(String),
    Notice(Option<Notice>),
    /// The build that has all pages is on its way, or there, or could not be had.
    Office(Office),
    /// That build is to take over: it has something to open.
    WantOffice,
    LedgerFile(Option<Rc<NamedText>>),
}

impl ViewState {
    /// What a page begins with that shows this, today.
    #[must_use]
    pub fn new(locale: Locale, route: Route, today: Date, as_of: Date) -> Self {
        Self {
            locale,
            site: String::new(),
            today,
            as_of,
            as_of_fault: None,
            route,
            help: None,
            term_words: String::new(),
            notice: None,
            office: Office::Away,
            wants_office: false,
            ledger_file: None,
        }
    }

    /// Changes what is shown.
    pub(super) fn reduce(&mut self, action: ViewAction) {
        match action {
            ViewAction::AsOfFault(fault) => self.as_of_fault = Some(fault),
            ViewAction::Locale(locale) => {
                self.locale = locale;
                self.as_of_fault = None;
            }
            ViewAction::Site(site) => self.site = site,
            ViewAction::Help(help) => self.help = help,
            ViewAction::FindTerms(words) => self.term_words = words,
            ViewAction::Notice(notice) => self.notice = notice,
            ViewAction::WantOffice => self.wants_office = true,
            ViewAction::LedgerFile(file) => self.ledger_file = file,
            ViewAction::Office(office) => {
                self.office = office;
                // What was to be opened can be chosen again; it is not to come at some later time.
                self.wants_office &= office != Office::Missing;
                // Why it could not be had before is no longer true.
                if office == Office::Fetching {
                    self.notice.take_if(|notice| notice.alarming);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view() -> ViewState {
        let day = Date::from_ymd_opt(2026, 11, 29).unwrap();
        ViewState::new(Locale::Zh, Route::Start, day, day)
    }

    fn notice(alarming: bool) -> Option<Notice> {
        Some(Notice { alarming, zh: String::new(), en: String::new(), lines: Vec::new() })
    }

    #[test]
    fn what_was_wrong_with_a_day_goes_with_the_language_in_which_it_was_said() {
        let mut view = view();
        view.reduce(ViewAction::AsOfFault(DayFault::Missing));
        view.reduce(ViewAction::Locale(Locale::En));
        assert_eq!((view.as_of_fault, view.locale), (None, Locale::En));
    }

    #[test]
    fn the_terms_that_are_looked_for_stay_in_the_other_language() {
        let mut view = view();
        view.reduce(ViewAction::FindTerms("罚款".to_owned()));
        view.reduce(ViewAction::Locale(Locale::En));
        assert_eq!(view.term_words, "罚款");
    }

    #[test]
    fn what_was_to_be_opened_by_a_build_that_could_not_be_had_is_wanted_no_more() {
        let mut view = view();
        view.reduce(ViewAction::WantOffice);
        view.reduce(ViewAction::Office(Office::Fetching));
        assert!(view.wants_office);
        view.reduce(ViewAction::Office(Office::Missing));
        assert!(!view.wants_office);
    }

    #[test]
    fn a_second_try_takes_away_why_the_first_failed_and_nothing_else() {
        for alarming in [true, false] {
            let mut view = view();
            view.reduce(ViewAction::Notice(notice(alarming)));
            view.reduce(ViewAction::Office(Office::Fetching));
            assert_eq!(view.notice.is_some(), !alarming);
        }
    }
}
