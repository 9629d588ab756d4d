//! A calendar from its JSON form: `{"2026": {"off": ["2026-01-01", …], "workdays": […]}}`.

use super::{Calendar, parse_day};
use crate::Date;
use crate::json::Value;

/// Why a calendar cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFault {
    /// Where: `2026.off[3]`.
    pub path: String,
    /// What is wrong there, in Chinese.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
}

type Words = (&'static str, &'static str);

const NO_OBJECT: Words = ("应为按年份分列的对象", "an object by year is expected");
const NO_YEAR: Words =
    ("应为年份，其下有 off 和 workdays 两个列表", "a year with the lists off and workdays is expected");
const UNKNOWN_KEY: Words = ("没有这一项，只有 off 和 workdays", "this key is not known; off and workdays are");
const NO_LIST: Words = ("应为日期的列表", "a list of days is expected");
const NO_DAY: Words = ("应为这一年的日期，写成 2027-01-01 这样", "a day YYYY-MM-DD of this year is expected");

/// Reads a calendar, by year its days off and its make-up workdays.
///
/// # Errors
/// Every fault at once: a year that is no number, an unknown key, a day that does not exist or lies in another
/// year.
pub fn read(value: &Value) -> Result<Calendar, Vec<CalendarFault>> {
    let mut faults = Vec::new();
    let mut fault = |path: String, (zh, en): Words| faults.push(CalendarFault { path, zh, en });
    let mut years = Vec::new();
    let Value::Object(fields) = value else {
        let (zh, en) = NO_OBJECT;
        return Err(vec![CalendarFault { path: String::new(), zh, en }]);
    };
    for (name, content) in fields {
        let (Ok(year), Value::Object(lists)) = (name.parse::<i32>(), content) else {
            fault(name.clone(), NO_YEAR);
            continue;
        };
        let (mut off, mut workdays) = (Vec::new(), Vec::new());
        for (list, days) in lists {
            let target = match list.as_str() {
                "off" => &mut off,
                "workdays" => &mut workdays,
                _ => {
                    fault(format!("{name}.{list}"), UNKNOWN_KEY);
                    continue;
                }
            };
            let Value::Array(days) = days else {
                fault(format!("{name}.{list}"), NO_LIST);
                continue;
            };
            for (index, day) in days.iter().enumerate() {
                match read_day(day, year) {
                    Some(day) => target.push(day),
                    None => fault(format!("{name}.{list}[{index}]"), NO_DAY),
                }
            }
        }
        years.push((year, off, workdays));
    }
    if faults.is_empty() { Ok(Calendar::from_years(years)) } else { Err(faults) }
}

fn read_day(value: &Value, year: i32) -> Option<Date> {
    match value {
        Value::String(text) => parse_day(text).filter(|day| chrono::Datelike::year(day) == year),
        _ => None,
    }
}
