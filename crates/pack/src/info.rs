//! What is told of a pack to who shows by which rules it judges.

use serde::Serialize;

use super::model::Pack;
use super::terms::{Knowledge, SourceKind};
use super::text::Text;
use facts::Date;

/// A rule pack that the product brings along.
#[derive(Serialize)]
pub struct PackInfo<'p> {
    /// What a request names it by.
    pub id: &'p str,
    pub version: &'p str,
    pub title: &'p Text,
    /// `sha256:` and the hash of the pack's RFC 8785 form.
    pub digest: &'p str,
    /// The documents that its rules rest on.
    pub sources: Vec<SourceInfo<'p>>,
}

/// A document that rules rest on.
#[derive(Serialize)]
pub struct SourceInfo<'p> {
    /// What the sources in an answer name it by.
    pub id: &'p str,
    /// Title and number of the document.
    pub title: &'p Text,
    /// How it is cited.
    pub short: &'p Text,
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

/// What stands in the text of a [`PackInfo`] in the place of its sources where they are those of the default pack.
pub const SAME_SOURCES: &str = "\"same\"";

impl<'p> PackInfo<'p> {
    /// Returns the JSON text of its sources.
    #[must_use]
    pub fn sources_text(&self) -> String {
        // There is no map with keys that are no text, which is all that could fail.
        serde_json::to_string(&self.sources).unwrap_or_default()
    }

    /// Returns what is told of a pack.
    #[must_use]
    pub fn of(pack: &'p Pack) -> Self {
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
        Self {
            id: &pack.id,
            version: &pack.version,
            title: &pack.title,
            digest: &pack.digest,
            sources: sources.collect(),
        }
    }
}
