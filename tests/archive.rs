//! What is kept of a district comes back as it was, or not at all.
#![cfg(not(target_arch = "wasm32"))]

#[path = "district/support.rs"]
mod support;

#[path = "archive/damaged.rs"]
mod damaged;
#[path = "archive/old.rs"]
mod old;

use serde_json::json;
use xinheng::archive::{About, Enclosed, FileAbout, OwnAbout, RemarkAbout, Seal, VERSION, enclose, pack, unpack};
use xinheng::facts::Enterprise;
use xinheng::request::read_half;

use support::{day, district, enterprise, sample, table};

/// Of whatever files.
fn about(registered: usize) -> About {
    let register =
        FileAbout { name: "经营主体.csv".to_owned(), rows: registered, refused_rows: 2, ..FileAbout::default() };
    let sheet = Some("1月".to_owned());
    let penalties = FileAbout { name: "行政处罚.xlsx".to_owned(), sheet, rows: 12, ..FileAbout::default() };
    let files = vec![register, penalties];
    About { saved_on: day("2026-11-22"), registered, made_up: true, files, remarks: vec![], by_hand: vec![] }
}

/// The same with what is known besides the records, which are two at least.
fn about_all(registered: usize) -> About {
    let mut about = about(registered);
    about.files[1].kind = Some("行政处罚".to_owned());
    about.files[0].cut_short = true;
    let unread =
        FileAbout {
            name: "检查.csv".to_owned(), rows: 913, refused_rows: 913, unread: true, ..about.files[0].clone()
        };
    about.files.push(unread);
    let [zh, en] = ["第2行的名称不同".to_owned(), "row 2 has another name".to_owned()];
    about.remarks = vec![RemarkAbout { index: 1, code: "name_differs".to_owned(), zh, en }];
    about.by_hand = vec![OwnAbout { index: 0, own: enterprise(7) }];
    about
}

/// An enterprise of which everything is known.
fn known() -> Enterprise {
    let record = json!({"enterprise": {
        "uscc": "91350100M000100Y43", "name": "示例<b>商贸</b>有限公司", "kind": "cooperative",
        "registered_on": "2015-03-02", "status": "revoked", "region": "150203", "industry": "F5212",
        "sectors": ["food", "other"], "risk_grades": {"food": "B", "finance": "D"},
        "penalties": [{
            "document_no": "包市监处罚〔2025〕12号", "decided_on": "2025-03-02", "published_on": "2025-03-12",
            "authority": "包头市市场监督管理局", "authority_system": "other", "procedure": "simple",
            "kinds": ["warning", "fine", "other"], "fine_yuan": 60000, "confiscated_yuan": 1234.56,
            "category": "未明码标价", "sector": "gas", "discretion": "aggravated", "restriction_ends_on": "2030-01-01",
            "fulfilled_on": "2025-03-13", "harm_eliminated_on": "2025-03-14", "commitment_on": "2025-03-15",
            "repaired_on": "2025-03-16", "annulled_on": "2025-03-17"}],
        "abnormal_listings": [{"reason": "unreachable", "listed_on": "2024-07-01", "corrected_on": "2024-08-01",
            "commitment_on": "2024-08-02", "removed_on": "2024-08-03"}],
        "serious_listings": [{"cause": "严重", "listed_on": "2023-01-01", "fulfilled_on": "2023-02-01",
            "harm_eliminated_on": "2023-02-02", "commitment_on": "2023-02-03", "measures_end_on": "2027-01-01",
            "removed_on": "2026-01-01"}],
        "court_listings": [{"listed_on": "2022-01-01", "removed_on": "2022-06-01"}],
        "leads": [{"kind": "emergency", "received_on": "2026-01-01", "closed_on": "2026-01-02"}],
        "inspections": [{"on": "2026-02-01", "mode": "off_site", "basis": "triggered", "authority_system": "other",
            "department": "消防", "result": "violation"}],
        "commitments": [{"kind": "certificate_substitute", "made_on": "2021-01-01", "breached_on": "2021-02-01"}],
    }});
    let half = read_half(&xinheng::json::parse(&record.to_string()).unwrap());
    assert!(half.problems.is_empty(), "{:?}", half.problems);
    half.enterprise
}

#[test]
fn a_district_comes_back_record_by_record() {
    let sample = sample();
    let mut records = sample.enterprises().to_vec();
    records.push(known());
    let registered = records.len() - sample.unregistered() - 1;
    let file = enclose(None, &pack(&about_all(registered), "", &records));
    let Enclosed { version, content, .. } = Enclosed::of(&file).unwrap();
    let back = unpack(version, content).unwrap();
    assert_eq!((version, &back.about), (VERSION, &about_all(registered)));
    assert_eq!(back.enterprises.len(), records.len());
    for (back, record) in back.enterprises.iter().zip(&records) {
        assert_eq!(back, record);
    }
}

#[test]
fn what_came_back_is_judged_as_before() {
    let before = sample();
    let judged = table(&before, "2026-11-22");
    let back = unpack(VERSION, &pack(&about(0), "", before.enterprises())).unwrap();
    let after = district(back.enterprises, "2026-11-22");
    for index in 0..before.enterprises().len() {
        let verdict = judged.row(index).map(|row| row.verdict);
        assert_eq!(after.standing(index).map(|standing| standing.verdict), verdict, "{index}");
    }
}

#[test]
fn more_records_than_a_block_holds_stay_in_their_order() {
    let records: Vec<Enterprise> = (0..20_000).map(enterprise).collect();
    assert_eq!(unpack(VERSION, &pack(&about(20_000), "", &records)).unwrap().enterprises, records);
    assert_eq!(unpack(VERSION, &pack(&about(0), "", &[])).unwrap().enterprises, []);
}

#[test]
fn a_seal_and_what_it_seals_go_through_unread() {
    let seal = Seal { rounds: 600_000, salt: *b"0123456789abcdef", nonce: *b"0123456789ab" };
    let file = enclose(Some(&seal), b"sealed");
    assert_eq!(Enclosed::of(&file), Ok(Enclosed { version: VERSION, seal: Some(seal), content: b"sealed" }));
}
