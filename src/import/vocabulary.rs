//! The words that offices write in the cells, and what each means in the contract.

use super::columns::{Field, FileKind};
use crate::facts::{
    AbnormalReason, AuthoritySystem, CommitmentKind, Discretion, EnterpriseKind, EnterpriseStatus, InspectionBasis,
    InspectionMode, InspectionResult, LeadKind, PenaltyKind, Procedure, RiskGrade, Sector,
};

/// The words of one column.
pub(super) type Words<T> = &'static [(&'static str, T)];

/// 主体类型.
pub(super) const ENTERPRISE_KINDS: Words<EnterpriseKind> = &[
    ("企业", EnterpriseKind::Company),
    ("个体工商户", EnterpriseKind::IndividualBusiness),
    ("农民专业合作社", EnterpriseKind::Cooperative),
];

/// 登记状态.
pub(super) const STATUSES: Words<EnterpriseStatus> = &[
    ("存续", EnterpriseStatus::Active),
    ("在营", EnterpriseStatus::Active),
    ("开业", EnterpriseStatus::Active),
    ("在业", EnterpriseStatus::Active),
    ("迁入", EnterpriseStatus::Active),
    ("迁出", EnterpriseStatus::Active),
    ("吊销", EnterpriseStatus::Revoked),
    ("吊销未注销", EnterpriseStatus::Revoked),
    ("注销", EnterpriseStatus::Deregistered),
    ("已注销", EnterpriseStatus::Deregistered),
    ("吊销已注销", EnterpriseStatus::Deregistered),
];

/// 监管领域.
pub(super) const SECTORS: Words<Sector> = &[
    ("食品", Sector::Food),
    ("药品", Sector::Drug),
    ("医疗器械", Sector::MedicalDevice),
    ("化妆品", Sector::Cosmetics),
    ("特种设备", Sector::SpecialEquipment),
    ("重点工业产品", Sector::IndustrialProduct),
    ("安全生产", Sector::WorkSafety),
    ("消防", Sector::Fire),
    ("燃气", Sector::Gas),
    ("建筑工程", Sector::Construction),
    ("金融", Sector::Finance),
    ("其他", Sector::Other),
];

/// 风险等级.
pub(super) const RISK_GRADES: Words<RiskGrade> =
    &[("A", RiskGrade::A), ("B", RiskGrade::B), ("C", RiskGrade::C), ("D", RiskGrade::D)];

/// 行政相对人类别 of a row that is about no enterprise.
pub(super) const NATURAL_PERSON: &str = "自然人";

/// 处罚类别. 暂扣或吊销 does not say which; see [`AMBIGUOUS_KINDS`].
pub(super) const PENALTY_KINDS: Words<PenaltyKind> = &[
    ("警告", PenaltyKind::Warning),
    ("通报批评", PenaltyKind::Criticism),
    ("罚款", PenaltyKind::Fine),
    ("没收违法所得", PenaltyKind::ConfiscationOfGains),
    ("没收非法财物", PenaltyKind::ConfiscationOfGoods),
    ("暂扣许可证件", PenaltyKind::SuspensionOfLicence),
    ("暂扣或吊销许可证", PenaltyKind::SuspensionOfLicence),
    ("暂扣或吊销执照", PenaltyKind::SuspensionOfLicence),
    ("降低资质等级", PenaltyKind::Downgrade),
    ("吊销许可证件", PenaltyKind::RevocationOfLicence),
    ("吊销营业执照", PenaltyKind::RevocationOfBusinessLicence),
    ("限制开展生产经营活动", PenaltyKind::RestrictionOfOperations),
    ("责令停产停业", PenaltyKind::SuspensionOfBusiness),
    ("责令关闭", PenaltyKind::Closure),
    ("限制从业", PenaltyKind::RestrictionOfPractice),
    ("行政拘留", PenaltyKind::Detention),
    ("其他", PenaltyKind::Other),
];

/// The words of 处罚类别 that name two kinds at once.
pub(super) const AMBIGUOUS_KINDS: &[&str] = &["暂扣或吊销许可证", "暂扣或吊销执照"];

/// What stands before the free text of another kind of penalty: 其他-责令改正.
pub(super) const OTHER_KIND_PREFIX: &str = "其他-";

/// The kinds whose 处罚有效期 is the end of a restriction; for the others the column means something else.
pub(super) const KINDS_WITH_TERM: &[PenaltyKind] = &[
    PenaltyKind::RestrictionOfOperations,
    PenaltyKind::RestrictionOfPractice,
    PenaltyKind::SuspensionOfLicence,
    PenaltyKind::SuspensionOfBusiness,
];

/// 处罚有效期 without an end, as year, month and day.
pub(super) const NO_TERM: (i32, u32, u32) = (2099, 12, 31);

/// 处罚程序.
pub(super) const PROCEDURES: Words<Procedure> =
    &[("普通程序", Procedure::Ordinary), ("一般程序", Procedure::Ordinary), ("简易程序", Procedure::Simple)];

/// 裁量阶次.
pub(super) const DISCRETIONS: Words<Discretion> = &[
    ("减轻", Discretion::Mitigated),
    ("从轻", Discretion::Lenient),
    ("一般", Discretion::Ordinary),
    ("从重", Discretion::Aggravated),
];

/// 列入原因 of the list of abnormal operation.
pub(super) const ABNORMAL_REASONS: Words<AbnormalReason> = &[
    ("未按照规定的期限公示年度报告", AbnormalReason::AnnualReport),
    ("未在责令的期限内公示有关企业信息", AbnormalReason::ImmediateDisclosure),
    ("未办理企业名称变更登记", AbnormalReason::NameChange),
    ("通过登记的住所或者经营场所无法联系", AbnormalReason::Unreachable),
];

/// 检查方式.
pub(super) const INSPECTION_MODES: Words<InspectionMode> =
    &[("现场检查", InspectionMode::OnSite), ("非现场检查", InspectionMode::OffSite)];

/// 检查类型.
pub(super) const INSPECTION_BASES: Words<InspectionBasis> = &[
    ("双随机抽查", InspectionBasis::DoubleRandom),
    ("日常检查", InspectionBasis::Routine),
    ("专项检查", InspectionBasis::Special),
    ("触发式检查", InspectionBasis::Triggered),
];

/// 检查结果.
pub(super) const INSPECTION_RESULTS: Words<InspectionResult> = &[
    ("未发现问题", InspectionResult::Clean),
    ("已整改", InspectionResult::Rectified),
    ("未按要求整改", InspectionResult::Unrectified),
    ("发现违法行为", InspectionResult::Violation),
];

/// 线索类型.
pub(super) const LEAD_KINDS: Words<LeadKind> = &[
    ("投诉举报", LeadKind::Complaint),
    ("转办", LeadKind::Transfer),
    ("交办", LeadKind::Assignment),
    ("监测预警", LeadKind::Monitoring),
    ("媒体曝光", LeadKind::Media),
    ("非现场", LeadKind::OffSite),
    ("整改复查", LeadKind::RectificationReview),
    ("企业申请", LeadKind::Request),
    ("紧急", LeadKind::Emergency),
];

/// 承诺类型.
pub(super) const COMMITMENT_KINDS: Words<CommitmentKind> = &[
    ("主动公示型", CommitmentKind::Disclosure),
    ("审批替代型", CommitmentKind::ApprovalSubstitute),
    ("容缺受理型", CommitmentKind::IncompleteAcceptance),
    ("信用修复型", CommitmentKind::Repair),
    ("行业自律型", CommitmentKind::SelfDiscipline),
    ("证明事项型", CommitmentKind::CertificateSubstitute),
];

/// The words that a field knows; none where it takes other things than words.
pub(super) fn known_words(kind: FileKind, field: Field) -> Vec<&'static str> {
    fn words<T>(words: Words<T>) -> Vec<&'static str> {
        words.iter().map(|(word, _)| *word).collect()
    }
    match field {
        Field::EnterpriseKind => words(ENTERPRISE_KINDS),
        Field::Status => words(STATUSES),
        Field::Sector => words(SECTORS),
        Field::RiskGrade => words(RISK_GRADES),
        Field::Kinds => words(PENALTY_KINDS),
        Field::Procedure => words(PROCEDURES),
        Field::Discretion => words(DISCRETIONS),
        Field::Reason if kind == FileKind::AbnormalListings => words(ABNORMAL_REASONS),
        Field::Mode => words(INSPECTION_MODES),
        Field::Basis => words(INSPECTION_BASES),
        Field::Result => words(INSPECTION_RESULTS),
        Field::LeadKind => words(LEAD_KINDS),
        Field::CommitmentKind => words(COMMITMENT_KINDS),
        _ => Vec::new(),
    }
}

/// What the name of an authority or department of market regulation contains.
const MARKET_REGULATION: &[&str] = &["市场监督管理", "市场监管", "药品监督管理", "知识产权"];

/// Whose authority this is, by its name.
pub(super) fn authority_system(name: &str) -> AuthoritySystem {
    if MARKET_REGULATION.iter().any(|part| name.contains(part)) {
        AuthoritySystem::MarketRegulation
    } else {
        AuthoritySystem::Other
    }
}

/// What every word for a fine, and for what was confiscated, contains.
pub(super) const FINE: &str = "罚款";
pub(super) const CONFISCATION: &str = "没收";

/// The word that says nothing of itself: 处罚类别 and 监管领域 have it both.
pub(super) const OTHER: &str = "其他";

/// 行政相对人类别.
pub(super) const PARTY_CATEGORIES: &[&str] =
    &["法人及非法人组织", "法人和非法人组织", "法人", "非法人组织", "个体工商户", NATURAL_PERSON];

/// How the names of authorities end; not 所 alone, with which places end too.
pub(super) const AUTHORITY_ENDINGS: &[&str] =
    &["局", "委", "委员会", "支队", "大队", "总队", "政府", "厅", "监管所", "监督管理所", "派出所"];

/// How the names of enterprises end.
pub(super) const ENTERPRISE_ENDINGS: &[&str] =
    &["公司", "店", "厂", "商行", "超市", "合作社", "经营部", "服务部", "工作室", "中心", "药房", "餐厅", "饭馆"];

/// The category with which the credit codes of authorities begin.
pub(super) const AUTHORITY_CODE: &str = "11";

/// What an office writes into a cell in which there is nothing, besides any number of [`DASHES`].
pub(super) const EMPTY: &[&str] = &["/", "无"];

/// The dashes of `— —`, `——`, `—` and `-`; systems write them with several characters that look alike.
pub(super) const DASHES: &[char] = &['—', '-', '–', '―', '─'];

/// What stands between the words of a cell with several; full-width forms are ASCII by then.
pub(super) const SEPARATORS: &[char] = &['、', ',', ';', '/'];

/// What a total row begins with.
pub(super) const TOTALS: &[&str] = &["合计", "总计", "小计", "共计"];

/// What a title above the header calls the list of abnormal operation, and that of serious violations.
pub(super) const ABNORMAL_TITLE: &str = "经营异常";
pub(super) const SERIOUS_TITLE: &str = "严重违法";
