//! What was saved once can always be opened.

use xinheng::archive::{Enclosed, enclose, pack, unpack};
use xinheng::facts::{
    AbnormalReason, AuthoritySystem, CommitmentKind, Decimal, Discretion, Enterprise, EnterpriseKind, EnterpriseStatus,
    InspectionBasis, InspectionMode, InspectionResult, LeadKind, PenaltyKind, Procedure, RiskGrade, Sector, Term,
};

use crate::support::enterprise;
use crate::{about, about_all, known};

/// Written by the first version of the product that saved archives. It is never written anew: a change of the format
/// is another version, with a file of its own beside this one.
const VERSION_1: &[u8] = include_bytes!("../fixtures/archive/version-1.xinheng");

#[test]
fn a_file_of_the_first_version_opens() {
    let Enclosed { version, content, .. } = Enclosed::of(VERSION_1).unwrap();
    let back = unpack(version, content).unwrap();
    assert_eq!((version, &back.about), (1, &about(1)));
    assert_eq!(back.enterprises, [enterprise(1), known()]);
}

/// The second version has beside the records what was not read, what rows contradict, and what was changed by hand.
const VERSION_2: &[u8] = include_bytes!("../fixtures/archive/version-2.xinheng");

#[test]
fn a_file_of_the_second_version_opens() {
    let Enclosed { version, content, .. } = Enclosed::of(VERSION_2).unwrap();
    let back = unpack(version, content).unwrap();
    assert_eq!((version, &back.about), (2, &about_all(1)));
    assert_eq!(back.enterprises, [enterprise(1), known()]);
}

/// The third version has figures in the records.
const VERSION_3: &[u8] = include_bytes!("../fixtures/archive/version-3.xinheng");

#[test]
fn a_file_of_the_third_version_opens() {
    let Enclosed { version, content, .. } = Enclosed::of(VERSION_3).unwrap();
    let back = unpack(version, content).unwrap();
    assert_eq!((version, &back.about), (3, &about_all(1)));
    assert_eq!(back.ledger, "");
    assert_eq!(back.enterprises, [enterprise(1), with_figures()]);
}

/// The fourth version has the ledger of the office.
const VERSION_4: &[u8] = include_bytes!("../fixtures/archive/version-4.xinheng");

#[test]
fn a_file_of_the_fourth_version_opens() {
    let Enclosed { version, content, .. } = Enclosed::of(VERSION_4).unwrap();
    let back = unpack(version, content).unwrap();
    assert_eq!((version, &back.about), (4, &about_all(1)));
    assert_eq!(back.ledger, LEDGER);
    assert_eq!(back.enterprises, [enterprise(1), with_figures()]);
}

const LEDGER: &str = "{\"format\":\"xinheng-ledger\",\"version\":1,\"entries\":[\n]}\n";

/// The record of which everything is known, and figures besides.
fn with_figures() -> Enterprise {
    let mut enterprise = known();
    enterprise.figures.set("hygiene", Some(Decimal::parse("-85.25").unwrap()));
    enterprise.figures.set("area", Some(Decimal::whole(1200)));
    enterprise
}

#[test]
#[ignore = "writes the fixture of a new version of the format"]
fn write_a_file() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/archive/version-4.xinheng");
    assert!(!std::path::Path::new(path).exists(), "a file of a version that was published stays");
    std::fs::write(path, enclose(None, &pack(&about_all(1), LEDGER, &[enterprise(1), with_figures()]))).unwrap();
}

fn codes<T: Term>() -> String {
    T::CODES.join(" ")
}

/// Words lie in an archive by their indices: a word that comes to a list stands at its end, and one that goes, or a
/// list in another order, needs another version of the format.
#[test]
fn the_words_stand_where_version_1_has_them() {
    for (now, then) in [
        (codes::<EnterpriseKind>(), "company individual_business cooperative"),
        (codes::<EnterpriseStatus>(), "active revoked deregistered"),
        (
            codes::<Sector>(),
            "food drug medical_device cosmetics special_equipment industrial_product work_safety fire gas construction \
             finance other",
        ),
        (codes::<RiskGrade>(), "A B C D"),
        (codes::<AuthoritySystem>(), "market_regulation other"),
        (codes::<Procedure>(), "ordinary simple"),
        (
            codes::<PenaltyKind>(),
            "warning criticism fine confiscation_of_gains confiscation_of_goods suspension_of_licence downgrade \
             revocation_of_licence revocation_of_business_licence restriction_of_operations suspension_of_business \
             closure restriction_of_practice detention other",
        ),
        (codes::<Discretion>(), "mitigated lenient ordinary aggravated"),
        (codes::<AbnormalReason>(), "annual_report immediate_disclosure name_change unreachable"),
        (
            codes::<LeadKind>(),
            "complaint transfer assignment monitoring media off_site rectification_review request emergency",
        ),
        (codes::<InspectionMode>(), "on_site off_site"),
        (codes::<InspectionBasis>(), "routine double_random special triggered"),
        (codes::<InspectionResult>(), "clean rectified unrectified violation"),
        (
            codes::<CommitmentKind>(),
            "disclosure approval_substitute incomplete_acceptance repair self_discipline certificate_substitute",
        ),
    ] {
        assert!(now.starts_with(then), "{now}");
    }
}
