//! The packs and the calendar that the product brings along, checked when it was built.

use std::sync::OnceLock;

use crate::calendar::{self, Calendar};
use crate::json;
use crate::pack::{self, Pack};

/// The canonical forms that the build script wrote.
const BAOTOU_2024: &str = include_str!(concat!(env!("OUT_DIR"), "/baotou-2024.json"));
const CALENDAR: &str = include_str!(concat!(env!("OUT_DIR"), "/calendar.json"));

/// The pack that is used when a request names none.
///
/// # Panics
/// Never: the build script has read the same text with the same code.
pub fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| {
        let form = json::parse(BAOTOU_2024).expect("the build script wrote JSON");
        pack::read(&form).expect("the build script checked the pack")
    })
}

/// The built-in pack with an id.
#[must_use]
pub fn pack_by_id(id: &str) -> Option<&'static Pack> {
    Some(self::pack()).filter(|pack| pack.id == id)
}

/// The days off and make-up workdays that are known.
///
/// # Panics
/// Never: the build script has read the same text with the same code.
pub fn calendar() -> &'static Calendar {
    static DAYS: OnceLock<Calendar> = OnceLock::new();
    DAYS.get_or_init(|| {
        let form = json::parse(CALENDAR).expect("the build script wrote JSON");
        calendar::read(&form).expect("the build script checked the calendar")
    })
}
