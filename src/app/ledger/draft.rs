//! An entry while a person fills it in.

use crate::app::state::queries::{View, day_fault_words};
use crate::app::state::tasks::read_day;
use crate::app::text;
use crate::facts::{CommitmentKind, Date, Term, vocabulary};
use crate::ledger::{Act, CommitmentMade, Content, RepairStep};
use crate::pack::day_text;

use super::words::key_of;

vocabulary! {
    /// What can be noted by hand.
    Kind "ledger_form_kind" {
        Notified = "notified",
        ToReview = "to_review",
        OwnMark = "own_mark",
        Note = "note",
        Step = "step",
        Commitment = "commitment",
    }
    /// A field of the form.
    Field "ledger_form_field" {
        Text = "text",
        On = "on",
        Until = "until",
        Author = "author",
    }
}

/// What was filled in so far, as it was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub kind: Kind,
    pub text: String,
    pub on: String,
    pub until: String,
    /// Which of the repairs in the answer a step is about.
    pub repair: usize,
    pub act: Act,
    pub commitment: CommitmentKind,
}

impl Draft {
    /// Returns an empty form, which is for today.
    #[must_use]
    pub fn new(view: &View, today: Date) -> Self {
        Self {
            kind: Kind::Notified,
            text: String::new(),
            on: day_text(today, view.locale),
            until: String::new(),
            repair: 0,
            act: Act::Application,
            commitment: CommitmentKind::ALL[0],
        }
    }

    /// Returns the form filled in with what an entry says, for its correction; `None` for what is not noted by hand.
    #[must_use]
    pub fn of(view: &View, content: &Content, today: Date) -> Option<Self> {
        let mut draft = Self::new(view, today);
        let day = |day: Date| day_text(day, view.locale);
        match content {
            Content::Mark { word, on } => {
                let known = [Kind::Notified, Kind::ToReview].into_iter().find(|kind| kind.mark() == Some(word));
                draft.kind = known.unwrap_or(Kind::OwnMark);
                draft.text = if known.is_none() { word.clone() } else { String::new() };
                draft.on = day(*on);
            }
            Content::Note { text } => {
                draft.kind = Kind::Note;
                draft.text.clone_from(text);
            }
            Content::Step(step) => {
                draft.kind = Kind::Step;
                let is_of = |repair: &crate::assess::Repair| {
                    repair.channel == step.channel && key_of(view, repair.target).as_ref() == Some(&step.target)
                };
                draft.repair = view.answer.repair.iter().position(is_of)?;
                draft.act = step.act;
                draft.on = day(step.on);
                draft.text = step.text.clone().unwrap_or_default();
            }
            Content::Commitment(made) => {
                draft.kind = Kind::Commitment;
                draft.commitment = made.kind;
                draft.on = day(made.on);
                draft.until = made.until.map(day).unwrap_or_default();
                draft.text = made.text.clone().unwrap_or_default();
            }
            _ => return None,
        }
        Some(draft)
    }

    /// Returns what is to be noted.
    ///
    /// # Errors
    /// What is wrong, each with its field, in words.
    pub fn content(&self, view: &View, today: Date) -> Result<Content, Vec<(Field, String)>> {
        let mut faults = Vec::new();
        let locale = view.locale;
        let mut day = |field: Field, text: &str, ahead: bool| match read_day(text) {
            Ok(day) if day > today && !ahead => {
                faults.push((field, text::LEDGER_DAY_AHEAD.fill(locale, &[&day_text(day, locale)])));
                None
            }
            Ok(day) => Some(day),
            Err(fault) => {
                faults.push((field, day_fault_words(&fault, locale)));
                None
            }
        };
        let on = if self.kind == Kind::Note { Some(today) } else { day(Field::On, &self.on, false) };
        let until = match (self.kind, self.until.trim()) {
            (Kind::Commitment, until) if !until.is_empty() => day(Field::Until, until, true),
            _ => None,
        };
        let text = self.text.trim();
        if text.is_empty() && matches!(self.kind, Kind::OwnMark | Kind::Note) {
            faults.push((Field::Text, text::LEDGER_FILL_IN.get(locale).to_owned()));
        }
        let remark = (!text.is_empty()).then(|| text.to_owned());
        let content = on.filter(|_| faults.is_empty()).and_then(|on| {
            Some(match self.kind {
                Kind::Notified | Kind::ToReview => Content::Mark { word: self.kind.mark()?.to_owned(), on },
                Kind::OwnMark => Content::Mark { word: text.to_owned(), on },
                Kind::Note => Content::Note { text: text.to_owned() },
                Kind::Step => {
                    let repair = view.answer.repair.get(self.repair)?;
                    let target = key_of(view, repair.target)?;
                    Content::Step(RepairStep { target, channel: repair.channel, act: self.act, on, text: remark })
                }
                Kind::Commitment => Content::Commitment(CommitmentMade {
                    kind: self.commitment,
                    on,
                    text: remark,
                    until,
                    kept_on: None,
                    breached_on: None,
                }),
            })
        });
        content.ok_or(faults)
    }
}

impl Kind {
    /// Returns the word of a mark that comes along, as ledgers have it.
    #[must_use]
    pub fn mark(self) -> Option<&'static str> {
        let phrase = match self {
            Self::Notified => text::LEDGER_NOTIFIED,
            Self::ToReview => text::LEDGER_TO_REVIEW,
            _ => return None,
        };
        Some(phrase.get(crate::pack::Locale::Zh))
    }

    /// Returns what is noted, in words.
    #[must_use]
    pub fn phrase(self) -> text::Phrase {
        match self {
            Self::Notified => text::LEDGER_NOTIFIED,
            Self::ToReview => text::LEDGER_TO_REVIEW,
            Self::OwnMark => text::LEDGER_OWN_MARK,
            Self::Note => text::LEDGER_NOTE,
            Self::Step => text::LEDGER_STEP,
            Self::Commitment => text::LEDGER_COMMITMENT,
        }
    }
}
