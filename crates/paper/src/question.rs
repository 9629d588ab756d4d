//! A paper that is asked for by a record: its JSON, what it is to be about, and the day.

use assess::{Assessment, Assessor, Target};
use facts::calendar::parse_day;
use facts::json::{Value, parse};
use facts::{Date, Term};
use pack::{FactKind, Text};
use request::{Desk, Problem, ProblemCode, read, read_record};

use super::fault::Fault;
use super::fill;
use super::found::{Found, target_name};
use super::papers::{Paper, template};
use super::values::Values;

/// What a record has besides what a request may say.
const NOT_ASKED: &[&str] = &["format", "version", "judgement", "desk"];

/// A question for a paper, in words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Question<'a> {
    /// The JSON text of a saved record or a request.
    pub record: &'a str,
    /// The paper, by its code: `repair_notice`.
    pub paper: &'a str,
    /// What it is about: `penalty:0`, `abnormal_listing:0`, `serious_listing:0`. Without one it is the only one there is.
    pub target: Option<&'a str>,
    /// The day of the application; without one that for which the record was looked at.
    pub on: Option<&'a str>,
    /// The JSON text of what the office says of itself: a text to each tag.
    pub office: Option<&'a str>,
    /// A template of the office's own, in place of the built-in one.
    pub template: Option<&'a [u8]>,
}

impl Question<'_> {
    /// Makes the paper: a `.docx` file.
    ///
    /// The day of the paper 今日 is that for which the record was looked at or, where that is later, that of the application.
    ///
    /// # Errors
    /// - The record, the request or what the office says of itself has problems.
    /// - There is no such paper, no such target on that day, several targets and none is named, or nothing for the paper to
    ///   be about; neither record nor question has a day.
    /// - The enterprise is not assessed on that day: it has no name of its own, or was registered later.
    /// - The template is refused, as [`fill`] refuses it.
    ///
    /// ```
    /// use paper::Question;
    ///
    /// let record = r#"{"as_of": "2026-11-21", "enterprise": {"uscc": "91350100M000100Y43", "name": "示例有限公司"}}"#;
    /// let asked = Question { record, paper: "address_confirmation", ..Question::default() };
    /// assert!(asked.answer().unwrap().starts_with(b"PK"));
    /// let asked = Question { paper: "repair_notice", ..asked };
    /// assert!(asked.answer().unwrap_err().message().en.contains("nothing"));
    /// ```
    pub fn answer(&self) -> Result<Vec<u8>, Fault> {
        let paper = Paper::from_code(self.paper)
            .ok_or_else(|| Fault::UnknownPaper { met: self.paper.to_owned(), known: Paper::CODES.join(", ") })?;
        let values = self.values(paper)?;
        match self.template {
            Some(template) => fill(template, &values),
            None => fill(&template(paper), &values),
        }
    }

    /// What stands for the tags of the paper.
    fn values(&self, paper: Paper) -> Result<Values, Fault> {
        let value = parse(self.record).map_err(|_| no_json("", ""))?;
        let record = read_record(&value).map_err(Fault::Record)?;
        let on = match self.on {
            Some(text) => Some(parse_day(text).ok_or_else(|| not_a_day(text))?),
            None => record.as_of,
        };
        let on = on.ok_or(Fault::NoDay)?;
        let asked = read(&request_of(&value, on)).map_err(Fault::Record)?;
        if let Some(why) = asked.enterprise.withheld(on) {
            return Err(Fault::Withheld(why));
        }
        let assessment = Assessor::new(&asked.pack, builtin::calendar(), on).assess(&asked.enterprise, false);
        let target = self.target(paper, &assessment)?;
        let found = Found {
            enterprise: &asked.enterprise,
            assessment: &assessment,
            pack: &asked.pack,
            target,
            today: record.as_of.map_or(on, |day| day.max(on)),
        };
        let mut values = found.values();
        values.stand_in(pairs(&record.desk));
        let office = self.office.map(office).transpose()?.unwrap_or_default();
        values.stand_in(pairs(&office));
        Ok(values)
    }

    /// What the paper is about.
    fn target(&self, paper: Paper, assessment: &Assessment) -> Result<Option<Target>, Fault> {
        let fits = |kind: FactKind| paper.about().is_empty() || paper.about().contains(&kind);
        let targets: Vec<Target> =
            assessment.repair.iter().map(|repair| repair.target).filter(|target| fits(target.kind)).collect();
        let known = || targets.iter().copied().map(target_name).collect::<Vec<_>>().join(", ");
        match (self.target, targets.as_slice()) {
            (None, _) if paper.about().is_empty() => Ok(None),
            (None | Some(_), []) => Err(Fault::NothingToWrite),
            (None, [only]) => Ok(Some(*only)),
            (None, _) => Err(Fault::WhichTarget { known: known() }),
            (Some(name), _) => {
                let named = targets.iter().find(|target| target_name(**target) == name).copied();
                let none = || Fault::NoTarget { met: name.to_owned(), known: known() };
                Ok(Some(named.ok_or_else(none)?))
            }
        }
    }
}

/// The request that a record makes as of a day.
fn request_of(record: &Value, on: Date) -> Value {
    let day = Value::String(on.to_string());
    let Value::Object(fields) = record else { return Value::Null };
    if record.get("enterprise").is_none() {
        return Value::Object(vec![("as_of".to_owned(), day), ("enterprise".to_owned(), record.clone())]);
    }
    let is_asked = |name: &str| name != "as_of" && !NOT_ASKED.contains(&name);
    let mut request = vec![("as_of".to_owned(), day)];
    request.extend(fields.iter().filter(|(name, _)| is_asked(name)).cloned());
    Value::Object(request)
}

/// Reads what an office says of itself.
fn office(text: &str) -> Result<Desk, Fault> {
    let Ok(Value::Object(fields)) = parse(text) else { return Err(no_json("机关设置", "the office's settings")) };
    let mut office = Desk::new();
    let mut problems = Vec::new();
    for (tag, value) in fields {
        match value {
            Value::String(text) => office.push((tag, text)),
            Value::Null => {}
            _ => problems.push(problem(
                format!("{tag}：应为文字，请改正"),
                format!("{tag}: this should be a text: mend it"),
                tag,
                ProblemCode::WrongType,
            )),
        }
    }
    if problems.is_empty() { Ok(office) } else { Err(Fault::Record(problems)) }
}

fn pairs(desk: &Desk) -> impl Iterator<Item = (&str, &str)> {
    desk.iter().map(|(tag, text)| (tag.as_str(), text.as_str()))
}

fn problem(zh: String, en: String, path: String, code: ProblemCode) -> Problem {
    Problem { path, code, message: Text { zh, en } }
}

/// What is no JSON object.
fn no_json(zh: &str, en: &str) -> Fault {
    let (zh, en) = if zh.is_empty() { ("记录", "the record") } else { (zh, en) };
    Fault::Record(vec![problem(
        format!("{zh}：不是有效的JSON对象，或者同一名称出现了两次，请检查"),
        format!("{en}: this is no JSON object, or a key stands twice in it: check it"),
        String::new(),
        ProblemCode::InvalidJson,
    )])
}

fn not_a_day(text: &str) -> Fault {
    Fault::Record(vec![problem(
        format!("“{text}”不是日期，请按 2026-11-21 的格式填写"),
        format!("“{text}” is no date: write it like 2026-11-21"),
        String::new(),
        ProblemCode::NotADate,
    )])
}
