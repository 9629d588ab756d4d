//! What an entry says.

use facts::json::Value;
use facts::{CommitmentKind, Date, Term, vocabulary};
use pack::Channel;
use request::{Object, ProblemCode, Reader};

use super::key::FactKey;

vocabulary! {
    /// What an entry is about.
    EntryKind "entry_kind" {
        Mark = "mark",
        Note = "note",
        Step = "step",
        Paper = "paper",
        Commitment = "commitment",
        Leniency = "leniency",
        Conclusion = "conclusion",
        Change = "change",
        Assessment = "assessment",
        Withdrawal = "withdrawal",
    }
    /// A step of a repair, in the order in which they are taken.
    Act "repair_act" {
        /// 申请.
        Application = "application",
        /// 补正告知: what is missing is asked for, once.
        CorrectionAsked = "correction_asked",
        /// 补正完成.
        CorrectionDone = "correction_done",
        /// 受理.
        Acceptance = "acceptance",
        /// 不予受理.
        Rejection = "rejection",
        /// 核实, where the days to decide run from it.
        Verification = "verification",
        /// 延长期限: the case is complex.
        Extension = "extension",
        /// 准予.
        Approval = "approval",
        /// 不予.
        Refusal = "refusal",
        /// 停止公示, or 移出.
        Unpublication = "unpublication",
        /// 签收: the decision was handed over.
        Delivery = "delivery",
        /// 撤回申请.
        Retraction = "retraction",
    }
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A mark 标记: 已通知, 待复核, or words of the office's own.
    Mark {
        word: String,
        on: Date,
    },
    /// A note 备注.
    Note {
        text: String,
    },
    Step(RepairStep),
    Paper(PaperMade),
    Commitment(CommitmentMade),
    Leniency(LeniencyDecision),
    /// What an officer concluded, where it differs from the assessment 人工结论.
    Conclusion {
        class: String,
        reason: String,
        on: Option<Date>,
    },
    Change(Change),
    /// How the enterprise was assessed at a time 历次评估.
    Assessment {
        as_of: Date,
        /// The id of the class.
        class: String,
        /// The ids of the rules that held.
        reasons: Vec<String>,
        /// The digest of the rules.
        digest: String,
    },
    /// Nothing any more: what it replaces was a mistake.
    Withdrawal,
}

/// A step of the repair of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepairStep {
    pub target: FactKey,
    pub channel: Channel,
    pub act: Act,
    pub on: Date,
    /// What is missing, why it was refused, who took it.
    pub text: Option<String>,
}

/// A paper that was made 文书.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperMade {
    /// The code of the paper: `repair_notice`.
    pub paper: String,
    /// The fact that it is about.
    pub target: Option<FactKey>,
    /// Its number 文号.
    pub number: Option<String>,
    pub on: Date,
}

/// A credit commitment 信用承诺, with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentMade {
    pub kind: CommitmentKind,
    pub on: Date,
    /// What was committed to.
    pub text: Option<String>,
    /// The day by which it is to be kept.
    pub until: Option<Date>,
    /// 履行日期.
    pub kept_on: Option<Date>,
    /// 违诺日期.
    pub breached_on: Option<Date>,
}

/// How lenient a violation was dealt with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeniencyDecision {
    /// 违法行为类型.
    pub category: String,
    /// The day of the violation.
    pub committed_on: Option<Date>,
    /// The id of the way that was taken.
    pub way: String,
    pub on: Date,
    pub text: Option<String>,
}

/// A fact that a person changed: a field of one or of the enterprise, or a whole fact that was added or taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The fact; `None` for a field of the enterprise itself.
    pub fact: Option<FactKey>,
    /// The name of the field in a record; `None` for the whole fact.
    pub field: Option<String>,
    /// What the files said, as a record has it; `None` where they said nothing.
    pub from: Option<Value>,
    /// What it is by hand; `None` where it was taken away.
    pub to: Option<Value>,
}

impl Content {
    /// Returns what the entry is about.
    #[must_use]
    pub fn kind(&self) -> EntryKind {
        match self {
            Self::Mark { .. } => EntryKind::Mark,
            Self::Note { .. } => EntryKind::Note,
            Self::Step(_) => EntryKind::Step,
            Self::Paper(_) => EntryKind::Paper,
            Self::Commitment(_) => EntryKind::Commitment,
            Self::Leniency(_) => EntryKind::Leniency,
            Self::Conclusion { .. } => EntryKind::Conclusion,
            Self::Change(_) => EntryKind::Change,
            Self::Assessment { .. } => EntryKind::Assessment,
            Self::Withdrawal => EntryKind::Withdrawal,
        }
    }

    /// Adds the content to the fields of an entry.
    pub(super) fn write(&self, fields: &mut Fields) {
        fields.text("kind", self.kind().code());
        match self {
            Self::Mark { word, on } => {
                fields.text("word", word);
                fields.day("on", Some(*on));
            }
            Self::Note { text } => fields.text("text", text),
            Self::Step(step) => {
                fields.value("target", Some(step.target.written()));
                fields.text("channel", step.channel.code());
                fields.text("act", step.act.code());
                fields.day("on", Some(step.on));
                fields.optional("text", step.text.as_deref());
            }
            Self::Paper(made) => {
                fields.text("paper", &made.paper);
                fields.value("target", made.target.as_ref().map(FactKey::written));
                fields.optional("number", made.number.as_deref());
                fields.day("on", Some(made.on));
            }
            Self::Commitment(made) => {
                fields.text("commitment", made.kind.code());
                fields.day("on", Some(made.on));
                fields.optional("text", made.text.as_deref());
                fields.day("until", made.until);
                fields.day("kept_on", made.kept_on);
                fields.day("breached_on", made.breached_on);
            }
            Self::Leniency(decision) => {
                fields.text("category", &decision.category);
                fields.day("committed_on", decision.committed_on);
                fields.text("way", &decision.way);
                fields.day("on", Some(decision.on));
                fields.optional("text", decision.text.as_deref());
            }
            Self::Conclusion { class, reason, on } => {
                fields.text("class", class);
                fields.text("reason", reason);
                fields.day("on", *on);
            }
            Self::Change(change) => {
                fields.value("fact", change.fact.as_ref().map(FactKey::written));
                fields.optional("field", change.field.as_deref());
                fields.value("from", change.from.clone());
                fields.value("to", change.to.clone());
            }
            Self::Assessment { as_of, class, reasons, digest } => {
                fields.day("as_of", Some(*as_of));
                fields.text("class", class);
                let reasons = reasons.iter().map(|rule| Value::String(rule.clone()));
                fields.value("reasons", Some(Value::Array(reasons.collect())));
                fields.text("digest", digest);
            }
            Self::Withdrawal => {}
        }
    }

    /// Reads the content of an entry; what is wrong with it is noted.
    pub(super) fn read(reader: &mut Reader, object: &mut Object) -> Option<Self> {
        let kind: EntryKind = reader.required_term(object, "kind")?;
        Some(match kind {
            EntryKind::Mark => {
                let (word, on) = (reader.required_text(object, "word"), reader.required_date(object, "on"));
                Self::Mark { word: word?, on: on? }
            }
            EntryKind::Note => Self::Note { text: reader.required_text(object, "text")? },
            EntryKind::Step => Self::Step(read_step(reader, object)?),
            EntryKind::Paper => Self::Paper(read_paper(reader, object)?),
            EntryKind::Commitment => Self::Commitment(read_commitment(reader, object)?),
            EntryKind::Leniency => Self::Leniency(read_leniency(reader, object)?),
            EntryKind::Conclusion => {
                let (class, reason) = (reader.required_text(object, "class"), reader.required_text(object, "reason"));
                let on = reader.date(object, "on");
                Self::Conclusion { class: class?, reason: reason?, on }
            }
            EntryKind::Change => Self::Change(read_change(reader, object)?),
            EntryKind::Assessment => {
                let as_of = reader.required_date(object, "as_of");
                let class = reader.required_text(object, "class");
                let reasons = reader.texts(object, "reasons");
                let digest = reader.required_text(object, "digest");
                Self::Assessment { as_of: as_of?, class: class?, reasons, digest: digest? }
            }
            EntryKind::Withdrawal => Self::Withdrawal,
        })
    }
}

fn read_step(reader: &mut Reader, object: &mut Object) -> Option<RepairStep> {
    let target = FactKey::take_required(reader, object, "target");
    let channel = reader.required_term(object, "channel");
    let act = reader.required_term(object, "act");
    let on = reader.required_date(object, "on");
    let text = reader.text(object, "text");
    Some(RepairStep { target: target?, channel: channel?, act: act?, on: on?, text })
}

fn read_paper(reader: &mut Reader, object: &mut Object) -> Option<PaperMade> {
    let paper = reader.required_text(object, "paper");
    let target = FactKey::take(reader, object, "target");
    let number = reader.text(object, "number");
    let on = reader.required_date(object, "on");
    Some(PaperMade { paper: paper?, target, number, on: on? })
}

fn read_commitment(reader: &mut Reader, object: &mut Object) -> Option<CommitmentMade> {
    let kind = reader.required_term(object, "commitment");
    let on = reader.required_date(object, "on");
    let text = reader.text(object, "text");
    let until = reader.date(object, "until");
    let kept_on = reader.date(object, "kept_on");
    let breached_on = reader.date(object, "breached_on");
    Some(CommitmentMade { kind: kind?, on: on?, text, until, kept_on, breached_on })
}

fn read_leniency(reader: &mut Reader, object: &mut Object) -> Option<LeniencyDecision> {
    let category = reader.required_text(object, "category");
    let committed_on = reader.date(object, "committed_on");
    let way = reader.required_text(object, "way");
    let on = reader.required_date(object, "on");
    let text = reader.text(object, "text");
    Some(LeniencyDecision { category: category?, committed_on, way: way?, on: on?, text })
}

fn read_change(reader: &mut Reader, object: &mut Object) -> Option<Change> {
    let fact = FactKey::take(reader, object, "fact");
    let field = reader.text(object, "field");
    let (from, to) = (object.take("from").cloned(), object.take("to").cloned());
    if fact.is_none() && field.is_none() {
        reader.problem(&object.path("field"), ProblemCode::Missing, &Value::Null);
        return None;
    }
    Some(Change { fact, field, from, to })
}

/// The fields of an object that is being written: what is not known is absent.
#[derive(Default)]
pub(super) struct Fields(pub(super) Vec<(String, Value)>);

impl Fields {
    pub(super) fn value(&mut self, name: &str, value: Option<Value>) {
        self.0.extend(value.map(|value| (name.to_owned(), value)));
    }

    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.value(name, Some(Value::String(text.to_owned())));
    }

    pub(super) fn optional(&mut self, name: &str, text: Option<&str>) {
        self.value(name, text.map(|text| Value::String(text.to_owned())));
    }

    pub(super) fn day(&mut self, name: &str, day: Option<Date>) {
        self.value(name, day.map(|day| Value::String(day.to_string())));
    }
}
