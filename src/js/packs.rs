//! The packs that the product brings along, for who shows by which rules it judges.

use crate::pack::PackInfo;
use crate::{builtin, compiled, json, request};

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

/// The figures of the pack that a request, as JSON text, names or brings along: compiled, as readers of tables take them. `None` where
/// that cannot be used, which the answer to the request tells.
///
/// ```
/// assert!(xinheng::js::figures(r#"{"pack": "baotou-2024"}"#).is_some());
/// assert_eq!(xinheng::js::figures(r#"{"pack": "nowhere"}"#), None);
/// ```
#[must_use]
pub fn figures(request: &str) -> Option<Vec<u8>> {
    let request = json::parse(request).ok()?;
    request::figures_of(&request).map(|figures| compiled::to_bytes(&figures))
}
