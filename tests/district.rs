//! Many enterprises as an office sees them: found, ordered, counted, compared and written out.

#[path = "district/support.rs"]
mod support;

#[path = "district/besides.rs"]
mod besides;
#[path = "district/compare.rs"]
mod compare;
#[path = "district/figures.rs"]
mod figures;
#[path = "district/find.rs"]
mod find;
#[path = "district/penalties.rs"]
mod penalties;
#[path = "district/table.rs"]
mod table;
#[path = "district/update.rs"]
mod update;
#[path = "district/withheld.rs"]
mod withheld;

use support::day;
use xinheng::assess::{Assessment, Reason};
use xinheng::builtin;
use xinheng::facts::{AuthoritySystem, Date, Inspection, InspectionBasis, InspectionMode};
use xinheng::pack::Class;

/// Whether an inspection is a visit on record as of a day: on site, by market regulation.
fn is_visit(inspection: &Inspection, as_of: Date) -> bool {
    let Inspection { on, mode, authority_system, .. } = inspection;
    *on <= as_of && *mode == InspectionMode::OnSite && *authority_system == AuthoritySystem::MarketRegulation
}

/// Planned visits on these days.
fn visits(days: &[&str]) -> Vec<Inspection> {
    let visit = |on: &&str| Inspection {
        on: day(on),
        mode: InspectionMode::OnSite,
        basis: InspectionBasis::Routine,
        authority_system: AuthoritySystem::default(),
        department: None,
        result: None,
    };
    days.iter().map(visit).collect()
}

/// The reason that decided a class: the risk grade where it raised it, or else the first that gives it.
fn deciding_reason(answer: &Assessment) -> Option<&Reason> {
    let is_raised = answer.class != answer.credit_class;
    answer.reasons.iter().find(|reason| match is_raised {
        true => reason.rule == "risk_grade",
        false => reason.class == answer.credit_class,
    })
}

/// A class of the built-in pack.
fn class(id: &str) -> Class {
    builtin::pack().class_with_id(id).unwrap().class
}
