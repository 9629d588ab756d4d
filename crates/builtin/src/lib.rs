//! The packs and the calendar that the product brings along, checked and compiled when it was built.
//!
//! Its build script reads `packs/` with the crates that read packs at run time too, and stops the build with the line of every
//! fault.
//!
//! ```
//! assert_eq!(builtin::pack().id, "baotou-2024");
//! assert!(builtin::pack_by_id("nowhere").is_none());
//! ```

use std::sync::OnceLock;

use facts::calendar::Calendar;
use facts::compiled;
use facts::json::{self, Value};
use pack::{Pack, PackFault, PackInfo};

/// What the build script wrote: each compiled, and the pack's form.
const BAOTOU_2024: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/baotou-2024.bin"));
const BAOTOU_2024_FORM: &str = include_str!(concat!(env!("OUT_DIR"), "/baotou-2024.json"));
/// The other packs, in one order: the id of each, what it has otherwise than the default pack, on which it rests, and what is told of it.
const OTHER_IDS: &[&str] = include!(concat!(env!("OUT_DIR"), "/ids.rs"));
const OTHER_FORMS: &[&str] = include!(concat!(env!("OUT_DIR"), "/forms.rs"));
const OTHER_INFOS: &[&str] = include!(concat!(env!("OUT_DIR"), "/infos.rs"));
const CALENDAR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/calendar.bin"));

/// The pack that is used when a request names none.
///
/// # Panics
/// Never: the build script wrote the same types with the same code.
pub fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(own_pack)
}

/// The same pack, for who may come to change it.
///
/// # Panics
/// Never, as [`pack()`].
#[must_use]
pub fn own_pack() -> Pack {
    compiled::from_bytes(BAOTOU_2024).expect("the build script compiled the pack")
}

/// The form from which it was read, over which its digest is taken.
///
/// # Panics
/// Never: the build script has read the same text with the same code.
pub fn form() -> &'static Value {
    static FORM: OnceLock<Value> = OnceLock::new();
    FORM.get_or_init(|| json::parse(BAOTOU_2024_FORM).expect("the build script wrote JSON"))
}

/// Reads a pack that somebody gave. Words that came later than its form are those of the pack brought along.
///
/// # Errors
/// Every fault at once, as [`pack::read`] tells them.
pub fn read_pack(form: &Value) -> Result<Pack, Vec<PackFault>> {
    let mut pack = pack::read(form)?;
    pack.lend_words(self::pack());
    Ok(pack)
}

/// The built-in pack with an id. One that is not the default is read when it is asked for first.
///
/// # Panics
/// Never: the build script has read the same forms with the same code.
#[must_use]
pub fn pack_by_id(id: &str) -> Option<&'static Pack> {
    static READ: OnceLock<Vec<Pack>> = OnceLock::new();
    let default = self::pack();
    if default.id == id {
        return Some(default);
    }
    if !ids().any(|known| known == id) {
        return None;
    }
    let read = || OTHER_IDS.iter().filter_map(|id| read_pack(&form_of(id)?).ok()).collect();
    READ.get_or_init(read).iter().find(|pack| pack.id == id)
}

/// The ids of all built-in packs, the default one first.
pub fn ids() -> impl Iterator<Item = &'static str> {
    std::iter::once(self::pack().id.as_str()).chain(OTHER_IDS.iter().copied())
}

/// What is told of each built-in pack but the default one: the JSON text of a [`PackInfo`].
pub fn other_infos() -> impl Iterator<Item = String> {
    let sources = PackInfo::of(self::pack()).sources_text();
    OTHER_INFOS.iter().map(move |info| info.replace(pack::SAME_SOURCES, &sources))
}

/// The whole form of the built-in pack with an id.
#[must_use]
pub fn form_of(id: &str) -> Option<Value> {
    if self::pack().id == id {
        return Some(form().clone());
    }
    let text = OTHER_FORMS.get(OTHER_IDS.iter().position(|known| *known == id)?)?;
    let own = json::parse(text).ok()?;
    match pack::base_of(&own) {
        Some(_) => pack::lay_over(form(), &own).ok(),
        None => Some(own),
    }
}

/// The days off and make-up workdays that are known.
///
/// # Panics
/// Never: the build script wrote the same types with the same code.
pub fn calendar() -> &'static Calendar {
    static DAYS: OnceLock<Calendar> = OnceLock::new();
    DAYS.get_or_init(own_calendar)
}

/// The same days, for who may come to add some.
///
/// # Panics
/// Never, as [`calendar()`].
#[must_use]
pub fn own_calendar() -> Calendar {
    compiled::from_bytes(CALENDAR).expect("the build script compiled the calendar")
}
