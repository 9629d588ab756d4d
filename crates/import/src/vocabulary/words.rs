//! The words that offices write in the cells, and what each means in the contract.

use super::{Brackets, Like, Words, like};
use facts::{
    AbnormalReason, CommitmentKind, Discretion, EnterpriseKind, EnterpriseStatus, InspectionBasis, InspectionMode,
    InspectionResult, LeadKind, PenaltyKind, Procedure, RiskGrade, Sector,
};

/// Words that mean the same wherever they stand in a word: the first is read as the second.
pub(in super::super) const ALIKE: &[(&str, &str)] = &[("或者", "或"), ("其它", "其他")];

/// 主体类型.
pub(in super::super) const ENTERPRISE_KINDS: Words<EnterpriseKind> = Words::plain(&[
    ("企业", EnterpriseKind::Company),
    ("个体工商户", EnterpriseKind::IndividualBusiness),
    ("农民专业合作社", EnterpriseKind::Cooperative),
]);

/// 登记状态.
pub(in super::super) const STATUSES: Words<EnterpriseStatus> = Words {
    known: &[
        ("存续", EnterpriseStatus::Active),
        ("在营", EnterpriseStatus::Active),
        ("开业", EnterpriseStatus::Active),
        ("在业", EnterpriseStatus::Active),
        ("在册", EnterpriseStatus::Active),
        ("正常", EnterpriseStatus::Active),
        ("迁入", EnterpriseStatus::Active),
        ("迁出", EnterpriseStatus::Active),
        ("歇业", EnterpriseStatus::Active),
        ("注销备案", EnterpriseStatus::Active),
        ("注销公告", EnterpriseStatus::Active),
        ("拟注销", EnterpriseStatus::Active),
        ("吊销", EnterpriseStatus::Revoked),
        ("吊销未注销", EnterpriseStatus::Revoked),
        ("注销", EnterpriseStatus::Deregistered),
        ("已注销", EnterpriseStatus::Deregistered),
        ("正常注销", EnterpriseStatus::Deregistered),
        ("吊销已注销", EnterpriseStatus::Deregistered),
        ("吊销后注销", EnterpriseStatus::Deregistered),
        ("吊销并注销", EnterpriseStatus::Deregistered),
    ],
    like: &[
        like("吊销…", EnterpriseStatus::Revoked),
        active("存续…"),
        active("在营…"),
        active("开业…"),
        active("在业…"),
        active("在册…"),
        active("正常…"),
        active("迁入…"),
        active("迁出…"),
    ],
    brackets: Brackets::Word,
};

/// What begins like a status of those that go on, and does not speak of an end behind that.
const fn active(form: &'static str) -> Like<EnterpriseStatus> {
    Like { form, unless: &["注销", "吊销"], meaning: EnterpriseStatus::Active }
}

/// 监管领域; the first weigh most where two are told of one decision.
pub(in super::super) const SECTORS: Words<Sector> = Words::plain(&[
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
]);

/// 风险等级.
pub(in super::super) const RISK_GRADES: Words<RiskGrade> = Words::plain(&[
    ("A", RiskGrade::A),
    ("B", RiskGrade::B),
    ("C", RiskGrade::C),
    ("D", RiskGrade::D),
    ("A级", RiskGrade::A),
    ("B级", RiskGrade::B),
    ("C级", RiskGrade::C),
    ("D级", RiskGrade::D),
]);

/// 行政相对人类别 of a row that is about no enterprise.
pub(in super::super) const NATURAL_PERSONS: &[&str] = &["自然人", "个人", "公民"];

/// 行政相对人类别.
pub(in super::super) const PARTY_CATEGORIES: &[&str] =
    &["法人及非法人组织", "法人和非法人组织", "法人", "非法人组织", "个体工商户", "自然人"];

/// 处罚类别. 暂扣或吊销 does not say which; see [`AMBIGUOUS_KINDS`].
pub(in super::super) const PENALTY_KINDS: Words<PenaltyKind> = Words {
    known: &[
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
        (OTHER, PenaltyKind::Other),
        ("行政罚款", PenaltyKind::Fine),
        ("责令停产停业整顿", PenaltyKind::SuspensionOfBusiness),
        ("暂扣或吊销许可证件", PenaltyKind::SuspensionOfLicence),
        ("暂扣许可证", PenaltyKind::SuspensionOfLicence),
        ("吊销许可证", PenaltyKind::RevocationOfLicence),
    ],
    like: &[],
    brackets: Brackets::Extent,
};

/// The words of 处罚类别 that name two kinds at once.
pub(in super::super) const AMBIGUOUS_KINDS: &[&str] = &["暂扣或吊销许可证", "暂扣或吊销许可证件", "暂扣或吊销执照"];

/// The word that says nothing of itself: 处罚类别 and 监管领域 have it both. Before a free text it is a kind of penalty.
pub(in super::super) const OTHER: &str = "其他";

/// What every word for a fine, and for what was confiscated, contains.
pub(in super::super) const FINE: &str = "罚款";
pub(in super::super) const CONFISCATION: &str = "没收";

/// The kinds whose 处罚有效期 is the end of a restriction; for the others the column means something else.
pub(in super::super) const KINDS_WITH_TERM: &[PenaltyKind] = &[
    PenaltyKind::RestrictionOfOperations,
    PenaltyKind::RestrictionOfPractice,
    PenaltyKind::SuspensionOfLicence,
    PenaltyKind::SuspensionOfBusiness,
];

/// The kinds of which 没收…的金额 tells how much.
pub(in super::super) const KINDS_OF_CONFISCATION: &[PenaltyKind] =
    &[PenaltyKind::ConfiscationOfGains, PenaltyKind::ConfiscationOfGoods];

/// 处罚程序.
pub(in super::super) const PROCEDURES: Words<Procedure> = Words::plain(&[
    ("简易程序", Procedure::Simple),
    ("普通程序", Procedure::Ordinary),
    ("一般程序", Procedure::Ordinary),
]);

/// 裁量阶次.
pub(in super::super) const DISCRETIONS: Words<Discretion> = Words::plain(&[
    ("减轻", Discretion::Mitigated),
    ("从轻", Discretion::Lenient),
    ("一般", Discretion::Ordinary),
    ("从重", Discretion::Aggravated),
]);

/// 列入原因 of the list of abnormal operation.
pub(in super::super) const ABNORMAL_REASONS: Words<AbnormalReason> = Words {
    known: &[
        ("未按照规定的期限公示年度报告", AbnormalReason::AnnualReport),
        ("未在责令的期限内公示有关企业信息", AbnormalReason::ImmediateDisclosure),
        ("未办理企业名称变更登记", AbnormalReason::NameChange),
        ("通过登记的住所或者经营场所无法联系", AbnormalReason::Unreachable),
        ("公示信息隐瞒真实情况、弄虚作假", AbnormalReason::Concealment),
    ],
    like: &[
        like("…隐瞒真实情况…", AbnormalReason::Concealment),
        like("…弄虚作假…", AbnormalReason::Concealment),
        like("…无法联系…", AbnormalReason::Unreachable),
        like("…无法取得联系…", AbnormalReason::Unreachable),
        like("…名称变更…", AbnormalReason::NameChange),
        like("…责令…期限…", AbnormalReason::ImmediateDisclosure),
        like("…年度报告…", AbnormalReason::AnnualReport),
        like("…年报…", AbnormalReason::AnnualReport),
    ],
    brackets: Brackets::Remark,
};

/// 检查方式.
pub(in super::super) const INSPECTION_MODES: Words<InspectionMode> = Words::plain(&[
    ("现场检查", InspectionMode::OnSite),
    ("非现场检查", InspectionMode::OffSite),
    ("实地核查", InspectionMode::OnSite),
    ("书面检查", InspectionMode::OffSite),
    ("网络监测", InspectionMode::OffSite),
]);

/// 检查类型.
pub(in super::super) const INSPECTION_BASES: Words<InspectionBasis> = Words::plain(&[
    ("双随机抽查", InspectionBasis::DoubleRandom),
    ("日常检查", InspectionBasis::Routine),
    ("专项检查", InspectionBasis::Special),
    ("触发式检查", InspectionBasis::Triggered),
    ("双随机、一公开抽查", InspectionBasis::DoubleRandom),
    ("定向抽查", InspectionBasis::DoubleRandom),
    ("不定向抽查", InspectionBasis::DoubleRandom),
    ("线索核查", InspectionBasis::Triggered),
    ("即时检查", InspectionBasis::Triggered),
]);

const CLEAN: Option<InspectionResult> = Some(InspectionResult::Clean);
const RECTIFIED: Option<InspectionResult> = Some(InspectionResult::Rectified);
const UNRECTIFIED: Option<InspectionResult> = Some(InspectionResult::Unrectified);
const VIOLATION: Option<InspectionResult> = Some(InspectionResult::Violation);

/// 检查结果. Nothing where it was checked, but with no result that the contract knows.
pub(in super::super) const INSPECTION_RESULTS: Words<Option<InspectionResult>> = Words {
    known: &[
        ("未发现问题", CLEAN),
        ("已整改", RECTIFIED),
        ("未按要求整改", UNRECTIFIED),
        ("发现违法行为", VIOLATION),
        ("未发现违法行为", CLEAN),
        ("合格", CLEAN),
        ("公示信息隐瞒真实情况、弄虚作假", VIOLATION),
        ("隐瞒真实情况、弄虚作假", VIOLATION),
        ("不配合检查情节严重", VIOLATION),
        ("不合格", VIOLATION),
        ("发现问题经责令已改正", RECTIFIED),
        ("经责令已改正", RECTIFIED),
        ("发现问题已责令改正", RECTIFIED),
        ("发现问题待后续处理", UNRECTIFIED),
        ("未发现开展本次抽查涉及的经营活动", None),
        ("已关闭停业或正在组织清算", None),
        ("注销", None),
        ("被吊销", None),
        ("被撤销", None),
        ("迁出", None),
    ],
    like: &[like("未按规定公示…", UNRECTIFIED), like("通过登记的住所…无法联系", UNRECTIFIED)],
    brackets: Brackets::Word,
};

/// 线索类型.
pub(in super::super) const LEAD_KINDS: Words<LeadKind> = Words::plain(&[
    ("投诉举报", LeadKind::Complaint),
    ("转办", LeadKind::Transfer),
    ("交办", LeadKind::Assignment),
    ("监测预警", LeadKind::Monitoring),
    ("媒体曝光", LeadKind::Media),
    ("非现场", LeadKind::OffSite),
    ("整改复查", LeadKind::RectificationReview),
    ("企业申请", LeadKind::Request),
    ("紧急", LeadKind::Emergency),
]);

/// 承诺类型.
pub(in super::super) const COMMITMENT_KINDS: Words<CommitmentKind> = Words::plain(&[
    ("主动公示型", CommitmentKind::Disclosure),
    ("审批替代型", CommitmentKind::ApprovalSubstitute),
    ("容缺受理型", CommitmentKind::IncompleteAcceptance),
    ("信用修复型", CommitmentKind::Repair),
    ("行业自律型", CommitmentKind::SelfDiscipline),
    ("证明事项型", CommitmentKind::CertificateSubstitute),
]);
