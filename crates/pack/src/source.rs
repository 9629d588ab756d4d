//! The documents that rules rest on.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::fault::PackFaultCode;
use super::reader::{Fields, Node};
use super::terms::{Knowledge, SourceKind};
use super::text::{Locale, Text, chinese_number};
use facts::Date;

/// A document, with the days on which it is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub id: String,
    /// Title and number of the document.
    pub title: Text,
    /// How it is cited.
    pub short: Text,
    /// How its articles are cited: `第{chinese}条`.
    pub(super) form: Text,
    pub kind: SourceKind,
    /// How well its text is known to us.
    pub knowledge: Knowledge,
    /// The first day in force; `None` for what has no validity of its own, and where the day is not known.
    pub from: Option<Date>,
    /// The last day in force; `None` while no end is known.
    pub until: Option<Date>,
    /// The day that the document bears, where it says more than the first day in force.
    pub dated: Option<Date>,
    /// The day on which it was published, where it says more than the others.
    pub published: Option<Date>,
}

/// The place in a document on which something rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The id of the document in the pack's list of sources.
    pub id: String,
    /// The article, as a bare number or range.
    pub article: Option<String>,
    /// Whether our own choice decided.
    pub default: bool,
    /// Whether a value given in the request decided; in a pack nothing is.
    pub changed: bool,
}

impl Cited {
    /// Whether something else than the document decided: our own choice, or a value given in the request. An answer
    /// does not tell the two apart.
    #[must_use]
    pub fn is_not_the_documents(&self) -> bool {
        self.default || self.changed
    }
}

impl Serialize for Cited {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Cited", 3)?;
        fields.serialize_field("id", &self.id)?;
        match &self.article {
            Some(article) => fields.serialize_field("article", article)?,
            None => fields.skip_field("article")?,
        }
        fields.serialize_field("default", &self.is_not_the_documents())?;
        fields.end()
    }
}

impl Source {
    /// Whether it is law or a local document whose first day in force is not known to us.
    #[must_use]
    pub fn begins_unknown(&self) -> bool {
        self.from.is_none() && matches!(self.kind, SourceKind::Law | SourceKind::Local)
    }

    /// Whether the document is in force on a day; what has no validity of its own always is, and what began on a day that
    /// is not known is taken to have begun.
    #[must_use]
    pub fn in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// The document and an article of it, as the document itself counts them.
    #[must_use]
    pub fn cite(&self, article: Option<&str>, locale: Locale) -> String {
        let short = self.short.get(locale);
        let Some(article) = article else { return short.to_owned() };
        let chinese: Vec<String> = article.split('-').map(chinese_number).collect();
        let numbers = article.replace('-', if locale == Locale::Zh { "至" } else { "–" });
        let form = self.form.get(locale).replace("{number}", &numbers).replace("{chinese}", &chinese.join("至"));
        match locale {
            Locale::Zh => format!("{short}{form}"),
            Locale::En => format!("{short} {form}"),
        }
    }
}

pub(super) fn read_sources(node: &Node) -> Vec<Source> {
    node.entries(|id, node| {
        let mut fields = node.fields()?;
        let title = fields.required("title", Node::words);
        let short = fields.required("short", Node::words);
        let form = fields.required("form", Node::words);
        let kind = fields.required("kind", Node::term);
        let knowledge = fields.required("knowledge", Node::term);
        let from = fields.optional("from", Node::date);
        let until = fields.optional("until", Node::date);
        let dated = fields.optional("dated", Node::date);
        let published = fields.optional("published", Node::date);
        fields.finish();
        Some(Source {
            id: id.to_owned(),
            title: title?,
            short: short?,
            form: form?,
            kind: kind?,
            knowledge: knowledge?,
            from,
            until,
            dated,
            published,
        })
    })
}

/// Reads `{ id = …, article = …, default = … }`; the source has to be one of those that were read.
pub(super) fn read_cited(node: &Node, sources: &[Source]) -> Option<Cited> {
    let mut fields = node.fields()?;
    let id = fields.required("id", |node| {
        let id = node.text()?;
        if sources.iter().any(|source| source.id == id) {
            return Some(id);
        }
        let known: Vec<&str> = sources.iter().map(|source| source.id.as_str()).collect();
        node.fault(PackFaultCode::UnknownSource, &id, &known.join(", "));
        None
    });
    let article = fields.optional("article", Node::text);
    let default = fields.optional("default", Node::boolean);
    fields.finish();
    let id = id?;
    // What cites no document but ourselves is always our own choice.
    let ours = sources.iter().any(|source| source.id == id && source.kind == SourceKind::Default);
    Some(Cited { id, article, default: default.unwrap_or(ours), changed: false })
}

impl Fields<'_, '_> {
    /// The source of a rule or value, without which none may stand.
    pub(super) fn source(&mut self, sources: &[Source]) -> Option<Cited> {
        if !self.has("source") {
            self.missing_source();
            return None;
        }
        self.required("source", |node| read_cited(node, sources))
    }
}
