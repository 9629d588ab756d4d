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
#[path = "district/table.rs"]
mod table;
#[path = "district/update.rs"]
mod update;

use support::day;
use xinheng::facts::{AuthoritySystem, Inspection, InspectionBasis, InspectionMode};

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
