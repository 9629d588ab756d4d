//! The rules of a request: those that are built in, or its own.

use std::cell::RefCell;
use std::ops::Deref;
use std::sync::Arc;

use super::problem::{Problem, ProblemCode};
use super::reader::{Object, Reader};
use facts::json::Value;
use pack::{Figure, OverrideFault, Pack, PackFault, PackFaultCode, Text};

/// The rules by which a request is judged, its values of parameters applied.
#[derive(Clone, Debug)]
pub enum Rules {
    /// A built-in pack as it is.
    BuiltIn(&'static Pack),
    /// A pack of the request's own, or one with its values; requests that bring the same share it.
    Own(Arc<Pack>),
}

impl Deref for Rules {
    type Target = Pack;

    fn deref(&self) -> &Pack {
        match self {
            Self::BuiltIn(pack) => pack,
            Self::Own(pack) => pack,
        }
    }
}

/// What a request says of its rules: its `pack` and its `parameters`.
type Said = (Option<Value>, Option<Value>);

thread_local! {
    /// The rules that were read last, with what said so: the requests of a batch bring the same again and again, and reading
    /// them takes a hundred times as long as judging by them.
    static LAST: RefCell<Option<(Said, Arc<Pack>)>> = const { RefCell::new(None) };
}

/// Reads the rules of a request.
pub(super) fn read_rules<const OWN_RULES: bool>(reader: &mut Reader, fields: &mut Object) -> Option<Rules> {
    let (form, parameters) = (fields.take("pack"), fields.take("parameters"));
    if !OWN_RULES {
        return read::<false>(reader, form, parameters);
    }
    let is_said = |said: &Said| said.0.as_ref() == form && said.1.as_ref() == parameters;
    let known = LAST.with_borrow(|last| last.as_ref().filter(|(said, _)| is_said(said)).map(|(_, pack)| pack.clone()));
    if let Some(pack) = known {
        return Some(Rules::Own(pack));
    }
    let before = reader.problems.len();
    let rules = read::<true>(reader, form, parameters);
    if let Some(Rules::Own(pack)) = &rules
        && reader.problems.len() == before
    {
        LAST.set(Some(((form.cloned(), parameters.cloned()), pack.clone())));
    }
    rules
}

fn read<const OWN_RULES: bool>(reader: &mut Reader, form: Option<&Value>, parameters: Option<&Value>) -> Option<Rules> {
    let (pack, own_form) = read_pack::<OWN_RULES>(reader, form);
    read_parameters::<OWN_RULES>(reader, parameters, pack, own_form)
}

/// The default pack, where it has this id.
pub(super) fn default_with(id: &str) -> Option<&'static Pack> {
    Some(builtin::pack()).filter(|pack| pack.id == id)
}

/// The figures of the pack that a request names or brings along, of which nothing else is looked at; `None` where it has none, or one that
/// cannot be used.
#[must_use]
pub fn figures_of(request: &Value) -> Option<Vec<Figure>> {
    let (pack, _) = read_pack::<true>(&mut Reader::default(), Some(request.get("pack")?));
    pack.map(|pack| pack.figures.clone())
}

/// A built-in pack by its id, or a pack of the request's own with its form.
fn read_pack<'v, const OWN_RULES: bool>(
    reader: &mut Reader,
    form: Option<&'v Value>,
) -> (Option<Rules>, Option<&'v Value>) {
    let Some(value) = form else { return (Some(Rules::BuiltIn(builtin::pack())), None) };
    let pack = match value {
        Value::String(id) => {
            // The others are read as forms are.
            let pack = if OWN_RULES { builtin::pack_by_id(id) } else { default_with(id) };
            if pack.is_none() {
                reader.problem("pack", ProblemCode::UnknownPack, value);
            }
            return (pack.map(Rules::BuiltIn), None);
        }
        Value::Object(_) if OWN_RULES => match builtin::read_pack(value) {
            Ok(pack) => Some(Rules::Own(Arc::new(pack))),
            Err(faults) => {
                reader.problems.extend(of_pack(faults));
                None
            }
        },
        _ => {
            reader.problem("pack", ProblemCode::WrongType, value);
            None
        }
    };
    (pack, Some(value))
}

/// The pack with the values that the request sets; without a pack they are not checked.
fn read_parameters<const OWN_RULES: bool>(
    reader: &mut Reader,
    parameters: Option<&Value>,
    pack: Option<Rules>,
    own_form: Option<&Value>,
) -> Option<Rules> {
    let overrides = match parameters {
        None => return pack,
        Some(Value::Object(overrides)) => overrides,
        Some(other) => {
            reader.problem("parameters", ProblemCode::WrongType, other);
            return pack;
        }
    };
    let pack = pack?;
    if overrides.is_empty() || !OWN_RULES {
        return Some(pack);
    }
    let built_in = if own_form.is_none() { builtin::form_of(&pack.id) } else { None };
    match pack.with_overrides(own_form.or(built_in.as_ref()).unwrap_or_else(|| builtin::form()), overrides) {
        Ok(pack) => Some(Rules::Own(Arc::new(pack))),
        Err(faults) => {
            for (index, fault) in faults {
                let (name, value) = &overrides[index];
                let path = format!("parameters.{name}");
                match fault {
                    OverrideFault::Unknown => {
                        reader.problems.push(Problem::new(&path, ProblemCode::UnknownParameter, ""));
                    }
                    OverrideFault::Bad(faults) => {
                        reader.problem(&path, ProblemCode::BadParameter, value);
                        if let Some(problem) = reader.problems.pop() {
                            reader.problems.push(with_faults(problem, &faults));
                        }
                    }
                }
            }
            Some(pack)
        }
    }
}

/// The faults of a request's own pack, one for each place in the request. What is missing has the place at which it should be.
fn of_pack(faults: Vec<PackFault>) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for mut fault in faults {
        let is_missing = matches!(fault.code, PackFaultCode::MissingKey | PackFaultCode::MissingSource);
        let key = Some(fault.met.as_str()).filter(|_| is_missing);
        let steps = ["pack", &fault.path].into_iter().filter(|step| !step.is_empty()).chain(key);
        fault.path = steps.collect::<Vec<&str>>().join(".");
        let message = fault.message();
        match problems.iter_mut().find(|problem| problem.path == fault.path) {
            Some(problem) => add(problem, &message),
            None => problems.push(Problem { path: fault.path, code: ProblemCode::BadPack, message }),
        }
    }
    problems
}

fn add(problem: &mut Problem, message: &Text) {
    problem.message.zh = format!("{}；{}", problem.message.zh, message.zh);
    problem.message.en = format!("{}; {}", problem.message.en, message.en);
}

/// A problem that also tells the faults within, each with its path.
fn with_faults(mut problem: Problem, faults: &[PackFault]) -> Problem {
    for fault in faults {
        add(&mut problem, &fault.message());
    }
    problem
}
