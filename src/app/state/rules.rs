//! The rules by which the page judges, and what is told of them.

use std::rc::Rc;

use super::State;
use super::tasks::notice;
use crate::app::text;
use crate::builtin;
use crate::calendar::Calendar;
use crate::compiled;
use crate::json::{self, Value};
use crate::pack::Pack;
use crate::store::{Changes, RulesFile};
use crate::worker::{Rulebook, RulesAnswer};

/// The pack and the calendar in use.
pub struct Rules {
    pub pack: Pack,
    pub calendar: Calendar,
    /// What differs from what the product brings along.
    pub changes: Changes,
}

impl Rules {
    /// What the product brings along.
    #[must_use]
    pub fn built_in() -> Rc<Self> {
        let (pack, calendar) = (builtin::own_pack(), builtin::own_calendar());
        Rc::new(Self { pack, calendar, changes: Changes::default() })
    }
}

/// Equal when they are the same: rules are replaced as a whole.
impl PartialEq for Rules {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// What the page on the rules shows of them.
#[derive(Clone, Default, PartialEq)]
pub struct RulesView {
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

impl State {
    /// Whether the rules kept from before, or given, are still being read, so that nothing may be judged yet.
    #[must_use]
    pub fn waits_for_rules(&self) -> bool {
        self.rules_view.asked.as_ref().is_some_and(|asked| asked.wish.waits())
    }

    /// Whether the calendar in use is the one that the browser keeps.
    #[must_use]
    pub fn keeps_its_calendar(&self) -> bool {
        let kept = self.rules_view.kept_calendar.as_ref();
        kept.is_some() && kept == self.rules.changes.calendar.as_ref()
    }

    /// Goes back to what the product brings along.
    pub(super) fn drop_rules(&mut self) {
        self.rules = Rules::built_in();
        self.rules_view.asked = None;
        self.rules_view.taken += 1;
    }

    /// Takes in what a worker tells of the rules that it was asked for last; other answers come too late.
    pub(super) fn take_rules(&mut self, number: u32, told: RulesAnswer) {
        let Some(asked) = self.rules_view.asked.take_if(|asked| asked.number == number) else { return };
        self.rules_view.answers += 1;
        let compiled = (compiled::from_bytes(&told.pack), compiled::from_bytes(&told.calendar));
        if let (Some(pack), Some(calendar)) = compiled {
            let parameters = match json::parse(&told.parameters) {
                Ok(Value::Object(fields)) => fields,
                _ => Vec::new(),
            };
            self.rules = Rc::new(Rules { pack, calendar, changes: Changes { parameters, ..asked.changes.clone() } });
            self.rules_view.taken += 1;
            if let Wish::File(name) = &asked.wish {
                self.notice = Some(notice(false, text::RULES_OPENED, &[name]));
            }
        } else if asked.wish != Wish::Typed || !told.at_parameters {
            let count = told.zh.len().to_string();
            let mut words = match &asked.wish {
                Wish::Kept => notice(true, text::KEPT_REFUSED, &[]),
                Wish::File(name) => notice(true, text::RULES_REFUSED, &[name, &count]),
                Wish::Typed | Wish::Restored | Wish::Given => notice(true, text::PARAMETERS_REFUSED, &[&count]),
            };
            words.lines = told.zh.into_iter().zip(told.en).collect();
            self.notice = Some(words);
            // Whoever gave them wants no other answer than theirs.
            if asked.wish == Wish::Given {
                self.rules_view.asked = Some(asked);
            }
        }
    }
}
