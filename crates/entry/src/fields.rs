//! Which fields a record has, in the order in which they are entered, and what is written in each.

use facts::{
    AbnormalReason, AuthoritySystem, CommitmentKind, Discretion, EnterpriseKind, EnterpriseStatus, InspectionBasis,
    InspectionMode, InspectionResult, LeadKind, PenaltyKind, Procedure, Sector, Term,
};
use pack::{Class, FactKind};

/// What is written in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    Words,
    /// A credit code: its letters are capitals, blanks in it do not matter.
    Code,
    Day,
    /// An amount in yuan.
    Amount,
    /// One word of the list with this name; where nothing is chosen, the word at this index is meant, if any.
    One(&'static str, Option<usize>),
    /// Words of the list with this name.
    Several(&'static str),
    /// A risk grade for each sector.
    Grades,
    /// A number for each figure of the rules.
    Figures,
}

/// One field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the contract.
    pub name: &'static str,
    pub entry: Entry,
    /// Whether the facts count only with it.
    pub required: bool,
    /// Whether few facts have it when they are entered, so that it may be folded away until then.
    pub seldom: bool,
}

const fn field(name: &'static str, entry: Entry) -> Field {
    Field { name, entry, required: false, seldom: false }
}

const fn required(name: &'static str, entry: Entry) -> Field {
    Field { required: true, ..field(name, entry) }
}

const fn seldom(name: &'static str, entry: Entry) -> Field {
    Field { seldom: true, ..field(name, entry) }
}

/// What the register says of an enterprise.
pub const BASICS: &[Field] = &[
    required("uscc", Entry::Code),
    required("name", Entry::Words),
    field("kind", Entry::One(EnterpriseKind::LIST, Some(0))),
    field("registered_on", Entry::Day),
    field("status", Entry::One(EnterpriseStatus::LIST, Some(0))),
    field("region", Entry::Words),
    field("industry", Entry::Words),
    field("sectors", Entry::Several(Sector::LIST)),
    field("risk_grades", Entry::Grades),
    field("figures", Entry::Figures),
];

/// The officer's own conclusion.
pub const JUDGEMENT: &[Field] = &[
    required("class", Entry::One(Class::LIST, None)),
    required("reason", Entry::Words),
    required("officer", Entry::Words),
    field("on", Entry::Day),
];

const PENALTY: &[Field] = &[
    required("decided_on", Entry::Day),
    required("kinds", Entry::Several(PenaltyKind::LIST)),
    field("fine_yuan", Entry::Amount),
    field("confiscated_yuan", Entry::Amount),
    field("category", Entry::Words),
    field("document_no", Entry::Words),
    field("published_on", Entry::Day),
    field("sector", Entry::One(Sector::LIST, None)),
    field("discretion", Entry::One(Discretion::LIST, None)),
    seldom("authority", Entry::Words),
    seldom("authority_system", Entry::One(AuthoritySystem::LIST, Some(0))),
    seldom("procedure", Entry::One(Procedure::LIST, Some(0))),
    seldom("restriction_ends_on", Entry::Day),
    seldom("fulfilled_on", Entry::Day),
    seldom("harm_eliminated_on", Entry::Day),
    seldom("commitment_on", Entry::Day),
    seldom("repaired_on", Entry::Day),
    seldom("annulled_on", Entry::Day),
];

const ABNORMAL_LISTING: &[Field] = &[
    required("reason", Entry::One(AbnormalReason::LIST, None)),
    required("listed_on", Entry::Day),
    field("corrected_on", Entry::Day),
    field("commitment_on", Entry::Day),
    field("removed_on", Entry::Day),
];

const SERIOUS_LISTING: &[Field] = &[
    required("listed_on", Entry::Day),
    field("cause", Entry::Words),
    field("fulfilled_on", Entry::Day),
    field("harm_eliminated_on", Entry::Day),
    field("commitment_on", Entry::Day),
    field("measures_end_on", Entry::Day),
    field("removed_on", Entry::Day),
];

const COURT_LISTING: &[Field] = &[required("listed_on", Entry::Day), field("removed_on", Entry::Day)];

const LEAD: &[Field] = &[
    required("kind", Entry::One(LeadKind::LIST, None)),
    required("received_on", Entry::Day),
    field("closed_on", Entry::Day),
];

const INSPECTION: &[Field] = &[
    required("on", Entry::Day),
    field("mode", Entry::One(InspectionMode::LIST, Some(0))),
    field("basis", Entry::One(InspectionBasis::LIST, Some(0))),
    field("authority_system", Entry::One(AuthoritySystem::LIST, Some(0))),
    field("department", Entry::Words),
    field("result", Entry::One(InspectionResult::LIST, None)),
];

const COMMITMENT: &[Field] = &[
    required("kind", Entry::One(CommitmentKind::LIST, None)),
    field("made_on", Entry::Day),
    field("breached_on", Entry::Day),
];

/// The fields of a fact. Risk grades are a field of the enterprise and have none of their own.
#[must_use]
pub fn fields_of(kind: FactKind) -> &'static [Field] {
    match kind {
        FactKind::Penalty => PENALTY,
        FactKind::AbnormalListing => ABNORMAL_LISTING,
        FactKind::SeriousListing => SERIOUS_LISTING,
        FactKind::CourtListing => COURT_LISTING,
        FactKind::Lead => LEAD,
        FactKind::Inspection => INSPECTION,
        FactKind::Commitment => COMMITMENT,
        FactKind::RiskGrade => &[],
    }
}

/// The name in a record of the list that holds facts of a kind.
#[must_use]
pub fn list_name(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Penalty => "penalties",
        FactKind::AbnormalListing => "abnormal_listings",
        FactKind::SeriousListing => "serious_listings",
        FactKind::CourtListing => "court_listings",
        FactKind::Lead => "leads",
        FactKind::Inspection => "inspections",
        FactKind::Commitment => "commitments",
        FactKind::RiskGrade => "risk_grades",
    }
}
