//! The packs that the product brings along, for who shows by which rules it judges.

use serde::Serialize;

use crate::builtin;
use crate::facts::Date;
use crate::pack::{Knowledge, SourceKind, Text};

/// A rule pack that the product brings along.
#[derive(Serialize)]
pub struct PackInfo {
    /// What a request names it by.
    pub id: &'static str,
    pub version: &'static str,
    pub title: &'static Text,
    /// `sha256:` and the hash of the pack's RFC 8785 form.
    pub digest: &'static str,
    /// The documents that its rules rest on.
    pub sources: Vec<SourceInfo>,
}

/// A document that rules rest on.
#[derive(Serialize)]
pub struct SourceInfo {
    /// What the sources in an answer name it by.
    pub id: &'static str,
    /// Title and number of the document.
    pub title: &'static Text,
    /// How it is cited.
    pub short: &'static Text,
    pub kind: SourceKind,
    /// How well its text is known to us.
    pub knowledge: Knowledge,
    /// The first day in force; absent for what has no validity of its own, and where the day is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day in force; absent while no end is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The day that the document bears, where it is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated: Option<Date>,
    /// The day on which it was published, where it is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
}

/// The JSON text of the list of packs, each a [`PackInfo`].
///
/// ```
/// let packs = xinheng::js::packs();
/// assert!(packs.starts_with(r#"[{"id":"baotou-2024","version":""#));
/// ```
#[must_use]
pub fn packs() -> String {
    let pack = builtin::pack();
    let sources = pack.sources.iter().map(|source| SourceInfo {
        id: &source.id,
        title: &source.title,
        short: &source.short,
        kind: source.kind,
        knowledge: source.knowledge,
        from: source.from,
        until: source.until,
        dated: source.dated,
        published: source.published,
    });
    let packs = [PackInfo {
        id: &pack.id,
        version: &pack.version,
        title: &pack.title,
        digest: &pack.digest,
        sources: sources.collect(),
    }];
    // There is no map with keys that are no text, which is all that could fail.
    serde_json::to_string(&packs).unwrap_or_default()
}
