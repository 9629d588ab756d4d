//! The closed word lists that rules and answers share.

use crate::facts::vocabulary;

vocabulary! {
    /// 信用风险类别, from the best to the worst.
    Class {
        /// 信用良好.
        Good = "good",
        /// 信用风险一般.
        General = "general",
        /// 违法失信、风险较高.
        HighRisk = "high_risk",
    }
    /// How weighty a violation of trust is for its publication and repair.
    Severity { Minor = "minor", General = "general", Serious = "serious" }
    /// The track that a penalty runs on: it gives severity, periods and the way out.
    Track {
        Unpublished = "unpublished",
        Automatic = "automatic",
        Barred = "barred",
        Restricted = "restricted",
        Safety = "safety",
        Ordinary = "ordinary",
        Minor = "minor",
    }
    /// The system on which a repair is applied for.
    Channel {
        /// 国家企业信用信息公示系统.
        Gsxt = "gsxt",
        /// 信用中国.
        CreditChina = "credit_china",
    }
    /// What an item of a record is.
    FactKind {
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
    Approach {
        EventTriggered = "event_triggered",
        Routine = "routine",
        Intensified = "intensified",
        None = "none",
    }
    /// What changed the yearly visits of the class.
    Adjustment { SectorMinimum = "sector_minimum", OffSiteCredit = "off_site_credit" }
    /// How a repair stands.
    RepairStatus {
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
    /// What a repair asks for.
    ConditionId {
        Fulfilled = "fulfilled",
        HarmEliminated = "harm_eliminated",
        NoRepeat = "no_repeat",
        NotListed = "not_listed",
        Commitment = "commitment",
        Corrected = "corrected",
        NoNewHeavy = "no_new_heavy",
        MeasuresEnded = "measures_ended",
    }
    /// What the working days of a repair are counted from.
    DeadlineStart { Application = "application", Verification = "verification" }
    /// What a reader of an answer has to know besides.
    WarningCode {
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
    }
    /// The rows of the timeline.
    Lane {
        Penalty = "penalty",
        Publication = "publication",
        Listing = "listing",
        Inspection = "inspection",
        Repair = "repair",
        Class = "class",
    }
    /// How a stretch of the timeline lies to the as-of date.
    LaneState { Past = "past", Current = "current", Coming = "coming" }
}
