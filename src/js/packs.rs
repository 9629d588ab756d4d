//! The packs that the product brings along, for who shows by which rules it judges.

use crate::builtin;
use crate::pack::PackInfo;

/// The JSON text of the list of packs, each a [`PackInfo`]; the first is the one that is used where none is named.
///
/// ```
/// let packs = xinheng::js::packs();
/// assert!(packs.starts_with(r#"[{"id":"baotou-2024","version":""#));
/// ```
#[must_use]
pub fn packs() -> String {
    // There is no map with keys that are no text, which is all that could fail.
    let default = serde_json::to_string(&PackInfo::of(builtin::pack())).unwrap_or_default();
    let others = builtin::other_infos().map(|info| [",", &info].concat());
    ["[", &default, &others.collect::<String>(), "]"].concat()
}
