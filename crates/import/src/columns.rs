//! The kinds of file that offices exchange, and the columns of each.

use super::vocabulary::known_words;
use pack::Locale;
use serde::{Deserialize, Serialize};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

    /// What its rows are called in English.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Register => "enterprises",
            Self::Penalties => "penalties",
            Self::AbnormalListings => "listings for abnormal operation",
            Self::SeriousListings => "listings for serious violations",
            Self::CourtListings => "listings by a court",
            Self::Inspections => "inspections",
            Self::Leads => "leads",
            Self::Commitments => "commitments",
        }
    }

    /// What it is called in a language.
    #[must_use]
    pub fn title(self, locale: Locale) -> &'static str {
        if locale == Locale::Zh { self.name() } else { self.english() }
    }

    /// The names of the columns that such a file may have.
    pub fn columns(self) -> impl Iterator<Item = &'static str> {
        self.specs().iter().map(|spec| spec.standard)
    }

    /// The codes that the layout of the double publicity has for columns of such a file, each with the name of its column.
    ///
    /// ```
    /// let codes: Vec<_> = import::FileKind::Penalties.codes().collect();
    /// assert!(codes.contains(&("CF_NR_FK", "罚款金额（万元）")));
    /// assert_eq!(import::FileKind::Leads.codes().count(), 0);
    /// ```
    pub fn codes(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        // It is a layout of penalties, though other tables take codes for party and name from it.
        let specs = if self == Self::Penalties { self.specs() } else { &[] };
        let codes = |spec: &'static Spec| {
            spec.others.iter().filter(|other| other.starts_with("CF_")).map(|code| (*code, spec.standard))
        };
        specs.iter().flat_map(codes)
    }

    /// The words that a column knows, by its name in the layout; none where it takes other things than words.
    #[must_use]
    pub fn words(self, column: &str) -> Vec<&'static str> {
        let spec = self.specs().iter().find(|spec| spec.standard == column);
        spec.map(|spec| known_words(self, spec.field)).unwrap_or_default()
    }

    /// The columns of such a file.
    pub(super) fn specs(self) -> &'static [Spec] {
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

/// How many fields there are.
pub(super) const FIELDS: usize = Field::BreachedOn as usize + 1;

/// How much a column says about the kind of its file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// It stands in files of other kinds too.
    Common,
    /// It makes the file one of this kind.
    Telling,
    /// It makes the file one of this kind, and without it no row can be used.
    Needed,
}

/// One column of a kind of file.
pub(super) struct Spec {
    pub(super) field: Field,
    /// The name in the layout, with its unit.
    pub(super) standard: &'static str,
    /// Other names, without units: the code of the double-publicity layout, and what offices and systems write.
    pub(super) others: &'static [&'static str],
    pub(super) weight: Weight,
}

/// Returns the name of a column in the layout without its unit.
///
/// ```
/// assert_eq!(import::without_unit("罚款金额（万元）"), "罚款金额");
/// assert_eq!(import::without_unit("处罚类别"), "处罚类别");
/// ```
#[must_use]
pub fn without_unit(standard: &str) -> &str {
    standard.split('（').next().unwrap_or(standard)
}

const fn spec(field: Field, standard: &'static str, weight: Weight) -> Spec {
    Spec { field, standard, others: &[], weight }
}

const fn named(field: Field, standard: &'static str, others: &'static [&'static str], weight: Weight) -> Spec {
    Spec { field, standard, others, weight }
}

use Weight::{Common, Needed, Telling};

// Columns of codes are found by what their labels contain, see `layout::label`.
pub(super) const USCC: Spec = named(Field::Uscc, "统一社会信用代码", CODES, Common);
/// What such a column is called without saying of which code: by itself, or as a bare label below a heading.
pub(super) const CODES: &[&str] = &["CF_XDR_SHXYM", "行政相对人代码", "相对人代码", "当事人代码", "企业代码"];

/// What the party of a row is called besides.
const NAMES: &[&str] = &[
    "企业名称",
    "行政相对人名称",
    "CF_XDR_MC",
    "行政相对人",
    "相对人名称",
    "当事人名称",
    "当事人",
    "单位名称",
    "经营主体名称",
    "市场主体名称",
    "抽查市场主体名称",
    "企业(机构)名称",
    "被处罚单位名称",
    "被处罚当事人名称",
    "被检查单位名称",
    "被检查对象名称",
    "检查对象名称",
    "被执行人名称",
    "失信被执行人名称",
];
const NAME: Spec = named(Field::Name, "企业名称", NAMES, Common);
const PARTY: Spec =
    named(Field::PartyCategory, "行政相对人类别", &["CF_XDR_LB", "相对人类别", "当事人类别", "当事人类型"], Common);

const REGISTER: &[Spec] = &[
    named(Field::Uscc, "统一社会信用代码", &[], Needed),
    NAME,
    named(Field::EnterpriseKind, "主体类型", &["市场主体类型", "经营主体类型"], Telling),
    named(Field::RegisteredOn, "成立日期", &["注册日期", "登记日期"], Telling),
    named(Field::Status, "登记状态", &["经营状态", "企业状态", "主体状态"], Telling),
    spec(Field::Region, "行政区划", Telling),
    named(Field::Industry, "行业代码", &["国民经济行业代码"], Telling),
    spec(Field::Sector, "监管领域", Common),
    spec(Field::RiskGrade, "风险等级", Telling),
];

const PENALTIES: &[Spec] = &[
    USCC,
    named(Field::Name, "行政相对人名称", NAMES, Common),
    PARTY,
    named(
        Field::DocumentNo,
        "行政处罚决定书文号",
        &[
            "CF_WSH",
            "处罚决定书文号",
            "决定书文号",
            "行政处罚决定文书号",
            "处罚决定文书号",
            "行政处罚决定书号",
            "处罚文号",
            "文书号",
            "处罚决定书编号",
            "行政处罚决定书编号",
            "处罚决定文号",
            "行政处罚决定文号",
        ],
        Telling,
    ),
    named(Field::Category, "违法行为类型", &["CF_WFXW", "违法类型", "违法行为种类"], Common),
    named(Field::Kinds, "处罚类别", &["CF_CFLB", "行政处罚类别", "处罚种类", "行政处罚种类"], Needed),
    named(Field::Fine, "罚款金额（万元）", &["CF_NR_FK", "罚款数额"], Common),
    named(
        Field::Confiscated,
        "没收违法所得、没收非法财物的金额（万元）",
        &["CF_NR_WFFF", "没收金额", "没收违法所得或没收非法财物的金额"],
        Common,
    ),
    named(
        Field::DecidedOn,
        "处罚决定日期",
        &["CF_JDRQ", "行政处罚决定日期", "处罚日期", "决定日期", "作出处罚决定日期", "作出行政处罚决定日期"],
        Needed,
    ),
    named(Field::RestrictionEndsOn, "处罚有效期", &["CF_YXQ"], Common),
    named(
        Field::Authority,
        "处罚机关",
        &[
            "CF_CFJG",
            "处罚机关名称",
            "行政处罚机关",
            "处罚部门",
            "决定机关",
            "作出处罚决定机关",
            "作出行政处罚决定机关",
            "作出行政处罚决定机关名称",
            "作出处罚决定的机关",
        ],
        Common,
    ),
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
    PARTY,
    named(Field::Reason, "列入原因", &["列入经营异常名录原因", "列入经营异常名录的原因", "列异原因"], Needed),
    named(Field::ListedOn, "列入日期", &["列入经营异常名录日期", "列入经营异常名录时间", "列异日期"], Needed),
    spec(Field::CorrectedOn, "纠正日期", Common),
    spec(Field::CommitmentOn, "信用承诺日期", Common),
    named(Field::RemovedOn, "移出日期", &["移出经营异常名录日期", "移出经营异常名录时间"], Common),
];

const SERIOUS_LISTINGS: &[Spec] = &[
    USCC,
    NAME,
    PARTY,
    named(Field::Reason, "列入原因", &["列入严重违法失信名单原因", "列入严重违法失信企业名单原因"], Common),
    named(Field::ListedOn, "列入日期", &["列入严重违法失信名单日期", "列入严重违法失信企业名单日期"], Needed),
    spec(Field::FulfilledOn, "履行完毕日期", Common),
    spec(Field::HarmEliminatedOn, "消除危害日期", Common),
    spec(Field::CommitmentOn, "信用承诺日期", Common),
    spec(Field::MeasuresEndOn, "管理措施截止日期", Common),
    named(Field::RemovedOn, "移出日期", &["移出严重违法失信名单日期", "移出严重违法失信企业名单日期"], Common),
];

// A day of publication alone stands in many kinds of file: the day of removal or the court must go with it.
const COURT_LISTINGS: &[Spec] = &[
    USCC,
    NAME,
    PARTY,
    spec(Field::ListedOn, "发布日期", Common),
    spec(Field::Court, "执行法院", Telling),
    spec(Field::RemovedOn, "移除日期", Telling),
];

const INSPECTIONS: &[Spec] = &[
    USCC,
    NAME,
    PARTY,
    named(Field::InspectedOn, "检查日期", &["检查完成日期", "抽查日期"], Needed),
    named(Field::Mode, "检查方式", &["核查方式", "抽查方式"], Telling),
    named(Field::Basis, "检查类型", &["抽查类型"], Telling),
    named(Field::Department, "检查部门", &["检查机关", "检查单位", "检查主体", "抽查机关"], Telling),
    named(Field::Result, "检查结果", &["抽查结果", "抽查检查结果"], Telling),
];

const LEADS: &[Spec] = &[
    USCC,
    NAME,
    PARTY,
    spec(Field::LeadKind, "线索类型", Needed),
    spec(Field::ReceivedOn, "收到日期", Needed),
    spec(Field::ClosedOn, "办结日期", Common),
];

const COMMITMENTS: &[Spec] = &[
    USCC,
    NAME,
    PARTY,
    spec(Field::CommitmentKind, "承诺类型", Needed),
    spec(Field::MadeOn, "承诺日期", Telling),
    spec(Field::BreachedOn, "违诺日期", Telling),
];
