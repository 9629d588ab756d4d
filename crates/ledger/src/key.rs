//! By what a fact is known again in the files of another month.

use facts::json::Value;
use facts::{Term, vocabulary};
use request::{Object, ProblemCode, Reader};

vocabulary! {
    /// A list of facts, by its name in a record.
    FactList "fact_list" {
        Penalties = "penalties",
        AbnormalListings = "abnormal_listings",
        SeriousListings = "serious_listings",
        CourtListings = "court_listings",
        Leads = "leads",
        Inspections = "inspections",
        Commitments = "commitments",
    }
}

impl FactList {
    /// Returns the fields by which one fact of the list is told from another, by their names in a record; the first is its day.
    #[must_use]
    pub fn key_fields(self) -> &'static [&'static str] {
        match self {
            Self::Penalties => &["decided_on", "document_no"],
            Self::AbnormalListings => &["listed_on", "reason"],
            Self::SeriousListings => &["listed_on", "cause"],
            Self::CourtListings => &["listed_on"],
            Self::Leads => &["received_on", "kind"],
            Self::Inspections => &["on", "basis", "authority_system", "department"],
            Self::Commitments => &["made_on", "kind"],
        }
    }
}

/// What a fact is known by: its list, its day, and what else tells it from others of the day. A field that is not known is absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactKey {
    pub list: FactList,
    fields: Vec<(&'static str, String)>,
}

/// Where a fact was found again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is the one at this index of its list.
    At(usize),
    /// It may be one of these, or none: several have this key, or what tells them apart is not known of one side.
    OneOf(Vec<usize>),
    /// It is not there.
    Nowhere,
}

/// How well a fact goes with a key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Same,
    /// The same day, and nothing that contradicts: one of both does not know what the other says.
    Possible,
    Other,
}

impl FactKey {
    /// Returns the key of a fact as a record has it; `None` where it has no day.
    ///
    /// ```
    /// use facts::json::parse;
    /// use ledger::{FactKey, FactList};
    ///
    /// let fact = parse(r#"{"decided_on": "2026-05-25", "document_no": "包市监处罚〔2026〕12号", "kinds": ["fine"]}"#).unwrap();
    /// let key = FactKey::of(FactList::Penalties, &fact).unwrap();
    /// assert_eq!(key.day(), "2026-05-25");
    /// ```
    #[must_use]
    pub fn of(list: FactList, fact: &Value) -> Option<Self> {
        let fields = list.key_fields().iter().filter_map(|field| Some((*field, text(fact.get(field))?.to_owned())));
        let key = Self { list, fields: fields.collect() };
        key.fields.first().is_some_and(|(field, _)| *field == list.key_fields()[0]).then_some(key)
    }

    /// Returns the day of the fact, as it is written in a record.
    #[must_use]
    pub fn day(&self) -> &str {
        self.fields.first().map_or("", |(_, day)| day)
    }

    /// Returns what is known of a field of the key.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }

    /// Looks for the fact in an enterprise as a record has it.
    ///
    /// The numbers of decisions are compared without blanks and whatever brackets they were written with.
    ///
    /// ```
    /// use facts::json::parse;
    /// use ledger::{FactKey, FactList, Found};
    ///
    /// let this_month = parse(r#"{"penalties": [
    ///     {"decided_on": "2026-03-02", "document_no": "包市监处罚〔2026〕3号"},
    ///     {"decided_on": "2026-05-25", "document_no": "包市监处罚[2026]12号"},
    ///     {"decided_on": "2026-06-01"}, {"decided_on": "2026-06-01"}]}"#).unwrap();
    /// let find = |fact| FactKey::of(FactList::Penalties, &parse(fact).unwrap()).unwrap().find(&this_month);
    ///
    /// assert_eq!(find(r#"{"decided_on": "2026-05-25", "document_no": "包市监处罚〔2026〕12号"}"#), Found::At(1));
    /// assert_eq!(find(r#"{"decided_on": "2026-06-01"}"#), Found::OneOf(vec![2, 3]));
    /// assert_eq!(find(r#"{"decided_on": "2026-07-01"}"#), Found::Nowhere);
    /// ```
    #[must_use]
    pub fn find(&self, enterprise: &Value) -> Found {
        let Some(Value::Array(facts)) = enterprise.get(self.list.code()) else { return Found::Nowhere };
        let which = |wanted: Fit| {
            let fits = facts.iter().enumerate().filter(|(_, fact)| self.fit(fact) == wanted);
            fits.map(|(index, _)| index).collect::<Vec<_>>()
        };
        match which(Fit::Same).as_slice() {
            [only] => return Found::At(*only),
            [] => {}
            several => return Found::OneOf(several.to_vec()),
        }
        let possible = which(Fit::Possible);
        if possible.is_empty() { Found::Nowhere } else { Found::OneOf(possible) }
    }

    fn fit(&self, fact: &Value) -> Fit {
        let mut fit = Fit::Same;
        for field in self.list.key_fields() {
            let meant = |written: Option<&'_ str>| written.or_else(|| default(field)).map(compact);
            match (meant(self.get(field)), meant(text(fact.get(field)))) {
                (Some(one), Some(other)) if one != other => return Fit::Other,
                (None, Some(_)) | (Some(_), None) => fit = Fit::Possible,
                _ => {}
            }
        }
        fit
    }

    /// Returns the key as an object: its list, then its fields.
    #[must_use]
    pub fn written(&self) -> Value {
        let mut fields = vec![("list".to_owned(), Value::String(self.list.code().to_owned()))];
        fields.extend(self.fields.iter().map(|(name, text)| ((*name).to_owned(), Value::String(text.clone()))));
        Value::Object(fields)
    }

    /// Reads a key; what is wrong with it is noted.
    pub(super) fn read(reader: &mut Reader, object: &mut Object) -> Option<Self> {
        let list: FactList = reader.required_term(object, "list")?;
        let mut fields = Vec::new();
        for (place, field) in list.key_fields().iter().enumerate() {
            let text = if place == 0 {
                reader.required_date(object, field).map(|day| day.to_string())
            } else {
                reader.text(object, field)
            };
            match text {
                Some(text) => fields.push((*field, text)),
                None if place == 0 => return None,
                None => {}
            }
        }
        Some(Self { list, fields })
    }

    /// Reads the key in a field of an object.
    pub(super) fn take(reader: &mut Reader, object: &mut Object, field: &'static str) -> Option<Self> {
        let value = object.take(field)?;
        let mut inner = reader.object(value, object.path(field))?;
        let key = Self::read(reader, &mut inner);
        reader.finish(inner);
        key
    }

    /// Reads the key that must stand in a field of an object.
    pub(super) fn take_required(reader: &mut Reader, object: &mut Object, field: &'static str) -> Option<Self> {
        if object.take(field).is_none() {
            reader.problem(&object.path(field), ProblemCode::Missing, &Value::Null);
            return None;
        }
        Self::take(reader, object, field)
    }
}

fn text(value: Option<&Value>) -> Option<&str> {
    match value? {
        Value::String(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

/// What a record means where it says nothing: saved records leave out nothing, requests may.
fn default(field: &str) -> Option<&'static str> {
    match field {
        "basis" => Some(facts::InspectionBasis::default().code()),
        "authority_system" => Some(facts::AuthoritySystem::default().code()),
        _ => None,
    }
}

/// A text as it is compared: without blanks, brackets of one kind, digits of half width.
fn compact(text: &str) -> String {
    let one = |letter: char| match letter {
        '〔' | '[' | '［' | '（' | '【' => '(',
        '〕' | ']' | '］' | '）' | '】' => ')',
        wide @ '０'..='９' => char::from_u32(u32::from(wide) - u32::from('０') + u32::from('0')).unwrap_or(wide),
        other => other,
    };
    text.chars().filter(|letter| !letter.is_whitespace()).map(one).collect()
}
