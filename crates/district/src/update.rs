//! The files of another month, laid over a district: what is new, what has changed, what is gone.

use std::collections::{HashMap, HashSet};

use super::besides::Besides;
use super::table::Table;
use facts::calendar::Calendar;
use facts::{AbnormalListing, Commitment, CourtListing, Date, Enterprise, Inspection, Lead, Penalty, SeriousListing};
use import::{FileKind, Import, ImportReport};
use pack::Pack;
use serde::{Deserialize, Serialize};

/// What the files of another month tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extent {
    /// Each file tells everything of its kind: what it does not have any more is gone.
    Whole,
    /// What is new or has changed, and nothing of the rest.
    Additions,
}

/// How a district differs from the one before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// For each enterprise the place that it had before; `None` for one that is new.
    pub was: Vec<Option<u32>>,
    /// For each whether it was there before and is otherwise now.
    pub changed: Vec<bool>,
    /// The indices that those had before who are not there any more.
    pub gone: Vec<u32>,
    /// The kinds of files that came as whole ones and could not be read as such: of them nothing is gone.
    pub incomplete: Vec<FileKind>,
}

impl Differences {
    /// Whether the enterprise at an index was not there before.
    #[must_use]
    pub fn is_new(&self, index: usize) -> bool {
        self.was.get(index) == Some(&None)
    }

    /// Whether the enterprise at an index was there before and is otherwise now.
    #[must_use]
    pub fn is_changed(&self, index: usize) -> bool {
        self.changed.get(index) == Some(&true)
    }

    /// How many are new, changed, and gone.
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let new = self.was.iter().filter(|was| was.is_none()).count();
        let changed = self.changed.iter().filter(|changed| **changed).count();
        [new, changed, self.gone.len()]
    }
}

/// A district as it was before the files of another month were laid over it.
#[derive(Debug, Default)]
pub struct Earlier {
    pub enterprises: Vec<Enterprise>,
    /// How many of them, from the first on, stand in the register.
    pub registered: usize,
    pub report: ImportReport,
    /// What was known besides.
    pub besides: Besides,
    /// How the district differs from it since: as files, whatever a person has changed.
    pub differences: Differences,
    /// How many enterprises stayed as a person had changed them.
    pub kept_by_hand: usize,
}

impl Earlier {
    /// The enterprise at an index of the district as it was; `None` for one that is new.
    #[must_use]
    pub fn was(&self, index: usize) -> Option<&Enterprise> {
        let was = (*self.differences.was.get(index)?)?;
        self.enterprises.get(was as usize)
    }

    /// The same as the files gave it then, without what a person had changed.
    #[must_use]
    pub fn was_official(&self, index: usize) -> Option<&Enterprise> {
        let was = (*self.differences.was.get(index)?)? as usize;
        self.besides.by_hand.get(&was).or_else(|| self.enterprises.get(was))
    }

    /// Whether a person had changed the enterprise at an index.
    #[must_use]
    pub fn was_by_hand(&self, index: usize) -> bool {
        let was = self.differences.was.get(index).copied().flatten();
        was.is_some_and(|was| self.besides.by_hand.contains_key(&(was as usize)))
    }

    /// Those that are not there any more.
    pub fn gone(&self) -> impl Iterator<Item = &Enterprise> {
        self.differences.gone.iter().filter_map(|index| self.enterprises.get(*index as usize))
    }

    /// What these rules say as of this day of the enterprises as they were, at the indices that they have now. Of one
    /// that is new nothing was known.
    #[must_use]
    pub fn table(&self, pack: &Pack, calendar: &Calendar, as_of: Date) -> Table {
        let nothing = Enterprise::default();
        let count = self.differences.was.len();
        let before: Vec<&Enterprise> = (0..count).map(|index| self.was(index).unwrap_or(&nothing)).collect();
        Table::new(&before, pack, calendar, as_of)
    }
}

/// What is known otherwise of an enterprise: which kinds of files say so, with how many facts of each there were and are.
/// Of the register there are none to count.
#[must_use]
pub fn changes(was: &Enterprise, now: &Enterprise) -> Vec<(FileKind, usize, usize)> {
    fn of<T: PartialEq>(kind: FileKind, was: &[T], now: &[T]) -> Option<(FileKind, usize, usize)> {
        (was != now).then_some((kind, was.len(), now.len()))
    }
    let register = (entry_of(was) != entry_of(now)).then_some((FileKind::Register, 0, 0));
    let kinds = [
        register,
        of(FileKind::Penalties, &was.penalties, &now.penalties),
        of(FileKind::AbnormalListings, &was.abnormal_listings, &now.abnormal_listings),
        of(FileKind::SeriousListings, &was.serious_listings, &now.serious_listings),
        of(FileKind::CourtListings, &was.court_listings, &now.court_listings),
        of(FileKind::Inspections, &was.inspections, &now.inspections),
        of(FileKind::Leads, &was.leads, &now.leads),
        of(FileKind::Commitments, &was.commitments, &now.commitments),
    ];
    kinds.into_iter().flatten().collect()
}

/// Lays the files of another month over the enterprises of a district, of which so many, from the first on, stand in the
/// register. A kind of file that does not come again leaves what is known of that kind as it was; one of which a file could
/// not be read to its end, or of which no row could be used, adds to it, whatever its extent. Gives the district as
/// if it had been read from files, with the report of those that were, and how it differs from the one before.
#[must_use]
pub fn update(before: &[Enterprise], registered: usize, month: Import, extent: Extent) -> (Import, Differences) {
    let kinds: HashSet<FileKind> = month.report.files.iter().filter_map(|file| file.kind).collect();
    let mut incomplete: Vec<FileKind> = Vec::new();
    for file in month.report.files.iter().filter(|file| extent == Extent::Whole && !file.tells_all()) {
        incomplete.extend(file.kind.filter(|kind| !incomplete.contains(kind)));
    }
    let lay = Lay { kinds: &kinds, incomplete: &incomplete, extent };
    let mut old: HashMap<&str, usize> =
        before.iter().enumerate().map(|(index, old)| (old.uscc.as_str(), index)).collect();
    // Those of the register stand first, in its new order, then those that it does not name but that stay in it.
    let (mut first, mut last) = (Vec::new(), Vec::new());
    for (index, new) in month.enterprises.into_iter().enumerate() {
        let was = old.remove(new.uscc.as_str());
        let named = index < month.registered;
        let stands = named || (was.is_some_and(|was| was < registered) && !lay.empties_register());
        let now = match was {
            Some(was) => lay.enterprise(&before[was], new, named),
            None => new,
        };
        if stands { &mut first } else { &mut last }.push((now, was));
    }
    let mut differences = Differences { incomplete: incomplete.clone(), ..Differences::default() };
    let mut rest: Vec<usize> = old.into_values().collect();
    rest.sort_unstable();
    let (mut stay_first, mut stay_last) = (Vec::new(), Vec::new());
    for index in rest {
        let was = &before[index];
        let unnamed = Enterprise { uscc: was.uscc.clone(), name: was.name.clone(), ..Enterprise::default() };
        let now = lay.enterprise(was, unnamed, false);
        let stands = index < registered;
        // One that stands in no register was known from its facts alone.
        let is_gone = if stands { lay.empties_register() } else { is_bare(&now) && !is_bare(was) };
        match (is_gone, stands) {
            (true, _) => differences.gone.push(number(index)),
            (false, true) => stay_first.push((now, Some(index))),
            (false, false) => stay_last.push((now, Some(index))),
        }
    }
    first.extend(stay_first);
    last.extend(stay_last);
    let mut import = Import { registered: first.len(), report: month.report, ..Import::default() };
    for (now, was) in first.into_iter().chain(last) {
        differences.changed.push(was.is_some_and(|was| before[was] != now));
        differences.was.push(was.map(number));
        import.enterprises.push(now);
    }
    (import, differences)
}

/// A place as it is kept; more enterprises than that do not fit into memory.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Whether no fact is known of an enterprise.
fn is_bare(enterprise: &Enterprise) -> bool {
    enterprise.penalties.is_empty()
        && enterprise.abnormal_listings.is_empty()
        && enterprise.serious_listings.is_empty()
        && enterprise.court_listings.is_empty()
        && enterprise.leads.is_empty()
        && enterprise.inspections.is_empty()
        && enterprise.commitments.is_empty()
}

/// How files of some kinds are laid over what is known.
struct Lay<'k> {
    kinds: &'k HashSet<FileKind>,
    /// Those that came as whole ones and are none.
    incomplete: &'k [FileKind],
    extent: Extent,
}

impl Lay<'_> {
    /// Whether an enterprise that the files do not name has left the register.
    fn empties_register(&self) -> bool {
        self.kinds.contains(&FileKind::Register) && self.extent(FileKind::Register) == Extent::Whole
    }

    fn extent(&self, kind: FileKind) -> Extent {
        if self.incomplete.contains(&kind) { Extent::Additions } else { self.extent }
    }

    /// What is known of an enterprise, with what the files say of it now; `named` when the register is among them and
    /// names it.
    fn enterprise(&self, was: &Enterprise, new: Enterprise, named: bool) -> Enterprise {
        // One that a whole register does not name any more is known from its facts alone.
        let entry = entry_of(if named || self.empties_register() { &new } else { was });
        Enterprise {
            penalties: self.facts(FileKind::Penalties, &was.penalties, new.penalties, same_penalty),
            abnormal_listings: self.facts(
                FileKind::AbnormalListings,
                &was.abnormal_listings,
                new.abnormal_listings,
                same_abnormal,
            ),
            serious_listings: self.facts(
                FileKind::SeriousListings,
                &was.serious_listings,
                new.serious_listings,
                same_serious,
            ),
            court_listings: self.facts(FileKind::CourtListings, &was.court_listings, new.court_listings, same_court),
            leads: self.facts(FileKind::Leads, &was.leads, new.leads, same_lead),
            inspections: self.facts(FileKind::Inspections, &was.inspections, new.inspections, same_inspection),
            commitments: self.facts(FileKind::Commitments, &was.commitments, new.commitments, same_commitment),
            ..entry
        }
    }

    fn facts<T: Clone>(&self, kind: FileKind, was: &[T], new: Vec<T>, same: impl Fn(&T, &T) -> bool) -> Vec<T> {
        match self.extent(kind) {
            _ if !self.kinds.contains(&kind) => was.to_vec(),
            Extent::Whole => new,
            Extent::Additions => {
                // What is told again stands in its place as it is told now; what is new, behind.
                let mut left: Vec<Option<T>> = new.into_iter().map(Some).collect();
                let mut facts = Vec::with_capacity(was.len());
                for fact in was {
                    let again = left.iter_mut().find(|new| new.as_ref().is_some_and(|new| same(fact, new)));
                    facts.push(again.and_then(Option::take).unwrap_or_else(|| fact.clone()));
                }
                facts.extend(left.into_iter().flatten());
                facts
            }
        }
    }
}

/// What the register says of an enterprise, without a fact.
fn entry_of(enterprise: &Enterprise) -> Enterprise {
    Enterprise {
        uscc: enterprise.uscc.clone(),
        name: enterprise.name.clone(),
        kind: enterprise.kind,
        registered_on: enterprise.registered_on,
        status: enterprise.status,
        region: enterprise.region.clone(),
        industry: enterprise.industry.clone(),
        sectors: enterprise.sectors,
        risk_grades: enterprise.risk_grades,
        figures: enterprise.figures.clone(),
        ..Enterprise::default()
    }
}

/// The same decision: by the number of its document and its day, where both have a number.
pub(super) fn same_penalty(one: &Penalty, other: &Penalty) -> bool {
    match (&one.document_no, &other.document_no) {
        (Some(number), Some(other_number)) => number == other_number && one.decided_on == other.decided_on,
        _ => one == other,
    }
}

/// The same entry, by its reason and day.
pub(super) fn same_abnormal(one: &AbnormalListing, other: &AbnormalListing) -> bool {
    (one.reason, one.listed_on) == (other.reason, other.listed_on)
}

/// The same entry, by its day.
pub(super) fn same_serious(one: &SeriousListing, other: &SeriousListing) -> bool {
    one.listed_on == other.listed_on
}

/// The same entry, by its day.
pub(super) fn same_court(one: &CourtListing, other: &CourtListing) -> bool {
    one.listed_on == other.listed_on
}

/// The same lead, by its kind and day.
pub(super) fn same_lead(one: &Lead, other: &Lead) -> bool {
    (one.kind, one.received_on) == (other.kind, other.received_on)
}

/// The same inspection, by its day, basis and department.
pub(super) fn same_inspection(one: &Inspection, other: &Inspection) -> bool {
    (one.on, one.basis, &one.department) == (other.on, other.basis, &other.department)
}

/// The same commitment, by its kind and day.
pub(super) fn same_commitment(one: &Commitment, other: &Commitment) -> bool {
    (one.kind, one.made_on) == (other.kind, other.made_on)
}
