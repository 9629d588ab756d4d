//! A district is classed enterprise by enterprise, a million times over: that must allocate nothing.

#![cfg(not(target_arch = "wasm32"))]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use xinheng::assess::Assessor;
use xinheng::builtin;
use xinheng::facts::{
    AbnormalListing, AbnormalReason, Commitment, CommitmentKind, CourtListing, Date, Enterprise, Inspection,
    InspectionBasis, InspectionMode, InspectionResult, Money, Penalty, PenaltyKind, RiskGrade, Sector, SeriousListing,
};

/// The system's allocator, counting how often a thread asks it.
struct Counting;

thread_local! {
    /// Of each thread its own count: the harness of the tests has a thread too.
    static ASKED: Cell<usize> = const { Cell::new(0) };
}

fn asked() -> usize {
    ASKED.get()
}

// SAFETY: every call is passed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ASKED.set(ASKED.get() + 1);
        // SAFETY: the caller keeps the contract of this very method.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ASKED.set(ASKED.get() + 1);
        // SAFETY: as above.
        unsafe { System.realloc(memory, layout, size) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// An enterprise that gives every rule something to count.
fn enterprise(penalties: usize) -> Enterprise {
    let penalty = |index: usize| Penalty {
        fine: Money::from_fen(1_000_000 * (1 + index as i64 % 9)),
        category: Some(format!("违法行为{}", index % 7)),
        sector: index.is_multiple_of(3).then_some(Sector::Food),
        ..Penalty::new(
            day("2026-06-30").checked_sub_days(chrono::Days::new(index as u64 * 5)).unwrap(),
            [[PenaltyKind::Fine, PenaltyKind::Warning, PenaltyKind::Closure][index % 3]].into_iter().collect(),
        )
    };
    let mut enterprise = Enterprise { penalties: (0..penalties).map(penalty).collect(), ..Enterprise::default() };
    let on = day("2026-06-01");
    enterprise.risk_grades.set(Sector::Food, Some(RiskGrade::D));
    enterprise.abnormal_listings = vec![AbnormalListing {
        reason: AbnormalReason::NameChange,
        listed_on: on,
        corrected_on: None,
        commitment_on: None,
        removed_on: None,
    }];
    enterprise.serious_listings = vec![SeriousListing {
        cause: None,
        listed_on: on,
        fulfilled_on: None,
        harm_eliminated_on: None,
        commitment_on: None,
        measures_end_on: None,
        removed_on: None,
    }];
    enterprise.court_listings = vec![CourtListing { listed_on: on, removed_on: None }];
    enterprise.commitments =
        vec![Commitment { kind: CommitmentKind::Repair, made_on: Some(on), breached_on: Some(on) }];
    enterprise.inspections = vec![Inspection {
        on,
        mode: InspectionMode::OnSite,
        basis: InspectionBasis::Routine,
        authority_system: Default::default(),
        department: None,
        result: Some(InspectionResult::Unrectified),
    }];
    enterprise
}

#[test]
fn classifying_and_outlining_allocate_nothing_after_the_largest_record() {
    let enterprises: Vec<Enterprise> = [200, 0, 2, 12, 199, 200].map(enterprise).into();
    let mut assessor = Assessor::new(builtin::pack(), builtin::calendar(), day("2026-06-30"));
    let before = asked();
    assert_eq!(assessor.classify(&enterprises[0]).class.id(), "high_risk");
    assert_eq!(assessor.outline(&enterprises[0]).penalties, 200);
    let first = asked();
    assert!(first > before, "the first calls make room; else nothing is counted here");
    let rules: usize = enterprises.iter().map(|enterprise| assessor.classify(enterprise).rules.iter().count()).sum();
    assert_eq!(asked(), first);
    let penalties: usize = enterprises.iter().map(|enterprise| assessor.outline(enterprise).penalties).sum();
    assert_eq!((penalties, asked()), (200 + 2 + 12 + 199 + 200, first));
    assert!(rules >= 40, "the rules were asked: {rules} held");
}
