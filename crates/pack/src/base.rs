//! A pack that is written as what it has otherwise than another.

use std::cell::RefCell;

use super::fault::{PackFault, PackFaultCode};
use super::reader::Node;
use facts::json::Value;

/// The lists of a form whose items are laid over one another, those with the same id.
const LISTS: [&str; 5] = ["figures", "scores", "rules", "measures", "presets"];

/// The tables of a form that are laid over one another name by name; all else is replaced as a whole.
const TABLES: [&str; 13] = [
    "sources",
    "units",
    "parameters",
    "definitions",
    "key_case",
    "inspection",
    "channels",
    "listings",
    "conditions",
    "materials",
    "warnings",
    "timeline",
    "words",
];

/// Returns the id of the pack on which a form rests, where it names one under `base`.
#[must_use]
pub fn base_of(form: &Value) -> Option<&str> {
    match form.get("base") {
        Some(Value::String(id)) => Some(id),
        _ => None,
    }
}

/// Returns a whole form: that of a base with what another form has in its place.
///
/// Of the tables `sources`, `parameters`, `words` and the like a name of the form replaces the same name of the base. Of the lists
/// `figures`, `scores`, `rules`, `measures` and `presets` an item replaces what it says of the one with the same id, or is put at the end. All else is
/// replaced as a whole. `without` lists what the base has and the whole form has not: `["risk_grade", "rules.court_list"]`.
///
/// # Errors
/// A name under `without` that the base does not have, or a list there that is no list of texts; an item that stands twice; no `id`,
/// `version` or `title` of its own, or the id of the base: an answer would name rules that it was not judged by.
///
/// ```
/// use facts::json::{Value, parse};
///
/// let base = parse(r#"{"id": "one", "risk_grade": {}, "units": {"days": 1, "months": 2}}"#).unwrap();
/// let form = parse(r#"{"base": "one", "id": "other", "version": "1", "title": {}, "without": ["risk_grade"], "units": {"days": 3}}"#).unwrap();
/// let whole = pack::lay_over(&base, &form).unwrap();
/// let text = r#"{"id": "other", "units": {"days": 3, "months": 2}, "version": "1", "title": {}}"#;
/// assert_eq!(whole, parse(text).unwrap());
/// ```
pub fn lay_over(base: &Value, form: &Value) -> Result<Value, Vec<PackFault>> {
    let faults = RefCell::new(Vec::new());
    let mut whole = fields_of(base);
    let root = Node::root(form, &faults);
    for key in ["id", "version", "title"] {
        if form.get(key).is_none() {
            root.fault(PackFaultCode::MissingKey, key, "");
        }
    }
    if form.get("id").is_some() && form.get("id") == base.get("id") {
        let met = base_of(form).unwrap_or_default().to_owned();
        let fault = PackFault { path: "id".to_owned(), code: PackFaultCode::Twice, met, expected: String::new() };
        faults.borrow_mut().push(fault);
    }
    for list in LISTS {
        let Some(Value::Array(items)) = form.get(list) else { continue };
        for (index, item) in items.iter().enumerate() {
            let Some(Value::String(id)) = item.get("id") else { continue };
            if items.iter().take(index).any(|before| before.get("id") == item.get("id")) {
                let path = format!("{list}[{index}].id");
                let fault = PackFault { path, code: PackFaultCode::Twice, met: id.clone(), expected: String::new() };
                faults.borrow_mut().push(fault);
            }
        }
    }
    if let Some(names) = Node::root(form, &faults).fields().and_then(|mut fields| {
        fields.optional("without", |node| node.items(|node| Some((node.text()?, node.path.clone()))))
    }) {
        for (name, path) in names {
            if !take_out(&mut whole, &name) {
                let known: Vec<String> = fields_of(base).into_iter().map(|(key, _)| key).collect();
                let fault = PackFault { path, code: PackFaultCode::UnknownName, met: name, expected: known.join(", ") };
                faults.borrow_mut().push(fault);
            }
        }
    }
    for (key, value) in fields_of(form) {
        if key == "base" || key == "without" {
            continue;
        }
        match whole.iter_mut().find(|(known, _)| *known == key) {
            Some((_, Value::Object(table))) if TABLES.contains(&key.as_str()) && matches!(value, Value::Object(_)) => {
                fields_of(&value).into_iter().for_each(|field| put(table, field));
            }
            Some((_, Value::Array(items))) if LISTS.contains(&key.as_str()) => match value {
                Value::Array(others) => others.into_iter().for_each(|item| put_item(items, item)),
                other => put(&mut whole, (key, other)),
            },
            _ => put(&mut whole, (key, value)),
        }
    }
    let faults = faults.into_inner();
    if faults.is_empty() { Ok(Value::Object(whole)) } else { Err(faults) }
}

fn fields_of(form: &Value) -> Vec<(String, Value)> {
    match form {
        Value::Object(fields) => fields.clone(),
        _ => Vec::new(),
    }
}

/// Puts a field in the place of the one with the same name, or at the end.
fn put(fields: &mut Vec<(String, Value)>, (key, value): (String, Value)) {
    match fields.iter_mut().find(|(known, _)| *known == key) {
        Some(field) => field.1 = value,
        None => fields.push((key, value)),
    }
}

/// Lays an item over the one with the same id, or puts it at the end.
fn put_item(items: &mut Vec<Value>, item: Value) {
    let same = items.iter_mut().find(|known| known.get("id").is_some() && known.get("id") == item.get("id"));
    match (same, item) {
        (Some(Value::Object(known)), Value::Object(fields)) => fields.into_iter().for_each(|field| put(known, field)),
        (_, item) => items.push(item),
    }
}

/// Returns where in a form that rests on another stands what has a path in the whole: items of lists stand there at other indices. `None`
/// for what the form does not say itself.
#[cfg(feature = "toml")]
#[must_use]
pub(super) fn own_path(form: &Value, whole: &Value, path: &str) -> Option<String> {
    let end = path.find(['.', '[']).unwrap_or(path.len());
    let (key, rest) = path.split_at(end);
    if key.is_empty() {
        return Some(String::new());
    }
    let value = form.get(key)?;
    let (Value::Array(items), true) = (value, LISTS.contains(&key)) else { return Some(path.to_owned()) };
    let (index, behind) = rest.strip_prefix('[')?.split_once(']')?;
    let Some(Value::Array(all)) = whole.get(key) else { return None };
    let id = all.get(index.parse::<usize>().ok()?)?.get("id")?;
    let own = items.iter().position(|item| item.get("id") == Some(id))?;
    Some(format!("{key}[{own}]{behind}"))
}

/// Takes out `key`, or `key.name`; whether it was there.
fn take_out(fields: &mut Vec<(String, Value)>, name: &str) -> bool {
    let before = fields.len();
    fields.retain(|(key, _)| key != name);
    if fields.len() < before {
        return true;
    }
    let Some((table, name)) = name.split_once('.') else { return false };
    match fields.iter_mut().find(|(key, _)| key == table) {
        Some((_, Value::Object(inner))) => take_out(inner, name),
        Some((_, Value::Array(items))) => {
            let before = items.len();
            items.retain(|item| !matches!(item.get("id"), Some(Value::String(id)) if id == name));
            items.len() < before
        }
        _ => false,
    }
}
