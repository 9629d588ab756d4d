//! The facts of a request, field by field in the order of the contract.

use super::figures::read_figures;
use super::problem::ProblemCode;
use super::reader::{Object, Reader};
use facts::json::Value;
use facts::{
    AbnormalListing, Commitment, CourtListing, Enterprise, Inspection, Lead, Penalty, RiskGrades, Sector,
    SeriousListing, Term,
};
use pack::Figure;

/// Reads an enterprise; what cannot be read is noted and left out.
pub(super) fn read_enterprise(
    reader: &mut Reader,
    value: &Value,
    path: &str,
    figures: Option<&[Figure]>,
) -> Option<Enterprise> {
    let mut object = reader.object(value, path.to_owned())?;
    let fields = &mut object;
    let enterprise = Enterprise {
        uscc: reader.required_text(fields, "uscc").unwrap_or_default(),
        name: reader.required_text(fields, "name").unwrap_or_default(),
        kind: reader.term(fields, "kind").unwrap_or_default(),
        registered_on: reader.date(fields, "registered_on"),
        status: reader.term(fields, "status").unwrap_or_default(),
        region: reader.text(fields, "region"),
        industry: reader.text(fields, "industry"),
        sectors: reader.set(fields, "sectors"),
        risk_grades: read_risk_grades(reader, fields),
        figures: read_figures(reader, fields, figures),
        penalties: reader.list(fields, "penalties", read_penalty),
        abnormal_listings: reader.list(fields, "abnormal_listings", read_abnormal_listing),
        serious_listings: reader.list(fields, "serious_listings", read_serious_listing),
        court_listings: reader.list(fields, "court_listings", read_court_listing),
        leads: reader.list(fields, "leads", read_lead),
        inspections: reader.list(fields, "inspections", read_inspection),
        commitments: reader.list(fields, "commitments", read_commitment),
    };
    reader.finish(object);
    Some(enterprise)
}

fn read_risk_grades(reader: &mut Reader, fields: &mut Object) -> RiskGrades {
    let mut grades = RiskGrades::default();
    let Some(value) = fields.take("risk_grades") else { return grades };
    let path = fields.path("risk_grades");
    let Value::Object(entries) = value else {
        reader.problem(&path, ProblemCode::WrongType, value);
        return grades;
    };
    for (name, grade) in entries {
        let path = format!("{path}.{name}");
        match Sector::from_code(name) {
            None => reader.problem(&path, ProblemCode::UnknownValue, &Value::String(name.clone())),
            Some(_) if matches!(grade, Value::Null) => {}
            Some(sector) => grades.set(sector, reader.read_term(grade, &path)),
        }
    }
    grades
}

fn read_penalty(reader: &mut Reader, fields: &mut Object) -> Option<Penalty> {
    let document_no = reader.text(fields, "document_no");
    let decided_on = reader.required_date(fields, "decided_on");
    let published_on = reader.date(fields, "published_on");
    let authority = reader.text(fields, "authority");
    let authority_system = reader.term(fields, "authority_system").unwrap_or_default();
    let procedure = reader.term(fields, "procedure").unwrap_or_default();
    let kinds = reader.required_set(fields, "kinds");
    let penalty = Penalty {
        document_no,
        decided_on: decided_on.unwrap_or_default(),
        published_on,
        authority,
        authority_system,
        procedure,
        kinds,
        fine: reader.money(fields, "fine_yuan"),
        confiscated: reader.money(fields, "confiscated_yuan"),
        category: reader.text(fields, "category"),
        sector: reader.term(fields, "sector"),
        discretion: reader.term(fields, "discretion"),
        restriction_ends_on: reader.date(fields, "restriction_ends_on"),
        fulfilled_on: reader.date(fields, "fulfilled_on"),
        harm_eliminated_on: reader.date(fields, "harm_eliminated_on"),
        commitment_on: reader.date(fields, "commitment_on"),
        repaired_on: reader.date(fields, "repaired_on"),
        annulled_on: reader.date(fields, "annulled_on"),
    };
    (decided_on.is_some() && !kinds.is_empty()).then_some(penalty)
}

fn read_abnormal_listing(reader: &mut Reader, fields: &mut Object) -> Option<AbnormalListing> {
    let reason = reader.required_term(fields, "reason");
    let listed_on = reader.required_date(fields, "listed_on");
    let corrected_on = reader.date(fields, "corrected_on");
    let commitment_on = reader.date(fields, "commitment_on");
    let removed_on = reader.date(fields, "removed_on");
    Some(AbnormalListing { reason: reason?, listed_on: listed_on?, corrected_on, commitment_on, removed_on })
}

fn read_serious_listing(reader: &mut Reader, fields: &mut Object) -> Option<SeriousListing> {
    let cause = reader.text(fields, "cause");
    let listed_on = reader.required_date(fields, "listed_on");
    let fulfilled_on = reader.date(fields, "fulfilled_on");
    let harm_eliminated_on = reader.date(fields, "harm_eliminated_on");
    let commitment_on = reader.date(fields, "commitment_on");
    let measures_end_on = reader.date(fields, "measures_end_on");
    let removed_on = reader.date(fields, "removed_on");
    Some(SeriousListing {
        cause,
        listed_on: listed_on?,
        fulfilled_on,
        harm_eliminated_on,
        commitment_on,
        measures_end_on,
        removed_on,
    })
}

fn read_court_listing(reader: &mut Reader, fields: &mut Object) -> Option<CourtListing> {
    let listed_on = reader.required_date(fields, "listed_on");
    let removed_on = reader.date(fields, "removed_on");
    Some(CourtListing { listed_on: listed_on?, removed_on })
}

fn read_lead(reader: &mut Reader, fields: &mut Object) -> Option<Lead> {
    let kind = reader.required_term(fields, "kind");
    let received_on = reader.required_date(fields, "received_on");
    let closed_on = reader.date(fields, "closed_on");
    Some(Lead { kind: kind?, received_on: received_on?, closed_on })
}

fn read_inspection(reader: &mut Reader, fields: &mut Object) -> Option<Inspection> {
    let on = reader.required_date(fields, "on");
    let inspection = Inspection {
        on: on.unwrap_or_default(),
        mode: reader.term(fields, "mode").unwrap_or_default(),
        basis: reader.term(fields, "basis").unwrap_or_default(),
        authority_system: reader.term(fields, "authority_system").unwrap_or_default(),
        department: reader.text(fields, "department"),
        result: reader.term(fields, "result"),
    };
    on.map(|_| inspection)
}

fn read_commitment(reader: &mut Reader, fields: &mut Object) -> Option<Commitment> {
    let kind = reader.required_term(fields, "kind");
    let made_on = reader.date(fields, "made_on");
    let breached_on = reader.date(fields, "breached_on");
    Some(Commitment { kind: kind?, made_on, breached_on })
}
