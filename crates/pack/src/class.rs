//! The classes of a pack, from the best to the worst.

use std::fmt;

use serde::{Serialize, Serializer};

use super::fault::PackFaultCode;
use super::parameter::{Declarations, Shape};
use super::read_rules::unique;
use super::reader::{Fields, Node};
use super::terms::{Approach, Tone};
use super::text::Text;
use facts::json::Value;

/// How many classes a pack may have.
pub const MOST_CLASSES: usize = 8;

/// How many letters the id of a class may have: a class keeps it within itself, so that answers can be copied and compared
/// without looking into the pack.
const LONGEST_ID: usize = 24;

/// A class of a pack 信用风险类别: its place among the pack's classes, from the best, and its id, by which answers name it.
///
/// ```
/// use pack::Class;
///
/// let class = Class::new(2, "high_risk").unwrap();
/// assert_eq!((class.index(), class.id()), (2, "high_risk"));
/// assert!(class > Class::new(0, "good").unwrap());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class {
    index: u8,
    /// Filled up with zeros.
    id: [u8; LONGEST_ID],
}

impl Class {
    /// The name under which the classes are asked for as a list of words.
    pub const LIST: &str = "class";
    /// What stands for a class that could not be read, in what is thrown away.
    pub(super) const NONE: Self = Self { index: 0, id: [0; LONGEST_ID] };

    /// Returns the class at an index, from 0, that has an id; `None` where the id is longer than 24 bytes or empty, or the index that
    /// of no class.
    #[must_use]
    pub fn new(index: usize, id: &str) -> Option<Self> {
        let mut bytes = [0; LONGEST_ID];
        bytes.get_mut(..id.len())?.copy_from_slice(id.as_bytes());
        let index = u8::try_from(index).ok().filter(|_| index < MOST_CLASSES && !id.is_empty())?;
        Some(Self { index, id: bytes })
    }

    /// Returns its place among the classes of its pack: 0 is the best.
    #[must_use]
    pub fn index(self) -> usize {
        self.index.into()
    }

    /// Returns its id.
    #[must_use]
    pub fn id(&self) -> &str {
        let end = self.id.iter().position(|byte| *byte == 0).unwrap_or(LONGEST_ID);
        std::str::from_utf8(self.id.get(..end).unwrap_or_default()).unwrap_or_default()
    }

    /// Returns whether none is better.
    #[must_use]
    pub fn is_best(self) -> bool {
        self.index == 0
    }
}

impl fmt::Debug for Class {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{} ({})", self.id(), self.index)
    }
}

/// Answers name a class by its id.
impl Serialize for Class {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

/// Some of the classes of one pack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ClassSet(pub(super) u8);

const _: () = assert!(MOST_CLASSES <= u8::BITS as usize);

impl ClassSet {
    /// Adds a class.
    pub fn insert(&mut self, class: Class) {
        self.0 |= 1 << class.index;
    }

    /// Returns whether a class is in it.
    #[must_use]
    pub fn contains(self, class: Class) -> bool {
        self.contains_index(class.index())
    }

    /// Returns whether the class at an index is in it.
    #[must_use]
    pub fn contains_index(self, index: usize) -> bool {
        index < MOST_CLASSES && self.0 & (1 << index) != 0
    }

    /// Returns whether none is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Class> for ClassSet {
    fn from_iter<I: IntoIterator<Item = Class>>(classes: I) -> Self {
        let mut set = Self::default();
        classes.into_iter().for_each(|class| set.insert(class));
        set
    }
}

/// What a pack says of one of its classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassEntry {
    pub class: Class,
    /// What it is called.
    pub word: Text,
    /// What it is called where there is little room.
    pub short: Text,
    pub tone: Tone,
    /// How enterprises of this class are inspected.
    pub approach: Approach,
    /// The parameter with the share of them that is drawn in a year.
    pub sampling: usize,
    /// The parameter with their visits a year.
    pub visits: usize,
    /// The class that one step up makes of it, by its index: of the worst itself.
    pub raised_to: usize,
}

/// The classes of a form that does not list them, each with its tone: such forms were written before classes could be listed.
const BEFORE_LISTS: [(&str, Tone); 3] = [("good", Tone::Green), ("general", Tone::Amber), ("high_risk", Tone::Red)];

/// Returns the classes that a form has, before anything is read of them; what has no id, or a faulty one, is none.
pub(super) fn classes_of(form: &Value) -> Vec<Class> {
    let ids: Vec<&str> = match form.get("classes") {
        None => BEFORE_LISTS.iter().map(|(id, _)| *id).collect(),
        Some(Value::Array(items)) => {
            let id = |item| match Value::get(item, "id") {
                Some(Value::String(id)) => id.as_str(),
                _ => "",
            };
            items.iter().map(id).collect()
        }
        Some(_) => Vec::new(),
    };
    ids.into_iter().enumerate().filter_map(|(index, id)| Class::new(index, id)).collect()
}

/// Reads the list of classes.
pub(super) fn read_classes(node: &Node, declared: &Declarations) -> Option<Vec<ClassEntry>> {
    let mut names = Vec::new();
    let classes = node.items(|node| {
        let mut fields = node.fields()?;
        let id = fields.required("id", |node| {
            let id = unique(node, &mut names)?;
            if id.len() > LONGEST_ID {
                node.fault(PackFaultCode::BadValue, &id, &format!("1–{LONGEST_ID}"));
            }
            Some(id)
        });
        let word = fields.required("word", Node::words);
        let short = fields.optional("short", Node::words);
        let tone = fields.required("tone", Node::term);
        let approach = fields.required("approach", Node::term);
        let sampling = fields.parameter("sampling", declared, Shape::Percent);
        let visits = fields.parameter("visits", declared, Shape::Visits);
        let raised_to = fields.optional("raised_to", |node| declared.class(node));
        fields.finish();
        let class = declared.classes.iter().copied().find(|class| Some(class.id()) == id.as_deref())?;
        let worst = declared.classes.last().map_or(0, |worst| worst.index());
        let raised_to = raised_to.map_or((class.index() + 1).min(worst), Class::index);
        // No rule rests on them.
        declared.take_used();
        let word = word?;
        Some(ClassEntry {
            class,
            short: short.unwrap_or_else(|| word.clone()),
            word,
            tone: tone?,
            approach: approach?,
            sampling: sampling?,
            visits: visits?,
            raised_to,
        })
    })?;
    for (index, entry) in classes.iter().enumerate().filter(|(_, entry)| entry.raised_to < entry.class.index()) {
        let worse: Vec<&str> = declared.classes.iter().skip(index).map(Class::id).collect();
        let better = declared.classes.get(entry.raised_to).map_or("", Class::id);
        node.fault(PackFaultCode::BadValue, better, &worse.join(", "));
    }
    let written = if let Value::Array(items) = node.value { items.len() } else { 0 };
    if !(2..=MOST_CLASSES).contains(&written) {
        node.fault(PackFaultCode::BadValue, &written.to_string(), &format!("2–{MOST_CLASSES}"));
    }
    Some(classes)
}

/// What a form without a list of classes says of the three, table by table: the words are in `words.class`.
pub(super) struct ByClass {
    approach: Vec<Approach>,
    sampling: Vec<usize>,
    visits: Vec<usize>,
}

impl ByClass {
    /// Reads the tables `approach`, `sampling` and `visits`.
    pub(super) fn read(fields: &mut Fields, declared: &Declarations) -> Option<Self> {
        let of_shape =
            |node: &Node, shape: Shape| by_class(node, |node| declared.reference(node, |found| *found == shape));
        let approach = fields.required("approach", |node| by_class(node, |node| node.term()));
        let sampling = fields.required("sampling", |node| of_shape(node, Shape::Percent));
        let visits = fields.required("visits", |node| of_shape(node, Shape::Visits));
        Some(Self { approach: approach?, sampling: sampling?, visits: visits? })
    }

    /// The classes, with these words.
    pub(super) fn with_words(self, classes: &[Class], words: Vec<Text>) -> Option<Vec<ClassEntry>> {
        let entry = |(class, word): (&Class, Text)| {
            let index = class.index();
            Some(ClassEntry {
                class: *class,
                short: word.clone(),
                word,
                tone: BEFORE_LISTS.get(index)?.1,
                approach: *self.approach.get(index)?,
                sampling: *self.sampling.get(index)?,
                visits: *self.visits.get(index)?,
                raised_to: (index + 1).min(BEFORE_LISTS.len() - 1),
            })
        };
        classes.iter().zip(words).map(entry).collect()
    }
}

/// Reads a table with an entry for each of the three.
pub(super) fn by_class<T>(node: &Node, read: impl Fn(&Node) -> Option<T>) -> Option<Vec<T>> {
    let mut fields = node.fields()?;
    let values: Vec<Option<T>> = BEFORE_LISTS.iter().map(|(id, _)| fields.required(id, &read)).collect();
    fields.finish();
    values.into_iter().collect()
}

impl Declarations {
    /// The class that a text names.
    pub(super) fn class(&self, node: &Node) -> Option<Class> {
        let id = node.text()?;
        let found = self.classes.iter().copied().find(|class| class.id() == id);
        if found.is_none() {
            let known: Vec<&str> = self.classes.iter().map(Class::id).collect();
            node.fault(PackFaultCode::UnknownName, &id, &known.join(", "));
        }
        found
    }

    /// A list of classes without doubles.
    pub(super) fn class_set(&self, node: &Node) -> Option<ClassSet> {
        let mut set = ClassSet::default();
        node.items(|node| {
            let class = self.class(node)?;
            if set.contains(class) {
                node.fault(PackFaultCode::Twice, class.id(), "");
            }
            set.insert(class);
            Some(())
        })?;
        (!set.is_empty()).then_some(set)
    }
}

impl Tone {
    /// Returns the shape that goes with the tone, for those who do not see its colour.
    #[must_use]
    pub fn shape(self) -> &'static str {
        match self {
            Self::Green => "●",
            Self::Blue => "◆",
            Self::Amber => "▲",
            Self::Red => "■",
        }
    }
}
