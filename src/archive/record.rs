//! The compiled form of records. A change here, or of a word list, is another version of the format.

use super::{About, FileAbout, OwnAbout, RemarkAbout};
use crate::compiled::{Bytes, Compiled, compiled_structs, compiled_terms};
use crate::facts::{
    AbnormalListing, AbnormalReason, AuthoritySystem, Commitment, CommitmentKind, CourtListing, Date, Discretion,
    Enterprise, EnterpriseKind, EnterpriseStatus, Inspection, InspectionBasis, InspectionMode, Lead, LeadKind, Penalty,
    Procedure, RiskGrade, RiskGrades, Sector, SeriousListing, Term,
};

/// What version 1 of the format knows of where records come from.
pub(super) struct AboutOf1 {
    saved_on: Date,
    registered: usize,
    made_up: bool,
    files: Vec<FileOf1>,
}

/// What it knows of a file.
struct FileOf1 {
    name: String,
    sheet: Option<String>,
    rows: usize,
    refused_rows: usize,
}

impl From<AboutOf1> for About {
    fn from(about: AboutOf1) -> Self {
        let file = |FileOf1 { name, sheet, rows, refused_rows }| FileAbout {
            name,
            sheet,
            rows,
            refused_rows,
            ..FileAbout::default()
        };
        let AboutOf1 { saved_on, registered, made_up, files } = about;
        let files = files.into_iter().map(file).collect();
        Self { saved_on, registered, made_up, files, remarks: Vec::new(), by_hand: Vec::new() }
    }
}

compiled_terms! {
    AbnormalReason, AuthoritySystem, CommitmentKind, Discretion, EnterpriseKind, EnterpriseStatus, InspectionBasis,
    InspectionMode, LeadKind, Procedure, RiskGrade,
}

compiled_structs! {
    About { saved_on, registered, made_up, files, remarks, by_hand }
    FileAbout { name, sheet, rows, refused_rows, kind, unread, cut_short }
    RemarkAbout { place, code, zh, en }
    OwnAbout { place, own }
    AboutOf1 { saved_on, registered, made_up, files }
    FileOf1 { name, sheet, rows, refused_rows }
    Enterprise {
        uscc, name, kind, registered_on, status, region, industry, sectors, risk_grades, penalties, abnormal_listings,
        serious_listings, court_listings, leads, inspections, commitments,
    }
    Penalty {
        document_no, decided_on, published_on, authority, authority_system, procedure, kinds, fine, confiscated, category,
        sector, discretion, restriction_ends_on, fulfilled_on, harm_eliminated_on, commitment_on, repaired_on,
        annulled_on,
    }
    AbnormalListing { reason, listed_on, corrected_on, commitment_on, removed_on }
    SeriousListing {
        cause, listed_on, fulfilled_on, harm_eliminated_on, commitment_on, measures_end_on, removed_on,
    }
    CourtListing { listed_on, removed_on }
    Lead { kind, received_on, closed_on }
    Inspection { on, mode, basis, authority_system, department, result }
    Commitment { kind, made_on, breached_on }
}

/// The grade of each sector, in the order of the sectors.
impl Compiled for RiskGrades {
    fn write(&self, bytes: &mut Vec<u8>) {
        Sector::ALL.iter().for_each(|sector| self.get(*sector).write(bytes));
    }

    fn read(bytes: &mut Bytes) -> Self {
        let mut grades = Self::default();
        Sector::ALL.iter().for_each(|sector| grades.set(*sector, Option::read(bytes)));
        grades
    }
}
