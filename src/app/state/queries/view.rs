//! One enterprise as the pages show it.

use std::rc::Rc;

use super::super::{Opened, Rules, State};
use crate::assess::{Assessment, Assessor};
use crate::facts::{Date, Enterprise, Money, Term};
use crate::pack::{Cited, Locale, Text, day_text, money_text};

/// An enterprise, what was found of it, and in which language it is told.
#[derive(Clone)]
pub struct View {
    pub rules: Rc<Rules>,
    pub locale: Locale,
    pub opened: Rc<Opened>,
    pub answer: Rc<Assessment>,
}

/// Equal when what is shown is: the answer follows from the record, the rules and the day.
impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.opened, &other.opened)
            && Rc::ptr_eq(&self.rules, &other.rules)
            && self.locale == other.locale
            && self.answer.as_of == other.answer.as_of
    }
}

impl View {
    /// Assesses the open enterprise.
    #[must_use]
    pub fn of(state: &State, opened: &Rc<Opened>) -> Self {
        let mut assessor = Assessor::new(&state.rules.pack, &state.rules.calendar, state.as_of);
        let answer = Rc::new(assessor.assess(opened.enterprise(), false));
        Self { rules: state.rules.clone(), locale: state.locale, opened: opened.clone(), answer }
    }

    #[must_use]
    pub fn enterprise(&self) -> &Enterprise {
        self.opened.enterprise()
    }

    #[must_use]
    pub fn day(&self, day: Date) -> String {
        day_text(day, self.locale)
    }

    #[must_use]
    pub fn money(&self, amount: Money) -> String {
        money_text(amount, self.locale)
    }

    /// The word of the documents for a term.
    #[must_use]
    pub fn word<T: Term>(&self, term: T) -> &str {
        self.rules.pack.word(term).get(self.locale)
    }

    /// A text in the language of the reader.
    #[must_use]
    pub fn say<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.locale)
    }

    /// A citation in words: the document and its article.
    #[must_use]
    pub fn cite(&self, cited: &Cited) -> String {
        self.rules.pack.cite(cited, self.locale)
    }
}
