//! Made-up enterprises, thick with collisions and boundaries: few categories, days at the edges of windows, at month
//! ends, on leap days and on the days on which rules change.

use chrono::Days;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};
use xinheng::facts::{
    AbnormalListing, AbnormalReason, AuthoritySystem, Commitment, CommitmentKind, CourtListing, Date, Discretion,
    Enterprise, EnterpriseKind, EnterpriseStatus, Figures, Inspection, InspectionBasis, InspectionMode,
    InspectionResult, Lead, LeadKind, Money, Penalty, PenaltyKind, Procedure, RiskGrade, RiskGrades, Sector,
    SeriousListing, Set, Term,
};
use xinheng::request::{Record, write_record};

use crate::numbers::{Numbers, other_values};
use crate::oracle::{day, months_after};

/// One question about one enterprise.
#[derive(Clone)]
pub struct Case {
    pub as_of: Date,
    pub enterprise: Enterprise,
    pub numbers: Numbers,
}

/// The request, so that a failure can be asked again.
impl std::fmt::Debug for Case {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}", self.request())
    }
}

impl Case {
    /// The request, as JSON.
    pub fn request(&self) -> Value {
        json!({
            "as_of": self.as_of,
            "parameters": self.numbers.parameters(),
            "enterprise": written(&self.enterprise),
        })
    }
}

/// Days on which rules, calendars or months change.
const SPECIAL_DAYS: &[&str] = &[
    "2014-10-01",
    "2017-05-01",
    "2018-12-29",
    "2018-12-31",
    "2020-02-29",
    "2021-07-15",
    "2021-08-31",
    "2021-09-01",
    "2022-01-31",
    "2023-02-28",
    "2024-01-31",
    "2024-02-29",
    "2024-05-28",
    "2025-02-28",
    "2025-11-30",
    "2025-12-24",
    "2025-12-25",
    "2026-03-31",
    "2026-04-01",
    "2026-05-28",
    "2026-05-29",
    "2026-06-30",
    "2026-10-01",
    "2026-12-15",
    "2026-12-31",
    "2027-01-01",
    "2028-02-29",
];

fn term<T: Term + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::ALL)
}

pub fn as_of() -> impl Strategy<Value = Date> {
    prop_oneof![
        6 => (select(SPECIAL_DAYS), 0..3_u64).prop_map(|(text, later)| day(text).checked_add_days(Days::new(later)).unwrap()),
        4 => (0..4_500_u64).prop_map(|later| day("2018-01-01").checked_add_days(Days::new(later)).unwrap()),
        1 => select(vec![day("1990-01-01"), day("2013-12-31"), day("2199-12-31")]),
    ]
}

/// A day that is of interest when the question is asked on another.
fn date(as_of: Date) -> BoxedStrategy<Date> {
    let edge = (select(vec![0, 0, 1, 3, 6, 12, 12, 24, 36, 36]), 0..3_u64, any::<bool>());
    let window_edge = move |(months, off, exact): (u32, u64, bool)| {
        // The first day whose window of so many months still holds as_of lies some days on from here.
        let back = as_of.checked_sub_months(chrono::Months::new(months)).unwrap();
        let day = if exact { back } else { back.checked_add_days(Days::new(off)).unwrap() };
        if off == 2 { day.checked_sub_days(Days::new(1)).unwrap() } else { day }
    };
    let days = |days: u64| Days::new(days);
    prop_oneof![
        5 => edge.prop_map(window_edge),
        4 => (0..1_100_u64).prop_map(move |back| as_of.checked_sub_days(days(back)).unwrap()),
        4 => (0..120_u64).prop_map(move |back| as_of.checked_sub_days(days(back)).unwrap()),
        2 => select(SPECIAL_DAYS).prop_map(day),
        1 => (1..800_u64).prop_map(move |later| as_of.checked_add_days(days(later)).unwrap()),
    ]
    .prop_map(|day| day.clamp(self::day("1990-01-01"), self::day("2199-12-31")))
    .boxed()
}

fn maybe(weight: f64, as_of: Date) -> impl Strategy<Value = Option<Date>> {
    option::weighted(weight, date(as_of))
}

/// Kinds of a penalty: often what is small or weighty, sometimes anything.
fn kinds() -> impl Strategy<Value = Set<PenaltyKind>> {
    use PenaltyKind::*;
    let usual = vec![
        vec![Warning],
        vec![Criticism],
        vec![Fine],
        vec![Fine],
        vec![Warning, Fine],
        vec![Fine, ConfiscationOfGains],
        vec![ConfiscationOfGoods],
        vec![SuspensionOfLicence],
        vec![Downgrade],
        vec![Fine, RevocationOfLicence],
        vec![RevocationOfBusinessLicence],
        vec![RestrictionOfOperations],
        vec![SuspensionOfBusiness],
        vec![Closure],
        vec![Closure, SuspensionOfBusiness],
        vec![RestrictionOfPractice],
        vec![Detention],
        vec![Other],
    ];
    prop_oneof![
        6 => select(vec![vec![Warning], vec![Fine], vec![Warning, Fine], vec![Fine, ConfiscationOfGains]]),
        3 => select(usual),
        1 => subsequence(PenaltyKind::ALL.to_vec(), 1..6),
    ]
    .prop_map(|kinds| kinds.into_iter().collect())
}

fn fine() -> impl Strategy<Value = Option<Money>> {
    let fen =
        vec![0, 1, 299_999, 300_000, 300_001, 2_000_000, 4_999_999, 5_000_000, 5_000_001, 12_345_678, Money::MAX.fen()];
    option::weighted(0.85, select(fen).prop_map(|fen| Money::from_fen(fen).unwrap()))
}

fn category() -> impl Strategy<Value = Option<String>> {
    option::weighted(0.7, select(vec!["虚假宣传", "未按规定明码标价"]).prop_map(str::to_owned))
}

fn system() -> impl Strategy<Value = AuthoritySystem> {
    prop_oneof![3 => Just(AuthoritySystem::MarketRegulation), 1 => Just(AuthoritySystem::Other)]
}

fn penalty(as_of: Date) -> BoxedStrategy<Penalty> {
    let what = (
        kinds(),
        fine(),
        category(),
        option::weighted(0.5, term::<Sector>()),
        option::weighted(0.7, term::<Discretion>()),
    );
    let who = (
        option::weighted(0.5, select(vec!["包市监处罚〔2025〕12号", "包市监处罚〔2025〕13号"]).prop_map(str::to_owned)),
        option::weighted(0.2, Just("包头市市场监督管理局".to_owned())),
        system(),
        prop_oneof![4 => Just(Procedure::Ordinary), 1 => Just(Procedure::Simple)],
        option::weighted(0.1, Just(Money::from_fen(123_456).unwrap())),
    );
    let when = (
        date(as_of),
        prop_oneof![3 => (0..40_u64).prop_map(Some), 2 => Just(None)],
        maybe(0.05, as_of),
        maybe(0.2, as_of),
        (maybe(0.6, as_of), maybe(0.6, as_of), maybe(0.4, as_of)),
        (maybe(0.12, as_of), maybe(0.08, as_of)),
    );
    (what, who, when)
        .prop_map(|(what, who, when)| {
            let (kinds, fine, category, sector, discretion) = what;
            let (document_no, authority, authority_system, procedure, confiscated) = who;
            let (decided_on, published_after, published_on, restriction_ends_on, conditions, ends) = when;
            let soon = published_after.map(|days| decided_on.checked_add_days(Days::new(days)).unwrap());
            Penalty {
                document_no,
                decided_on,
                published_on: published_on.or(soon).filter(|on| *on <= day("2199-12-31")),
                authority,
                authority_system,
                procedure,
                kinds,
                fine,
                confiscated,
                category,
                sector,
                discretion,
                restriction_ends_on,
                fulfilled_on: conditions.0,
                harm_eliminated_on: conditions.1,
                commitment_on: conditions.2,
                repaired_on: ends.0,
                annulled_on: ends.1,
            }
        })
        .boxed()
}

fn abnormal_listing(as_of: Date) -> impl Strategy<Value = AbnormalListing> {
    (term::<AbnormalReason>(), date(as_of), maybe(0.5, as_of), maybe(0.2, as_of), maybe(0.5, as_of)).prop_map(
        |(reason, listed_on, corrected_on, commitment_on, removed_on)| AbnormalListing {
            reason,
            listed_on,
            corrected_on,
            commitment_on,
            removed_on,
        },
    )
}

fn serious_listing(as_of: Date) -> impl Strategy<Value = SeriousListing> {
    let dates =
        (date(as_of), maybe(0.8, as_of), maybe(0.8, as_of), maybe(0.2, as_of), maybe(0.3, as_of), maybe(0.4, as_of));
    dates.prop_map(|(listed_on, fulfilled_on, harm_eliminated_on, commitment_on, measures_end_on, removed_on)| {
        SeriousListing {
            cause: None,
            listed_on,
            fulfilled_on,
            harm_eliminated_on,
            commitment_on,
            measures_end_on,
            removed_on,
        }
    })
}

fn inspection(as_of: Date) -> impl Strategy<Value = Inspection> {
    // Many on one day, so that the worst of a day has to be found.
    let on = prop_oneof![1 => Just(as_of), 1 => Just(as_of.checked_sub_days(Days::new(30)).unwrap()), 3 => date(as_of)];
    let rest = (
        term::<InspectionMode>(),
        term::<InspectionBasis>(),
        system(),
        option::weighted(0.8, term::<InspectionResult>()),
    );
    (on, rest).prop_map(|(on, (mode, basis, authority_system, result))| Inspection {
        on: on.clamp(day("1990-01-01"), day("2199-12-31")),
        mode,
        basis,
        authority_system,
        department: None,
        result,
    })
}

fn commitment(as_of: Date) -> impl Strategy<Value = Commitment> {
    (term::<CommitmentKind>(), maybe(0.7, as_of), maybe(0.6, as_of))
        .prop_map(|(kind, made_on, breached_on)| Commitment { kind, made_on, breached_on })
}

fn risk_grades() -> impl Strategy<Value = RiskGrades> {
    let sector = prop_oneof![1 => Just(Sector::Food), 1 => term::<Sector>()];
    let grade = prop_oneof![2 => term::<RiskGrade>(), 1 => Just(RiskGrade::D)];
    let few = proptest::collection::vec((sector, grade), 1..4);
    prop_oneof![3 => Just(Vec::new()), 2 => few].prop_map(|graded| {
        let mut grades = RiskGrades::default();
        graded.into_iter().for_each(|(sector, grade)| grades.set(sector, Some(grade)));
        grades
    })
}

/// A list that is often empty.
fn few<T: std::fmt::Debug + 'static>(item: impl Strategy<Value = T> + 'static) -> impl Strategy<Value = Vec<T>> {
    let item = item.boxed();
    prop_oneof![
        5 => Just(0..1_usize),
        3 => Just(1..2),
        2 => Just(2..5),
    ]
    .prop_flat_map(move |sizes| proptest::collection::vec(item.clone(), sizes))
}

pub fn enterprise(as_of: Date) -> BoxedStrategy<Enterprise> {
    let uscc = select(vec!["91150203MAE0YWCM6D", "91350100M000100Y43", "91350100M000100Y44", "统一"]);
    let register = (
        uscc,
        maybe(0.5, as_of),
        prop_oneof![6 => Just(EnterpriseStatus::Active), 1 => Just(EnterpriseStatus::Revoked), 1 => Just(EnterpriseStatus::Deregistered)],
        term::<EnterpriseKind>(),
        prop_oneof![1 => Just(vec![]), 1 => Just(vec![Sector::Food]), 1 => subsequence(Sector::ALL.to_vec(), 0..4)],
        risk_grades(),
    );
    let penalties = prop_oneof![
        2 => proptest::collection::vec(penalty(as_of), 0..1),
        4 => proptest::collection::vec(penalty(as_of), 1..3),
        3 => proptest::collection::vec(penalty(as_of), 3..7),
        1 => proptest::collection::vec(penalty(as_of), 10..16),
    ];
    let lists = (
        few(abnormal_listing(as_of)),
        few(serious_listing(as_of)),
        few((date(as_of), maybe(0.6, as_of)).prop_map(|(listed_on, removed_on)| CourtListing { listed_on, removed_on })),
    );
    let lead = (term::<LeadKind>(), date(as_of), maybe(0.5, as_of));
    let lead = lead.prop_map(|(kind, received_on, closed_on)| Lead { kind, received_on, closed_on });
    let rest = (few(lead), few(inspection(as_of)), few(commitment(as_of)));
    (register, penalties, lists, rest)
        .prop_map(|(register, penalties, lists, rest)| {
            let (uscc, registered_on, status, kind, sectors, risk_grades) = register;
            Enterprise {
                uscc: uscc.to_owned(),
                name: "示例商贸有限公司".to_owned(),
                kind,
                registered_on,
                status,
                region: None,
                industry: None,
                sectors: sectors.into_iter().collect(),
                risk_grades,
                figures: Figures::default(),
                penalties,
                abnormal_listings: lists.0,
                serious_listings: lists.1,
                court_listings: lists.2,
                leads: rest.0,
                inspections: rest.1,
                commitments: rest.2,
            }
        })
        .boxed()
}

/// No overrides, or a few.
fn numbers() -> impl Strategy<Value = Numbers> {
    let one = select(other_values()).prop_flat_map(|(name, values)| (Just(name), select(values)));
    prop_oneof![
        2 => Just(Vec::new()),
        1 => proptest::collection::vec(one, 1..4),
    ]
    .prop_map(|mut overrides| {
        overrides.sort_by_key(|(name, _)| *name);
        overrides.dedup_by_key(|(name, _)| *name);
        Numbers::with(overrides)
    })
}

pub fn case() -> BoxedStrategy<Case> {
    (as_of(), numbers())
        .prop_flat_map(|(as_of, numbers)| {
            (enterprise(as_of), Just(numbers)).prop_map(move |(enterprise, numbers)| Case {
                as_of,
                enterprise,
                numbers,
            })
        })
        .boxed()
}

/// A case with a forecast of so many years.
pub fn case_with_forecast(years: u32) -> impl Strategy<Value = Case> {
    case().prop_map(move |case| {
        let mut overrides = case.numbers.overrides;
        overrides.retain(|(name, _)| *name != "forecast.years");
        overrides.push(("forecast.years", json!(years)));
        Case { numbers: Numbers::with(overrides), ..case }
    })
}

/// A case, and a standing penalty to be put among its penalties at a place.
pub fn case_and_standing_penalty() -> impl Strategy<Value = (Case, Penalty, prop::sample::Index)> {
    let penalty = |case: Case| {
        let as_of = case.as_of;
        let standing = move |mut penalty: Penalty| {
            penalty.decided_on = penalty.decided_on.min(as_of);
            (penalty.repaired_on, penalty.annulled_on) = (None, None);
            penalty
        };
        (Just(case), penalty(as_of).prop_map(standing), any::<prop::sample::Index>())
    };
    case().prop_flat_map(penalty)
}

/// The last day of a forecast.
pub fn forecast_end(case: &Case) -> Date {
    months_after(case.as_of, 12 * case.numbers.forecast_years)
}

/// An enterprise as a request has it.
fn written(enterprise: &Enterprise) -> serde_json::Value {
    let text = write_record(&Record { as_of: None, enterprise: enterprise.clone(), judgement: None, desk: Vec::new() });
    serde_json::from_str::<serde_json::Value>(&text).unwrap()["enterprise"].take()
}
