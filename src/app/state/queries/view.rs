//! One enterprise as the pages show it.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::super::{Opened, Regions, Rules, State};
use crate::assess::{Assessment, Assessor, Target, WhatIf};
use crate::facts::{Date, Enterprise, Money, Penalty, Term, Withheld};
use crate::pack::{Amount, Cited, Class, Lane, Locale, Pack, Text, day_text, money_text};
use crate::request::what_if_budget;

/// An enterprise, what was found of it, and in which language it is told.
#[derive(Clone)]
pub struct View {
    pub rules: Rc<Rules>,
    pub locale: Locale,
    /// Whether its facts may only be read.
    pub readonly: bool,
    /// Whether the rules by which it is to be judged are not there: then its facts are shown, and nothing that follows.
    pub waits: bool,
    pub opened: Rc<Opened>,
    regions: Regions,
    /// Why it is not assessed: then nothing of the answer is told but what it says of the facts themselves.
    pub withheld: Option<Withheld>,
    pub answer: Rc<Assessment>,
    /// What was also asked of the same record: the answers for other days, or with the trace.
    asked: RefCell<Vec<Rc<Assessment>>>,
    what_if: OnceCell<Rc<WhatIf>>,
    /// The penalties in one line each, which stand at many places of the page.
    penalties: OnceCell<Rc<Vec<String>>>,
}

/// Equal when what is shown is: the answer follows from the record, the rules and the day.
impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.opened, &other.opened)
            && Rc::ptr_eq(&self.rules, &other.rules)
            && self.locale == other.locale
            && self.readonly == other.readonly
            && self.waits == other.waits
            && self.answer.as_of == other.answer.as_of
    }
}

/// Takes the days out of the timeline on which a repair could have been applied for that cannot be any more.
fn take_out_what_never_opens(answer: &mut Assessment, pack: &Pack) {
    let lost = answer.repair.iter().filter(|repair| repair.only_ends_by_itself(pack));
    let lost: Vec<Target> = lost.map(|repair| repair.target).collect();
    if !lost.is_empty() {
        let key = |target: &Target| (target.kind, target.index);
        // Repairs stand in the order of the kinds, and of each kind in that of the record.
        let is_lost = |target: Target| lost.binary_search_by_key(&key(&target), key).is_ok();
        answer.timeline.retain(|stretch| stretch.lane != Lane::Repair || !stretch.reference.is_some_and(is_lost));
    }
}

impl View {
    /// Assesses the open enterprise.
    #[must_use]
    pub fn of(state: &State, opened: &Rc<Opened>) -> Self {
        let view = Self::new(state.rules.in_use.clone(), state.view.locale, opened.clone(), state.view.as_of);
        Self { readonly: state.records.readonly, regions: state.regions, ..view }
    }

    /// The same while the rules by which it is to be judged are not there: nothing is told of it but its facts.
    #[must_use]
    pub fn waiting(mut self) -> Self {
        self.waits = true;
        if let Some(answer) = Rc::get_mut(&mut self.answer) {
            answer.warnings.clear();
        }
        self
    }

    /// Assesses an enterprise by these rules for a day.
    #[must_use]
    pub fn new(rules: Rc<Rules>, locale: Locale, opened: Rc<Opened>, as_of: Date) -> Self {
        let withheld = opened.enterprise().withheld(as_of);
        let mut assessor = Assessor::new(&rules.pack, &rules.calendar, as_of);
        let mut answer = assessor.assess(opened.enterprise(), false);
        take_out_what_never_opens(&mut answer, &rules.pack);
        let answer = Rc::new(answer);
        Self {
            rules,
            locale,
            readonly: false,
            waits: false,
            opened,
            regions: Regions::default(),
            withheld,
            answer,
            asked: RefCell::default(),
            what_if: OnceCell::new(),
            penalties: OnceCell::new(),
        }
    }

    /// The answer for any day, with the trace. It is worked out when first asked for and kept.
    #[must_use]
    pub fn on(&self, day: Date) -> Rc<Assessment> {
        let mut asked = self.asked.borrow_mut();
        if let Some(known) = asked.iter().find(|known| known.as_of == day) {
            return known.clone();
        }
        let mut assessor = Assessor::new(&self.rules.pack, &self.rules.calendar, day);
        let answer = Rc::new(assessor.assess(self.enterprise(), true));
        asked.push(answer.clone());
        answer
    }

    /// The answer for the day on which one supposes to apply for a repair; that of the as-of date is at hand.
    #[must_use]
    pub fn applied_on(&self, day: Date) -> Rc<Assessment> {
        if day == self.answer.as_of { self.answer.clone() } else { self.on(day) }
    }

    /// What would change the class. It is worked out when first asked for and kept.
    #[must_use]
    pub fn what_if(&self) -> Rc<WhatIf> {
        let found = self.what_if.get_or_init(|| {
            let record = self.enterprise();
            let mut assessor = Assessor::new(&self.rules.pack, &self.rules.calendar, self.answer.as_of);
            Rc::new(assessor.what_if(record, &self.answer, what_if_budget(record)))
        });
        found.clone()
    }

    /// The penalties in one line each. They are put into words when first asked for, and kept.
    pub(super) fn penalty_titles(&self, title: impl Fn(&Penalty) -> String) -> &[String] {
        self.penalties.get_or_init(|| Rc::new(self.enterprise().penalties.iter().map(title).collect()))
    }

    #[must_use]
    pub fn enterprise(&self) -> &Enterprise {
        self.opened.enterprise()
    }

    /// The name of the administrative division in which the enterprise lies, where its code is known.
    #[must_use]
    pub fn region(&self) -> Option<&'static str> {
        (self.regions.0)(self.enterprise().region.as_deref()?)
    }

    #[must_use]
    pub fn day(&self, day: Date) -> String {
        day_text(day, self.locale)
    }

    #[must_use]
    pub fn money(&self, amount: Money) -> String {
        money_text(amount, self.locale)
    }

    /// A number of a rule, as it is on the as-of date.
    #[must_use]
    pub fn number(&self, amount: Amount) -> String {
        match amount {
            Amount::Literal(number) => number.to_string(),
            Amount::Parameter(index) => {
                self.rules.pack.value_text(self.rules.pack.edition(self.answer.as_of), index, self.locale)
            }
        }
    }

    /// The word of the documents for a term.
    #[must_use]
    pub fn word<T: Term>(&self, term: T) -> &str {
        self.rules.pack.word(term).get(self.locale)
    }

    /// What the rules call a class.
    #[must_use]
    pub fn class_word(&self, class: Class) -> &str {
        self.say(&self.rules.pack.class(class).word)
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
