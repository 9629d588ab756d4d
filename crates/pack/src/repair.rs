//! What a pack says of repair: the systems, the lists, the conditions.

use super::condition::Selection;
use super::source::Cited;
use super::terms::DateField;
use super::text::Text;
use facts::{AuthoritySystem, Date, Set};

/// A system on which penalties are published and repaired. The numbers are places of parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelRules {
    /// Its name in full, as papers have it.
    pub title: Option<Text>,
    pub authority_system: Set<AuthoritySystem>,
    /// The date from which the periods run.
    pub clock: DateField,
    pub publish_days: usize,
    /// The first day for which repair is modelled.
    pub from: usize,
    pub tracks: usize,
    pub conditions: usize,
    pub deadlines: usize,
    /// Where a deregistered enterprise is no longer published: the source of that.
    pub ends_with_deregistration: Option<Cited>,
    pub applying: Option<Applying>,
}

/// What an enterprise is told of applying for a repair on a channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applying {
    /// Where it applies.
    pub place: Text,
    /// What that costs.
    pub fee: Text,
    pub source: Cited,
}

/// How listings end and are repaired. The numbers are places of parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListingRules {
    pub abnormal_listing: Vec<DatedSource>,
    pub serious_listing: Vec<DatedSource>,
    pub serious_years: usize,
    pub serious_repair_years: usize,
}

/// A source for some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedSource {
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub source: Cited,
}

/// A condition of repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepairCondition {
    pub id: String,
    /// What has to be the case.
    pub title: Text,
    /// Its title where it is not met, for a condition that nothing can meet any more then.
    pub unmet: Option<Text>,
    /// What to do where it is not.
    pub cure: Text,
    pub test: RepairTest,
}

impl RepairCondition {
    /// Returns the title to show for a condition that is met, or is not.
    #[must_use]
    pub fn title_when(&self, met: bool) -> &Text {
        self.unmet.as_ref().filter(|_| !met).unwrap_or(&self.title)
    }

    /// Returns whether nothing can meet it any more once it is not met: a later fact of which there must be none stays, and
    /// so does what the pack has words of its own for.
    #[must_use]
    pub fn stays_unmet(&self) -> bool {
        let is_later = |fact: &Absent| fact.after_target;
        self.unmet.is_some() || matches!(&self.test, RepairTest::None(facts) if facts.iter().any(is_later))
    }
}

/// How a condition of repair is found to be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RepairTest {
    /// The date is known.
    Known(DateField),
    /// The term is over, or there is none.
    TermOver(DateField),
    /// None of these facts exists.
    None(Vec<Absent>),
}

/// Facts of which there must be none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    pub selection: Selection,
    /// Only those dated on a later day than the target.
    pub after_target: bool,
    /// Only those of the target's category, when it has one.
    pub same_category: bool,
}
