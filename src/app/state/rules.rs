//! The rules by which the page judges, and what is told of them.

use std::rc::Rc;

use super::Notice;
use super::tasks::notice;
use crate::app::text;
use crate::builtin;
use crate::calendar::Calendar;
use crate::compiled;
use crate::json::{self, Value};
use crate::pack::Pack;
use crate::store::{Changes, RulesFile};
use crate::worker::{Rulebook, RulesAnswer};

/// So many letters show which of several texts is meant.
const SHOWN: usize = 80;

/// The pack and the calendar in use.
pub struct Rules {
    pub pack: Pack,
    /// The pack before its parameters were set otherwise, where any is.
    base: Option<Pack>,
    pub calendar: Calendar,
    /// What differs from what the product brings along.
    pub changes: Changes,
}

impl Rules {
    /// What the product brings along.
    #[must_use]
    pub fn built_in() -> Rc<Self> {
        let (pack, calendar) = (builtin::own_pack(), builtin::own_calendar());
        Rc::new(Self { pack, base: None, calendar, changes: Changes::default() })
    }

    /// Returns the pack before any of its parameters was set otherwise.
    #[must_use]
    pub fn base(&self) -> &Pack {
        self.base.as_ref().unwrap_or(&self.pack)
    }
}

/// Equal when they are the same: rules are replaced as a whole.
impl PartialEq for Rules {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The rules in use, what was asked for, and what the page on the rules shows of them.
#[derive(Clone, PartialEq)]
pub struct RulesState {
    pub in_use: Rc<Rules>,
    /// What has been asked for and not been answered yet.
    pub asked: Option<Rc<Asked>>,
    /// The rules in words.
    pub book: Option<Rc<Rulebook>>,
    /// How often other rules came into use: from the first on they are kept for a reload.
    pub taken: usize,
    /// How often other rules were answered for: then the page says something else.
    pub answers: usize,
    /// What the entries are narrowed to.
    pub words: String,
    /// The calendar that the browser keeps beyond the session.
    pub kept_calendar: Option<RulesFile>,
}

/// Rules that a worker was asked for.
#[derive(PartialEq)]
pub struct Asked {
    /// The number of the question; that of the first, for what was kept, is 1.
    pub number: u32,
    pub changes: Changes,
    /// The text of a file of parameters, which goes before those of the changes.
    pub parameters: Option<String>,
    pub wish: Wish,
}

impl Asked {
    /// What was given by its names, each with its beginning.
    fn given(&self) -> String {
        let pack = self.changes.pack.as_ref().map(|file| ("pack", &file.text));
        let parameters = self.parameters.as_ref().map(|text| ("parameters", text));
        let shown = |(name, text): (&str, &String)| format!("{name}: {}", text.chars().take(SHOWN).collect::<String>());
        pack.into_iter().chain(parameters).map(shown).collect::<Vec<_>>().join("; ")
    }
}

/// What they were asked for.
#[derive(Clone, PartialEq)]
pub enum Wish {
    /// To have again what was kept before the page was loaded anew.
    Kept,
    /// To judge by nothing else: a page of somebody else's asks for them.
    Given,
    /// To use what was typed or chosen for a parameter.
    Typed,
    /// To have something as it was.
    Restored,
    /// To use a file of this name.
    File(String),
}

impl Wish {
    /// Whether nothing may be judged before it is answered.
    pub(super) fn waits(&self) -> bool {
        matches!(self, Self::Kept | Self::Given)
    }
}

/// A change of the rules and of nothing else.
pub enum RulesAction {
    /// No worker can be asked for rules. What was kept is waited for all the same: nothing is judged by other rules.
    Fault,
    /// Goes back to what the product brings along.
    Drop,
    /// Which calendar the browser keeps from now on.
    KeptCalendar(Option<RulesFile>),
    /// The rules in words.
    Book(Rulebook),
    /// Narrows the rules to the entries with these words.
    Find(String),
}

impl Default for RulesState {
    fn default() -> Self {
        Self {
            in_use: Rules::built_in(),
            asked: None,
            book: None,
            taken: 0,
            answers: 0,
            words: String::new(),
            kept_calendar: None,
        }
    }
}

impl RulesState {
    /// Whether the rules kept from before, or given, are still being read, so that nothing may be judged yet.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.asked.as_ref().is_some_and(|asked| asked.wish.waits())
    }

    /// Whether the calendar in use is the one that the browser keeps.
    #[must_use]
    pub fn keeps_its_calendar(&self) -> bool {
        self.kept_calendar.is_some() && self.kept_calendar == self.in_use.changes.calendar
    }

    /// The entries that are shown for the words that are looked for. Whoever changes a value of one is still at it, whatever it
    /// says afterwards.
    #[must_use]
    pub fn found(&self) -> Vec<String> {
        let words = self.words.trim();
        let book = self.book.iter().filter(|book| !words.is_empty() && book.words == words);
        book.flat_map(|book| &book.sections)
            .flat_map(|section| &section.entries)
            .map(|entry| entry.id.clone())
            .collect()
    }

    /// Changes the rules.
    pub(super) fn reduce(&mut self, action: RulesAction) {
        match action {
            RulesAction::Fault => {
                self.asked.take_if(|asked| !asked.wish.waits());
            }
            RulesAction::Drop => {
                self.in_use = Rules::built_in();
                self.asked = None;
                self.taken += 1;
            }
            RulesAction::KeptCalendar(calendar) => self.kept_calendar = calendar,
            RulesAction::Book(book) => self.book = Some(Rc::new(book)),
            RulesAction::Find(words) => self.words = words,
        }
    }

    /// Shows all entries, so that one that an address leads to is not narrowed away.
    pub(super) fn show_all(&mut self) {
        if !self.words.is_empty() {
            self.words.clear();
            self.book = None;
        }
    }

    /// Takes in what a worker tells of the rules that it was asked for last; other answers come too late. Returns what is to
    /// be told.
    pub(super) fn take_in(&mut self, number: u32, told: RulesAnswer) -> Option<Notice> {
        let asked = self.asked.take_if(|asked| asked.number == number)?;
        self.answers += 1;
        let compiled = (compiled::from_bytes(&told.pack), compiled::from_bytes(&told.calendar));
        if let (Some(pack), Some(calendar)) = compiled {
            let parameters = match json::parse(&told.parameters) {
                Ok(Value::Object(fields)) => fields,
                _ => Vec::new(),
            };
            // Where no parameter is set otherwise, nothing is told of it.
            let base = compiled::from_bytes(&told.base);
            let changes = Changes { parameters, ..asked.changes.clone() };
            self.in_use = Rc::new(Rules { pack, base, calendar, changes });
            self.taken += 1;
            let Wish::File(name) = &asked.wish else { return None };
            return Some(notice(false, text::RULES_OPENED, &[name]));
        }
        if asked.wish == Wish::Typed && told.at_parameters {
            return None;
        }
        let count = told.zh.len().to_string();
        let mut words = match &asked.wish {
            Wish::Kept => notice(true, text::KEPT_REFUSED, &[]),
            Wish::File(name) => notice(true, text::RULES_REFUSED, &[name, &count]),
            Wish::Typed | Wish::Restored => notice(true, text::PARAMETERS_REFUSED, &[&count]),
            Wish::Given => notice(true, text::GIVEN_REFUSED, &[&asked.given(), &count]),
        };
        words.lines = told.zh.into_iter().zip(told.en).collect();
        // Whoever gave them wants no other answer than theirs.
        if asked.wish == Wish::Given {
            self.asked = Some(asked);
        }
        Some(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(number: u32, wish: Wish) -> RulesState {
        let asked = Asked { number, changes: Changes::default(), parameters: None, wish };
        RulesState { asked: Some(Rc::new(asked)), ..RulesState::default() }
    }

    fn refused(at_parameters: bool) -> RulesAnswer {
        let words = || vec!["坏".to_owned()];
        RulesAnswer { zh: words(), en: words(), at_parameters, ..RulesAnswer::default() }
    }

    #[test]
    fn an_answer_to_an_earlier_question_changes_nothing() {
        let mut rules = asked(2, Wish::Restored);
        assert!(rules.take_in(1, refused(false)).is_none());
        assert!(rules.asked.is_some(), "the later one is still waited for");
    }

    #[test]
    fn given_rules_that_are_refused_are_waited_for_and_others_are_given_up() {
        for (wish, waits) in [(Wish::Given, true), (Wish::Kept, false), (Wish::Restored, false)] {
            let mut rules = asked(1, wish);
            let told = rules.take_in(1, refused(true)).unwrap();
            assert!(told.alarming && told.lines.len() == 1);
            assert_eq!(rules.waits(), waits);
        }
    }

    #[test]
    fn what_was_typed_is_refused_at_its_field_and_nowhere_else() {
        assert!(asked(1, Wish::Typed).take_in(1, refused(true)).is_none());
        assert!(asked(1, Wish::Typed).take_in(1, refused(false)).is_some());
    }

    #[test]
    fn kept_rules_are_waited_for_where_no_worker_can_be_had() {
        let mut rules = asked(1, Wish::Kept);
        rules.reduce(RulesAction::Fault);
        assert!(rules.waits());
        rules.reduce(RulesAction::Drop);
        assert!(!rules.waits() && rules.taken == 1);
    }

    #[test]
    fn an_entry_that_an_address_leads_to_is_not_narrowed_away() {
        let mut rules = RulesState::default();
        rules.reduce(RulesAction::Find("罚款".to_owned()));
        rules.show_all();
        assert_eq!(rules.words, "");
    }
}
