//! The contract's table of parameters, written down again, and the overrides of a request.

use serde_json::{Value, json};
use xinheng::facts::{Date, InspectionBasis, RiskGrade, Term};

/// The numbers of the contract; amounts in fen.
#[derive(Clone, Debug)]
pub struct Numbers {
    pub ten_count: usize,
    pub ten_years: u32,
    pub ten_market_only: bool,
    pub serious_tracks: Vec<String>,
    pub live_tracks: Vec<String>,
    pub repeat_count: usize,
    pub repeat_months: u32,
    pub minor_count: usize,
    pub minor_months: u32,
    pub breached_months: u32,
    pub unrectified_months: u32,
    pub fine_minor: i64,
    pub simple_max_fine: i64,
    pub raise_grades: Vec<RiskGrade>,
    pub sampling: [u32; 3],
    pub visits: [(u32, u32); 3],
    pub visits_food: [(u32, u32); 4],
    pub annual_cap: u32,
    pub cap_bases: Vec<InspectionBasis>,
    pub off_site_months: u32,
    pub heavy_years: u32,
    pub serious_list_years: u32,
    pub serious_list_repair_years: u32,
    pub gsxt_from: Date,
    pub credit_china_from: Date,
    pub gsxt_publish_days: u32,
    pub credit_china_publish_days: u32,
    pub forecast_years: u32,
    /// The parameters that the request sets.
    pub overrides: Vec<(&'static str, Value)>,
}

impl Numbers {
    /// The values of the contract, with those of a request in their place.
    pub fn with(overrides: Vec<(&'static str, Value)>) -> Self {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let mut numbers = Self {
            ten_count: 10,
            ten_years: 3,
            ten_market_only: false,
            serious_tracks: words(&["barred", "restricted"]),
            live_tracks: words(&["safety", "ordinary"]),
            repeat_count: 3,
            repeat_months: 24,
            minor_count: 3,
            minor_months: 12,
            breached_months: 12,
            unrectified_months: 12,
            fine_minor: 5_000_000,
            simple_max_fine: 300_000,
            raise_grades: vec![RiskGrade::D],
            sampling: [2, 5, 100],
            visits: [(0, 0), (0, 1), (1, 2)],
            visits_food: [(1, 1), (1, 2), (2, 3), (3, 4)],
            annual_cap: 2,
            cap_bases: vec![InspectionBasis::Routine, InspectionBasis::DoubleRandom],
            off_site_months: 6,
            heavy_years: 3,
            serious_list_years: 3,
            serious_list_repair_years: 1,
            gsxt_from: Date::from_ymd_opt(2021, 9, 1).unwrap(),
            credit_china_from: Date::from_ymd_opt(2026, 4, 1).unwrap(),
            gsxt_publish_days: 20,
            credit_china_publish_days: 7,
            forecast_years: 5,
            overrides: Vec::new(),
        };
        for (name, value) in &overrides {
            numbers.set(name, value);
        }
        Self { overrides, ..numbers }
    }

    fn set(&mut self, name: &str, value: &Value) {
        let whole = || value.as_u64().unwrap() as u32;
        let fen = || value.as_i64().unwrap() * 100;
        let words = || value.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect();
        let range = || (value[0].as_u64().unwrap() as u32, value[1].as_u64().unwrap() as u32);
        match name {
            "ten_penalties.count" => self.ten_count = whole() as usize,
            "ten_penalties.years" => self.ten_years = whole(),
            "ten_penalties.scope" => self.ten_market_only = value == "market_regulation",
            "serious_penalty.tracks" => self.serious_tracks = words(),
            "live_penalty.tracks" => self.live_tracks = words(),
            "repeat_offence.count" => self.repeat_count = whole() as usize,
            "repeat_offence.months" => self.repeat_months = whole(),
            "minor_penalties.count" => self.minor_count = whole() as usize,
            "minor_penalties.months" => self.minor_months = whole(),
            "breached_commitment.months" => self.breached_months = whole(),
            "unrectified.months" => self.unrectified_months = whole(),
            "fine.minor" => self.fine_minor = fen(),
            "simple.max_fine" => self.simple_max_fine = fen(),
            "risk.raise_grades" => {
                let grades: Vec<String> = words();
                self.raise_grades = grades.iter().map(|grade| RiskGrade::from_code(grade).unwrap()).collect();
            }
            "sampling.good" => self.sampling[0] = whole(),
            "sampling.general" => self.sampling[1] = whole(),
            "sampling.high_risk" => self.sampling[2] = whole(),
            "visits.good" => self.visits[0] = range(),
            "visits.general" => self.visits[1] = range(),
            "visits.high_risk" => self.visits[2] = range(),
            "visits.food.A" => self.visits_food[0] = range(),
            "visits.food.B" => self.visits_food[1] = range(),
            "visits.food.C" => self.visits_food[2] = range(),
            "visits.food.D" => self.visits_food[3] = range(),
            "visits.annual_cap" => self.annual_cap = whole(),
            "visits.cap_bases" => {
                let bases: Vec<String> = words();
                self.cap_bases = bases.iter().map(|basis| InspectionBasis::from_code(basis).unwrap()).collect();
            }
            "off_site.months" => self.off_site_months = whole(),
            "heavy_penalty.years" => self.heavy_years = whole(),
            "serious_list.years" => self.serious_list_years = whole(),
            "serious_list.repair_years" => self.serious_list_repair_years = whole(),
            "gsxt.publish_days" => self.gsxt_publish_days = whole(),
            "credit_china.publish_days" => self.credit_china_publish_days = whole(),
            "gsxt.from" => self.gsxt_from = value.as_str().unwrap().parse().unwrap(),
            "credit_china.from" => self.credit_china_from = value.as_str().unwrap().parse().unwrap(),
            "forecast.years" => self.forecast_years = whole(),
            _ => unreachable!("{name}"),
        }
    }

    /// Whether the request sets a parameter whose name begins so.
    pub fn is_set(&self, prefix: &str) -> bool {
        self.overrides.iter().any(|(name, _)| name.starts_with(prefix))
    }

    /// The `parameters` of the request.
    pub fn parameters(&self) -> Value {
        Value::Object(self.overrides.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
    }
}

/// Other values that the generator may set, each of which can change an answer.
pub fn other_values() -> Vec<(&'static str, Vec<Value>)> {
    let whole = |values: &[u32]| values.iter().map(|value| json!(value)).collect::<Vec<_>>();
    vec![
        ("ten_penalties.count", whole(&[1, 2, 4, 8])),
        ("ten_penalties.years", whole(&[1, 2, 5])),
        ("ten_penalties.scope", vec![json!("market_regulation"), json!("all")]),
        ("serious_penalty.tracks", vec![json!(["barred"]), json!(["safety", "restricted"]), json!(["automatic"])]),
        ("live_penalty.tracks", vec![json!(["ordinary"]), json!(["minor", "automatic", "unpublished"])]),
        ("repeat_offence.count", whole(&[1, 2, 4])),
        ("repeat_offence.months", whole(&[6, 12, 36])),
        ("minor_penalties.count", whole(&[1, 2])),
        ("minor_penalties.months", whole(&[1, 3, 24])),
        ("breached_commitment.months", whole(&[1, 6, 24])),
        ("unrectified.months", whole(&[1, 6, 24])),
        ("fine.minor", vec![json!(3000), json!(20000), json!(100_000)]),
        ("simple.max_fine", vec![json!(0), json!(50000)]),
        ("risk.raise_grades", vec![json!(["C", "D"]), json!(["A"]), json!(["B", "D"])]),
        ("sampling.good", whole(&[0, 3])),
        ("sampling.general", whole(&[10])),
        ("sampling.high_risk", whole(&[80])),
        ("visits.good", vec![json!([0, 1]), json!([1, 1])]),
        ("visits.general", vec![json!([1, 2]), json!([2, 13])]),
        ("visits.high_risk", vec![json!([2, 4]), json!([0, 0])]),
        ("visits.food.A", vec![json!([0, 3])]),
        ("visits.food.B", vec![json!([0, 0])]),
        ("visits.food.C", vec![json!([4, 4])]),
        ("visits.food.D", vec![json!([13, 14])]),
        ("visits.annual_cap", whole(&[1, 3])),
        (
            "visits.cap_bases",
            vec![json!(["special"]), json!(["routine", "double_random", "special"]), json!(["double_random"])],
        ),
        ("off_site.months", whole(&[1, 12])),
        ("heavy_penalty.years", whole(&[1, 2])),
        ("serious_list.years", whole(&[1, 2])),
        ("serious_list.repair_years", whole(&[2, 3])),
        ("gsxt.publish_days", whole(&[0, 7])),
        ("credit_china.publish_days", whole(&[0, 20])),
        ("gsxt.from", vec![json!("2025-12-25"), json!("2026-05-29")]),
        ("credit_china.from", vec![json!("2020-01-01"), json!("2026-05-28")]),
        ("forecast.years", whole(&[1, 2])),
    ]
}
