//! The compiled form of facts. A change here, or of a word list, is another version of the format of archives.

use super::{Bytes, Compiled, compiled_structs, compiled_terms};
use crate::{
    AbnormalListing, AbnormalReason, AuthoritySystem, Commitment, CommitmentKind, CourtListing, Discretion, Enterprise,
    EnterpriseKind, EnterpriseStatus, Figures, Inspection, InspectionBasis, InspectionMode, InspectionResult, Lead,
    LeadKind, Penalty, Procedure, RiskGrade, RiskGrades, Sector, SeriousListing, Set, Term,
};

compiled_terms! {
    AbnormalReason, AuthoritySystem, CommitmentKind, Discretion, EnterpriseKind, EnterpriseStatus, InspectionBasis,
    InspectionMode, InspectionResult, LeadKind, Procedure, RiskGrade, Sector,
}

compiled_structs! {
    Enterprise {
        uscc, name, kind, registered_on, status, region, industry, sectors, risk_grades, penalties, abnormal_listings,
        serious_listings, court_listings, leads, inspections, commitments, figures,
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

/// A record as it was compiled before records had figures.
#[derive(Debug)]
pub struct WithoutFigures(pub Enterprise);

impl Compiled for WithoutFigures {
    fn write(&self, bytes: &mut Vec<u8>) {
        // The figures come last, and those of a record without any are one byte.
        let record = Enterprise { figures: Figures::default(), ..self.0.clone() };
        record.write(bytes);
        bytes.pop();
    }

    fn read(bytes: &mut Bytes) -> Self {
        Self(Enterprise {
            uscc: String::read(bytes),
            name: String::read(bytes),
            kind: EnterpriseKind::read(bytes),
            registered_on: Option::read(bytes),
            status: EnterpriseStatus::read(bytes),
            region: Option::read(bytes),
            industry: Option::read(bytes),
            sectors: Set::read(bytes),
            risk_grades: RiskGrades::read(bytes),
            penalties: Vec::read(bytes),
            abnormal_listings: Vec::read(bytes),
            serious_listings: Vec::read(bytes),
            court_listings: Vec::read(bytes),
            leads: Vec::read(bytes),
            inspections: Vec::read(bytes),
            commitments: Vec::read(bytes),
            figures: Figures::default(),
        })
    }
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
