//! The closed word lists that rules and answers share.

use facts::{
    AbnormalReason, AuthoritySystem, CommitmentKind, Discretion, EnterpriseKind, EnterpriseStatus, InspectionBasis,
    InspectionMode, InspectionResult, LeadKind, PenaltyKind, Procedure, RiskGrade, Sector, Term, vocabulary,
};

vocabulary! {
    /// The look of a class: the page's few colours, each with a shape of its own.
    Tone "tone" { Green = "green", Blue = "blue", Amber = "amber", Red = "red" }
    /// How weighty a violation of trust is for its publication and repair.
    Severity "severity" { Minor = "minor", General = "general", Serious = "serious" }
    /// The track that a penalty runs on: it gives severity, periods and the way out.
    Track "track" {
        Unpublished = "unpublished",
        Automatic = "automatic",
        Barred = "barred",
        Restricted = "restricted",
        Safety = "safety",
        Ordinary = "ordinary",
        Minor = "minor",
    }
    /// The system on which a repair is applied for.
    Channel "channel" {
        /// 国家企业信用信息公示系统.
        Gsxt = "gsxt",
        /// 信用中国.
        CreditChina = "credit_china",
    }
    /// How a track ends.
    Way "way" {
        NotPublished = "not_published",
        StopsAutomatically = "stops_automatically",
        Barred = "barred",
        OnApplication = "on_application",
    }
    /// Whose penalties a rule counts.
    Scope "scope" { All = "all", MarketRegulation = "market_regulation" }
    /// A date of an item, by which it can be asked for and counted from.
    DateField "date_field" {
        DecidedOn = "decided_on",
        PublishedOn = "published_on",
        FulfilledOn = "fulfilled_on",
        HarmEliminatedOn = "harm_eliminated_on",
        CommitmentOn = "commitment_on",
        RepairedOn = "repaired_on",
        AnnulledOn = "annulled_on",
        ListedOn = "listed_on",
        CorrectedOn = "corrected_on",
        RemovedOn = "removed_on",
        MeasuresEndOn = "measures_end_on",
        ReceivedOn = "received_on",
        ClosedOn = "closed_on",
        On = "on",
        MadeOn = "made_on",
        BreachedOn = "breached_on",
    }
    /// What a message can have in place of `{…}`, besides parameters.
    Slot "slot" {
        Count = "count",
        AtLeast = "at_least",
        Date = "date",
        Text = "text",
        Source = "source",
        From = "from",
        Until = "until",
        Year = "year",
        Grade = "grade",
        Sectors = "sectors",
        Points = "points",
    }
    /// The labels of the timeline.
    TimelineLabel "timeline" {
        Penalty = "penalty",
        Publication = "publication",
        AbnormalListing = "abnormal_listing",
        SeriousListing = "serious_listing",
        CourtListing = "court_listing",
        Inspection = "inspection",
        InspectionDue = "inspection_due",
        Repaired = "repaired",
        RepairOpen = "repair_open",
        Class = "class",
    }
    /// In which unit a whole number is counted.
    Unit "unit" {
        Count = "count",
        Years = "years",
        Months = "months",
        Days = "days",
        WorkingDays = "working_days",
        Visits = "visits",
    }
    /// What kind of authority a source has.
    SourceKind "source_kind" { Law = "law", Local = "local", Preset = "preset", Default = "default" }
    /// How well a source is known.
    Knowledge "knowledge" {
        Verified = "verified",
        Secondary = "secondary",
        Unread = "unread",
        Chosen = "chosen",
        /// Some of its text was read, and what is said of it rests on that.
        Partial = "partial",
    }
    /// What an item of a record is.
    FactKind "fact_kind" {
        Penalty = "penalty",
        AbnormalListing = "abnormal_listing",
        SeriousListing = "serious_listing",
        CourtListing = "court_listing",
        Lead = "lead",
        Inspection = "inspection",
        Commitment = "commitment",
        RiskGrade = "risk_grade",
    }
    /// How an enterprise is inspected.
    Approach "approach" {
        EventTriggered = "event_triggered",
        Routine = "routine",
        Intensified = "intensified",
        None = "none",
    }
    /// What changed the yearly visits of the class.
    Adjustment "adjustment" { SectorMinimum = "sector_minimum", OffSiteCredit = "off_site_credit" }
    /// How a repair stands.
    RepairStatus "repair_status" {
        Annulled = "annulled",
        Repaired = "repaired",
        Ended = "ended",
        NotModelled = "not_modelled",
        NotPublished = "not_published",
        StopsAutomatically = "stops_automatically",
        Barred = "barred",
        ConditionsUnmet = "conditions_unmet",
        NotYet = "not_yet",
        Eligible = "eligible",
    }
    /// What the working days of a repair are counted from.
    DeadlineStart "deadline_start" { Application = "application", Verification = "verification" }
    /// What a reader of an answer has to know besides.
    WarningCode "warning_code" {
        FutureFactIgnored = "future_fact_ignored",
        PublicationAssumed = "publication_assumed",
        UsccInvalid = "uscc_invalid",
        SourceNotInForce = "source_not_in_force",
        PublishedBeforeDecided = "published_before_decided",
        DecidedBeforeRegistered = "decided_before_registered",
        CalendarMissing = "calendar_missing",
        RevokedOrDeregistered = "revoked_or_deregistered",
        DuplicateDocumentNo = "duplicate_document_no",
        ProcedureImplausible = "procedure_implausible",
        FineMissing = "fine_missing",
        DiscretionAssumed = "discretion_assumed",
        FigureMissing = "figure_missing",
    }
    /// The rows of the timeline.
    Lane "lane" {
        Penalty = "penalty",
        Publication = "publication",
        Listing = "listing",
        Inspection = "inspection",
        Repair = "repair",
        Class = "class",
    }
    /// How a stretch of the timeline lies to the as-of date.
    LaneState "lane_state" { Past = "past", Current = "current", Coming = "coming" }
}

macro_rules! lists {
    ($($term:ty),+ $(,)?) => {
        /// The codes of the list with this name.
        pub(super) fn list_codes(list: &str) -> Option<&'static [&'static str]> {
            LISTS.iter().position(|known| *known == list).and_then(|index| ALL_CODES.get(index).copied())
        }

        /// The codes of each list, at its index.
        const ALL_CODES: &[&[&str]] = &[$(<$term as Term>::CODES),+];

        /// The lists whose words a pack must give in both languages.
        pub(super) const LISTS: &[&str] = &[$(<$term as Term>::LIST),+];
    };
}

lists! {
    Scope, Severity, Track, Channel, FactKind, Approach, Adjustment, RepairStatus, DeadlineStart, SourceKind,
    Knowledge, EnterpriseKind, EnterpriseStatus, Sector, RiskGrade, AuthoritySystem, Procedure, PenaltyKind,
    Discretion, AbnormalReason, LeadKind, InspectionMode, InspectionBasis, InspectionResult, CommitmentKind,
}

/// Words that came after packs were first given out: a pack that has none for them is read all the same.
const LATER: &[(&str, &str)] = &[("abnormal_reason", "concealment"), ("knowledge", "partial")];

/// Whether a pack may be without words for a code of a list.
pub(super) fn came_later(list: &str, code: &str) -> bool {
    LATER.contains(&(list, code))
}

/// One of the lists of words, by its index among `LISTS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct List(pub(super) u8);

impl List {
    /// The list with this name.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        LISTS.iter().position(|list| *list == name).and_then(|index| u8::try_from(index).ok()).map(Self)
    }

    /// Its index among all.
    pub(super) fn index(self) -> usize {
        self.0.into()
    }

    /// Its name: `penalty_kind`.
    #[must_use]
    pub fn name(self) -> &'static str {
        LISTS.get(self.index()).copied().unwrap_or_default()
    }
}
