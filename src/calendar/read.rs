//! A calendar from its JSON form: `{"2026": {"off": ["2026-01-01", …], "workdays": […]}}`.

use super::{Calendar, parse_day};
use crate::facts::Date;
use crate::json::Value;

/// Why a calendar cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFault {
    /// Where: `2026.off[3]`.
    pub path: String,
    /// What is wrong there.
    pub message: String,
}

/// Reads a calendar, by year its days off and its make-up workdays.
///
/// # Errors
/// Every fault at once: a year that is no number, an unknown key, a day that does not exist or lies in another
/// year.
pub fn read(value: &Value) -> Result<Calendar, Vec<CalendarFault>> {
    let mut faults = Vec::new();
    let mut fault = |path: String, message: &str| faults.push(CalendarFault { path, message: message.to_owned() });
    let mut years = Vec::new();
    let Value::Object(fields) = value else {
        return Err(vec![CalendarFault { path: String::new(), message: "an object by year is expected".to_owned() }]);
    };
    for (name, content) in fields {
        let (Ok(year), Value::Object(lists)) = (name.parse::<i32>(), content) else {
            fault(name.clone(), "a year with the lists off and workdays is expected");
            continue;
        };
        let (mut off, mut workdays) = (Vec::new(), Vec::new());
        for (list, days) in lists {
            let target = match list.as_str() {
                "off" => &mut off,
                "workdays" => &mut workdays,
                _ => {
                    fault(format!("{name}.{list}"), "this key is not known; off and workdays are");
                    continue;
                }
            };
            let Value::Array(days) = days else {
                fault(format!("{name}.{list}"), "a list of days is expected");
                continue;
            };
            for (place, day) in days.iter().enumerate() {
                match read_day(day, year) {
                    Some(day) => target.push(day),
                    None => fault(format!("{name}.{list}[{place}]"), "a day YYYY-MM-DD of this year is expected"),
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
