//! One entry: who wrote what of whom, and when. It is never changed afterwards.

use std::fmt;
use std::fmt::Write;

use facts::json::{Value, canonical};
use request::{Object, ProblemCode, Reader};
use sha2::{Digest, Sha256};

use super::content::{Content, Fields};
use super::moment::Moment;

/// How many bytes of the digest an id has.
const ID_BYTES: usize = 16;

/// What an entry is known by: the digest of all that it says. So the same entry has the same id wherever it came from, and
/// one that was changed since has another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(String);

impl EntryId {
    /// Returns the id as text: 32 digits of base 16.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// An entry of the ledger 台账.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    id: EntryId,
    uscc: String,
    author: String,
    at: Moment,
    replaces: Vec<EntryId>,
    content: Content,
}

impl Entry {
    /// Makes an entry about the enterprise with this credit code. What it replaces counts no longer.
    ///
    /// ```
    /// use ledger::{Content, Entry, Moment};
    ///
    /// let at = Moment::parse("2026-11-30T08:31:00Z").unwrap();
    /// let note = Content::Note { text: "12月3日前补交承诺书".to_owned() };
    /// let entry = Entry::new("91350100M000100Y43", "张三", at, Vec::new(), note.clone());
    /// assert_eq!(entry, Entry::new("91350100M000100Y43", "张三", at, Vec::new(), note));
    /// ```
    #[must_use]
    pub fn new(uscc: &str, author: &str, at: Moment, mut replaces: Vec<EntryId>, content: Content) -> Self {
        replaces.sort_unstable();
        replaces.dedup();
        let (uscc, author) = (uscc.to_owned(), author.to_owned());
        let mut entry = Self { id: EntryId(String::new()), uscc, author, at, replaces, content };
        entry.id = EntryId::of(&entry.fields());
        entry
    }

    /// Returns what it is known by.
    #[must_use]
    pub fn id(&self) -> &EntryId {
        &self.id
    }

    /// Returns the credit code of the enterprise that it is about.
    #[must_use]
    pub fn uscc(&self) -> &str {
        &self.uscc
    }

    /// Returns who wrote it: a name or initials.
    #[must_use]
    pub fn author(&self) -> &str {
        &self.author
    }

    /// Returns when it was written.
    #[must_use]
    pub fn at(&self) -> Moment {
        self.at
    }

    /// Returns the entries in the place of which it stands.
    #[must_use]
    pub fn replaces(&self) -> &[EntryId] {
        &self.replaces
    }

    /// Returns what it says.
    #[must_use]
    pub fn content(&self) -> &Content {
        &self.content
    }

    fn fields(&self) -> Vec<(String, Value)> {
        let mut fields = Fields::default();
        fields.text("uscc", &self.uscc);
        fields.text("author", &self.author);
        fields.text("at", &self.at.to_string());
        let replaced = self.replaces.iter().map(|id| Value::String(id.0.clone())).collect::<Vec<_>>();
        fields.value("replaces", (!replaced.is_empty()).then_some(Value::Array(replaced)));
        self.content.write(&mut fields);
        fields.0
    }

    /// Returns the entry as an object, as a ledger has it.
    #[must_use]
    pub fn written(&self) -> Value {
        let mut fields = vec![("id".to_owned(), Value::String(self.id.0.clone()))];
        fields.extend(self.fields());
        Value::Object(fields)
    }

    /// Reads an entry; `None` where something is wrong with it, which is noted. One of which the id is not that of what it
    /// says was changed since it was written, or came to harm.
    pub(super) fn read(reader: &mut Reader, object: &mut Object) -> Option<Self> {
        let before = reader.problems().len();
        let id = reader.required_text(object, "id");
        let uscc = reader.required_text(object, "uscc");
        let author = reader.required_text(object, "author");
        let at = read_moment(reader, object);
        let replaces = reader.texts(object, "replaces").into_iter().map(EntryId).collect();
        let content = Content::read(reader, object);
        let entry = Self::new(&uscc?, &author?, at?, replaces, content?);
        let id = id?;
        if reader.problems().len() == before && entry.id.0 != id {
            reader.problem(&object.path("id"), ProblemCode::UnknownValue, &Value::String(id.clone()));
        }
        (entry.id.0 == id).then_some(entry)
    }
}

impl EntryId {
    fn of(fields: &[(String, Value)]) -> Self {
        let digest = Sha256::digest(canonical(&Value::Object(fields.to_vec())));
        let mut text = String::with_capacity(2 * ID_BYTES);
        for byte in digest.iter().take(ID_BYTES) {
            // Writing into a text never fails.
            let _ = write!(text, "{byte:02x}");
        }
        Self(text)
    }
}

fn read_moment(reader: &mut Reader, object: &mut Object) -> Option<Moment> {
    let text = reader.required_text(object, "at")?;
    let moment = Moment::parse(&text);
    if moment.is_none() {
        reader.problem(&object.path("at"), ProblemCode::NotADate, &Value::String(text));
    }
    moment
}
