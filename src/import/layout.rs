//! The kinds of file that offices exchange, told by the columns of their header.

use std::borrow::Cow;
use std::sync::Arc;

use super::cell::ascii_forms;
use super::problem::Column;
use super::split::Row;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// 经营主体.
    Register,
    /// 行政处罚, in the layout of the double publicity 双公示.
    Penalties,
    /// 经营异常名录.
    AbnormalListings,
    /// 严重违法失信名单.
    SeriousListings,
    /// 失信被执行人.
    CourtListings,
    /// 检查记录.
    Inspections,
    /// 线索.
    Leads,
    /// 信用承诺.
    Commitments,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Register,
        Self::Penalties,
        Self::AbnormalListings,
        Self::SeriousListings,
        Self::CourtListings,
        Self::Inspections,
        Self::Leads,
        Self::Commitments,
    ];

    /// What offices call such a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Register => "经营主体",
            Self::Penalties => "行政处罚",
            Self::AbnormalListings => "经营异常名录",
            Self::SeriousListings => "严重违法失信名单",
            Self::CourtListings => "失信被执行人",
            Self::Inspections => "检查记录",
            Self::Leads => "线索",
            Self::Commitments => "信用承诺",
        }
    }

    fn specs(self) -> &'static [Spec] {
        match self {
            Self::Register => REGISTER,
            Self::Penalties => PENALTIES,
            Self::AbnormalListings => ABNORMAL_LISTINGS,
            Self::SeriousListings => SERIOUS_LISTINGS,
            Self::CourtListings => COURT_LISTINGS,
            Self::Inspections => INSPECTIONS,
            Self::Leads => LEADS,
            Self::Commitments => COMMITMENTS,
        }
    }
}

/// What a column is about. The same field may stand in several kinds of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Uscc,
    Name,
    EnterpriseKind,
    RegisteredOn,
    Status,
    Region,
    Industry,
    Sector,
    RiskGrade,
    PartyCategory,
    DocumentNo,
    Category,
    Kinds,
    Fine,
    Confiscated,
    DecidedOn,
    RestrictionEndsOn,
    Authority,
    PublishedOn,
    Procedure,
    Discretion,
    FulfilledOn,
    HarmEliminatedOn,
    CommitmentOn,
    RepairedOn,
    AnnulledOn,
    Reason,
    ListedOn,
    CorrectedOn,
    MeasuresEndOn,
    RemovedOn,
    Court,
    InspectedOn,
    Mode,
    Basis,
    Department,
    Result,
    LeadKind,
    ReceivedOn,
    ClosedOn,
    CommitmentKind,
    MadeOn,
    BreachedOn,
}

const FIELDS: usize = Field::BreachedOn as usize + 1;

/// How much a column says about the kind of its file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    /// It stands in files of other kinds too.
    Common,
    /// It makes the file one of this kind.
    Telling,
    /// It makes the file one of this kind, and without it no row can be used.
    Needed,
}

struct Spec {
    field: Field,
    /// The name in the layout, with its unit.
    standard: &'static str,
    /// Other names: the code of the double-publicity layout.
    others: &'static [&'static str],
    weight: Weight,
}

const fn spec(field: Field, standard: &'static str, weight: Weight) -> Spec {
    Spec { field, standard, others: &[], weight }
}

const fn coded(field: Field, standard: &'static str, others: &'static [&'static str], weight: Weight) -> Spec {
    Spec { field, standard, others, weight }
}

use Weight::{Common, Needed, Telling};

const USCC: Spec = coded(Field::Uscc, "统一社会信用代码", &["CF_XDR_SHXYM"], Common);
const NAME: Spec = coded(Field::Name, "企业名称", &["行政相对人名称", "CF_XDR_MC"], Common);

const REGISTER: &[Spec] = &[
    coded(Field::Uscc, "统一社会信用代码", &[], Needed),
    NAME,
    spec(Field::EnterpriseKind, "主体类型", Telling),
    spec(Field::RegisteredOn, "成立日期", Telling),
    spec(Field::Status, "登记状态", Telling),
    spec(Field::Region, "行政区划", Telling),
    spec(Field::Industry, "行业代码", Telling),
    spec(Field::Sector, "监管领域", Common),
    spec(Field::RiskGrade, "风险等级", Telling),
];

const PENALTIES: &[Spec] = &[
    USCC,
    coded(Field::Name, "行政相对人名称", &["企业名称", "CF_XDR_MC"], Common),
    coded(Field::PartyCategory, "行政相对人类别", &["CF_XDR_LB"], Common),
    coded(Field::DocumentNo, "行政处罚决定书文号", &["CF_WSH"], Telling),
    coded(Field::Category, "违法行为类型", &["CF_WFXW"], Common),
    coded(Field::Kinds, "处罚类别", &["CF_CFLB"], Needed),
    coded(Field::Fine, "罚款金额（万元）", &["CF_NR_FK"], Common),
    coded(Field::Confiscated, "没收违法所得、没收非法财物的金额（万元）", &["CF_NR_WFFF"], Common),
    coded(Field::DecidedOn, "处罚决定日期", &["CF_JDRQ"], Needed),
    coded(Field::RestrictionEndsOn, "处罚有效期", &["CF_YXQ"], Common),
    coded(Field::Authority, "处罚机关", &["CF_CFJG"], Common),
    spec(Field::PublishedOn, "公示日期", Common),
    spec(Field::Procedure, "处罚程序", Common),
    spec(Field::Sector, "监管领域", Common),
    spec(Field::Discretion, "裁量阶次", Common),
    spec(Field::FulfilledOn, "履行完毕日期", Common),
    spec(Field::HarmEliminatedOn, "消除危害日期", Common),
    spec(Field::CommitmentOn, "信用承诺日期", Common),
    spec(Field::RepairedOn, "信用修复日期", Common),
    spec(Field::AnnulledOn, "撤销日期", Common),
];

const ABNORMAL_LISTINGS: &[Spec] = &[
    USCC,
    NAME,
    spec(Field::Reason, "列入原因", Needed),
    spec(Field::ListedOn, "列入日期", Needed),
    spec(Field::CorrectedOn, "纠正日期", Common),
    spec(Field::CommitmentOn, "信用承诺日期", Common),
    spec(Field::RemovedOn, "移出日期", Common),
];

const SERIOUS_LISTINGS: &[Spec] = &[
    USCC,
    NAME,
    spec(Field::Reason, "列入原因", Common),
    spec(Field::ListedOn, "列入日期", Needed),
    spec(Field::FulfilledOn, "履行完毕日期", Common),
    spec(Field::HarmEliminatedOn, "消除危害日期", Common),
    spec(Field::CommitmentOn, "信用承诺日期", Common),
    spec(Field::MeasuresEndOn, "管理措施截止日期", Common),
    spec(Field::RemovedOn, "移出日期", Common),
];

// A day of publication alone stands in many kinds of file: the day of removal or the court must go with it.
const COURT_LISTINGS: &[Spec] = &[
    USCC,
    NAME,
    spec(Field::ListedOn, "发布日期", Common),
    spec(Field::Court, "执行法院", Telling),
    spec(Field::RemovedOn, "移除日期", Telling),
];

const INSPECTIONS: &[Spec] = &[
    USCC,
    NAME,
    spec(Field::InspectedOn, "检查日期", Needed),
    spec(Field::Mode, "检查方式", Telling),
    spec(Field::Basis, "检查类型", Telling),
    spec(Field::Department, "检查部门", Telling),
    spec(Field::Result, "检查结果", Telling),
];

const LEADS: &[Spec] = &[
    USCC,
    NAME,
    spec(Field::LeadKind, "线索类型", Needed),
    spec(Field::ReceivedOn, "收到日期", Needed),
    spec(Field::ClosedOn, "办结日期", Common),
];

const COMMITMENTS: &[Spec] = &[
    USCC,
    NAME,
    spec(Field::CommitmentKind, "承诺类型", Needed),
    spec(Field::MadeOn, "承诺日期", Telling),
    spec(Field::BreachedOn, "违诺日期", Telling),
];

/// Columns about persons: dropped unread, never shown, never stored.
const PERSONAL: &[&str] = &["CF_FRDB", "CF_FR_ZJLX", "CF_FR_SFZH", "CF_XDR_ZJLX", "CF_XDR_ZJHM"];

/// Which column of a file is which field.
pub(super) struct Layout {
    pub(super) kind: FileKind,
    /// The place of each field's column.
    places: [Option<usize>; FIELDS],
    columns: Vec<Option<(Field, Column)>>,
    /// The unit of the fine and of what was confiscated, as a power of ten of yuan; `None` when the header has none.
    fine_unit: Option<i32>,
    confiscated_unit: Option<i32>,
    /// Columns that are not used, but for those about persons.
    pub(super) unused: Vec<String>,
}

/// What a row says about the kind of file.
pub(super) enum Recognised {
    /// No header.
    Nothing,
    /// A header of one kind. With the number of its columns that were known.
    As(Box<Layout>, usize),
    /// A header of a list, but of which of the two does not follow from it.
    EitherList(Box<Layout>, Box<Layout>, usize),
}

impl Layout {
    /// What the row is as a header.
    pub(super) fn recognise(row: &Row) -> Recognised {
        let mut best: Vec<(usize, Layout)> = Vec::new();
        for kind in FileKind::ALL {
            if let Some((known, layout)) = Self::of_kind(kind, row) {
                match best.first().map_or(0, |(most, _)| *most) {
                    most if known > most => best = vec![(known, layout)],
                    most if known == most => best.push((known, layout)),
                    _ => {}
                }
            }
        }
        let mut best = best.into_iter();
        match (best.next(), best.next()) {
            (Some((known, one)), Some((_, other))) => Recognised::EitherList(Box::new(one), Box::new(other), known),
            (Some((known, layout)), None) => Recognised::As(Box::new(layout), known),
            (None, _) => Recognised::Nothing,
        }
    }

    /// The row as the header of this kind of file, with the number of known columns.
    fn of_kind(kind: FileKind, row: &Row) -> Option<(usize, Self)> {
        let mut layout = Self {
            kind,
            places: [None; FIELDS],
            columns: Vec::with_capacity(row.len()),
            fine_unit: None,
            confiscated_unit: None,
            unused: Vec::new(),
        };
        let (mut known, mut telling) = (0, 0);
        for (place, header) in row.cells().enumerate() {
            let key = HeaderKey::new(header);
            let spec = kind.specs().iter().find(|spec| key.names(spec) && layout.places[spec.field as usize].is_none());
            layout.columns.push(spec.map(|spec| {
                let header = header.split_whitespace().collect::<Vec<_>>().join(" ");
                (spec.field, Column { header: header.trim_start_matches('\u{FEFF}').into(), standard: spec.standard })
            }));
            match spec {
                Some(spec) => {
                    known += 1;
                    telling += usize::from(spec.weight != Common && spec.field != Field::Uscc);
                    layout.places[spec.field as usize] = Some(place);
                    match spec.field {
                        Field::Fine => layout.fine_unit = key.unit(),
                        Field::Confiscated => layout.confiscated_unit = key.unit(),
                        _ => {}
                    }
                }
                None if key.base.is_empty() || PERSONAL.contains(&&*key.base) => {}
                None => layout.unused.push(header.trim().to_owned()),
            }
        }
        (known >= 2 && telling >= 1).then_some((known, layout))
    }

    /// How many columns the header has.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// The place of the field's column, from 0.
    pub(super) fn place(&self, field: Field) -> Option<usize> {
        self.places.get(field as usize).copied().flatten()
    }

    /// The column of the field.
    pub(super) fn column(&self, field: Field) -> Option<&Column> {
        self.columns.get(self.place(field)?)?.as_ref().map(|(_, column)| column)
    }

    /// The known columns, in the order of the file.
    pub(super) fn columns(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().flatten().map(|(_, column)| column)
    }

    /// The needed columns that are not there. One of the two that tell whom a row is about must be.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let specs = self.kind.specs().iter();
        let mut missing: Vec<_> = specs
            .filter(|spec| spec.weight == Needed && self.place(spec.field).is_none())
            .map(|spec| spec.standard)
            .collect();
        if self.kind == FileKind::CourtListings && self.place(Field::ListedOn).is_none() {
            missing.push("发布日期");
        }
        if self.place(Field::Uscc).is_none() && self.place(Field::Name).is_none() {
            missing.push(USCC.standard);
        }
        missing
    }

    /// The unit of an amount: the power of ten of yuan and its name. Where the header is silent it is 万元, the
    /// unit of the double-publicity layout.
    pub(super) fn unit(&self, field: Field) -> (i32, &'static str) {
        match if field == Field::Fine { self.fine_unit } else { self.confiscated_unit } {
            Some(0) => (0, "元"),
            _ => (4, "万元"),
        }
    }

    /// The columns of amounts whose Chinese header is silent about the unit. The codes of the double-publicity
    /// layout stand for columns in 万元 and need not say it.
    pub(super) fn without_unit(&self) -> impl Iterator<Item = &Column> {
        [(Field::Fine, self.fine_unit), (Field::Confiscated, self.confiscated_unit)]
            .into_iter()
            .filter(|(_, unit)| unit.is_none())
            .filter_map(|(field, _)| self.column(field))
            .filter(|column| !column.header.is_ascii())
    }

    /// Whether a row repeats the header, as it does on every page of some exports.
    pub(super) fn is_repeated_by(&self, row: &Row) -> bool {
        row.len() == self.columns.len()
            && self.columns.iter().enumerate().all(|(place, column)| {
                column.as_ref().is_none_or(|(_, column)| row.cell(place).trim() == &*column.header)
            })
    }
}

/// The text of a header cell, made comparable.
struct HeaderKey {
    /// Without what stands in brackets behind it.
    base: String,
    /// What stands in brackets behind it.
    note: String,
}

impl HeaderKey {
    fn new(header: &str) -> Self {
        let plain: String = ascii_forms(header)
            .chars()
            .filter(|character| {
                !character.is_whitespace() && !character.is_control() && !matches!(character, '\u{FEFF}' | '*' | '\'')
            })
            .map(|character| character.to_ascii_uppercase())
            .collect();
        match plain.strip_suffix(')').and_then(|inner| inner.split_once('(')) {
            Some((base, note)) => Self { base: base.to_owned(), note: note.to_owned() },
            None => Self { base: plain, note: String::new() },
        }
    }

    fn names(&self, spec: &Spec) -> bool {
        let standard = spec.standard.split('（').next().unwrap_or(spec.standard);
        self.base == standard || spec.others.contains(&&*self.base)
    }

    fn unit(&self) -> Option<i32> {
        match self.note.as_str() {
            note if note.contains("万元") => Some(4),
            note if note.contains('元') => Some(0),
            _ => None,
        }
    }
}

impl Column {
    /// The name for reports that a program compares: the file's own, or the layout's where the file has a code.
    #[must_use]
    pub fn report_name(&self) -> Cow<'_, str> {
        if self.header.is_ascii() { self.standard.into() } else { Cow::Borrowed(&self.header) }
    }
}

/// Makes the name of a file shared.
pub(super) fn shared(name: &str) -> Arc<str> {
    name.into()
}
