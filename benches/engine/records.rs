//! The enterprises that are measured.

use chrono::Days;
use xinheng::facts::{
    AbnormalListing, AbnormalReason, Date, Discretion, Enterprise, Inspection, InspectionBasis, InspectionMode,
    InspectionResult, Money, Penalty, PenaltyKind, Procedure, Sector,
};

/// The day for which is asked.
pub fn as_of() -> Date {
    Date::from_ymd_opt(2026, 6, 30).unwrap()
}

/// An enterprise with so many penalties over three years, of all usual sorts, and with a visit and a past listing.
pub fn enterprise(penalties: usize) -> Enterprise {
    let day = |back: usize| as_of().checked_sub_days(Days::new(back as u64)).unwrap();
    let penalty = |index: usize| {
        let decided_on = day(30 + index * 1000 / penalties);
        let kinds = [
            &[PenaltyKind::Fine][..],
            &[PenaltyKind::Fine, PenaltyKind::ConfiscationOfGains],
            &[PenaltyKind::Warning, PenaltyKind::Fine],
            &[PenaltyKind::SuspensionOfBusiness],
        ];
        let categories = ["虚假宣传", "未按规定明码标价", "销售不合格产品", "无证经营", "计量违法"];
        Penalty {
            document_no: Some(format!("包市监处罚〔2025〕{index}号")),
            published_on: (!index.is_multiple_of(3)).then(|| decided_on.checked_add_days(Days::new(9)).unwrap()),
            procedure: if index % 5 == 4 { Procedure::Simple } else { Procedure::Ordinary },
            fine: Money::from_fen(2_000_000 * (1 + index as i64 % 4)),
            category: Some(categories[index % categories.len()].to_owned()),
            sector: (index % 4 == 1).then_some(Sector::Food),
            discretion: [Some(Discretion::Lenient), Some(Discretion::Ordinary), None][index % 3],
            fulfilled_on: index.is_multiple_of(2).then(|| decided_on.checked_add_days(Days::new(20)).unwrap()),
            harm_eliminated_on: index.is_multiple_of(4).then(|| decided_on.checked_add_days(Days::new(25)).unwrap()),
            repaired_on: (index % 7 == 6).then(|| decided_on.checked_add_days(Days::new(200)).unwrap()),
            ..Penalty::new(decided_on, kinds[index % kinds.len()].iter().copied().collect())
        }
    };
    Enterprise {
        uscc: "91150203MAE0YWCM6D".to_owned(),
        name: "包头市示例商贸有限公司".to_owned(),
        registered_on: Date::from_ymd_opt(2015, 3, 2),
        sectors: [Sector::Food].into_iter().collect(),
        penalties: (0..penalties).map(penalty).collect(),
        abnormal_listings: vec![AbnormalListing {
            reason: AbnormalReason::AnnualReport,
            listed_on: day(700),
            corrected_on: Some(day(640)),
            commitment_on: None,
            removed_on: Some(day(630)),
        }],
        inspections: vec![Inspection {
            on: day(200),
            mode: InspectionMode::OnSite,
            basis: InspectionBasis::DoubleRandom,
            authority_system: Default::default(),
            department: None,
            result: Some(InspectionResult::Clean),
        }],
        ..Enterprise::default()
    }
}
