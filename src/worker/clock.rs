//! The clock of the browser, by which page and worker know what day it is.

use wasm_bindgen::JsCast;
use web_sys::WorkerGlobalScope;

use crate::facts::Date;

/// Returns today, where the browser is.
#[must_use]
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    // The browser's own date is a day of the calendar.
    Date::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// Returns the day on which a moment was where the browser is, and its time there, as 16:31; `None` for what is no moment.
#[must_use]
pub fn local_time(moment: &str) -> Option<(Date, String)> {
    let moment = js_sys::Date::new(&moment.into());
    let year = i32::try_from(moment.get_full_year()).ok()?;
    // What is no moment has no year.
    let day = Date::from_ymd_opt(year, moment.get_month() + 1, moment.get_date())?;
    Some((day, format!("{:02}:{:02}", moment.get_hours(), moment.get_minutes())))
}

/// Marks a moment among the browser's own measurements, where `benches/peers` finds it.
pub(super) fn mark(moment: &str) {
    let scope = js_sys::global().dyn_into::<WorkerGlobalScope>().ok();
    if let Some(performance) = scope.and_then(|scope| scope.performance()) {
        // A mark of any name can be set.
        let _ = performance.mark(moment);
    }
}
