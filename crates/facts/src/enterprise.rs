//! The record of one enterprise, as the contract has it.

use super::{
    AbnormalReason, AuthoritySystem, CommitmentKind, Date, Discretion, EnterpriseKind, EnterpriseStatus, Figures,
    InspectionBasis, InspectionMode, InspectionResult, LeadKind, Money, PenaltyKind, Procedure, RiskGrade, Sector, Set,
    Term,
};

/// One enterprise 经营主体 with everything that is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Enterprise {
    /// 统一社会信用代码, as it was given: an old record may have one that fails its check.
    pub uscc: String,
    /// 企业名称.
    pub name: String,
    /// 主体类型; carried, not judged.
    pub kind: EnterpriseKind,
    /// 成立日期.
    pub registered_on: Option<Date>,
    /// 登记状态.
    pub status: EnterpriseStatus,
    /// 行政区划, a code of GB/T 2260; carried, not judged.
    pub region: Option<String>,
    /// 行业代码 of GB/T 4754; carried, not judged.
    pub industry: Option<String>,
    /// 监管领域.
    pub sectors: Set<Sector>,
    /// 风险等级 by sector.
    pub risk_grades: RiskGrades,
    /// What the pack's own figures 指标 are of it, by their ids.
    pub figures: Figures,
    /// 行政处罚.
    pub penalties: Vec<Penalty>,
    /// 经营异常名录.
    pub abnormal_listings: Vec<AbnormalListing>,
    /// 严重违法失信名单.
    pub serious_listings: Vec<SeriousListing>,
    /// 失信被执行人.
    pub court_listings: Vec<CourtListing>,
    /// 线索.
    pub leads: Vec<Lead>,
    /// 检查记录.
    pub inspections: Vec<Inspection>,
    /// 信用承诺.
    pub commitments: Vec<Commitment>,
}

/// The risk grade of each sector, where there is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RiskGrades([Option<RiskGrade>; Sector::ALL.len()]);

impl RiskGrades {
    /// The grade of a sector.
    #[must_use]
    pub fn get(&self, sector: Sector) -> Option<RiskGrade> {
        self.0[sector.index()]
    }

    /// Sets or, with `None`, removes the grade of a sector.
    pub fn set(&mut self, sector: Sector, grade: Option<RiskGrade>) {
        self.0[sector.index()] = grade;
    }

    /// The graded sectors with their grades, in the order of the sectors.
    pub fn iter(&self) -> impl Iterator<Item = (Sector, RiskGrade)> {
        Sector::ALL.iter().filter_map(|sector| Some((*sector, self.get(*sector)?)))
    }

    /// The worst grade of any sector.
    #[must_use]
    pub fn worst(&self) -> Option<RiskGrade> {
        self.iter().map(|(_, grade)| grade).max()
    }
}

/// One decision of an administrative penalty 行政处罚.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Penalty {
    /// 行政处罚决定书文号.
    pub document_no: Option<String>,
    /// 处罚决定日期.
    pub decided_on: Date,
    /// 公示日期.
    pub published_on: Option<Date>,
    /// 处罚机关.
    pub authority: Option<String>,
    /// Whose authority decided: who decides also repairs.
    pub authority_system: AuthoritySystem,
    /// 处罚程序, as it was given; whether it is believed is the rules' question.
    pub procedure: Procedure,
    /// 处罚类别; never empty in a record that was read.
    pub kinds: Set<PenaltyKind>,
    /// 罚款金额; it counts only when the kinds have a fine.
    pub fine: Option<Money>,
    /// 没收金额; carried, not judged.
    pub confiscated: Option<Money>,
    /// 违法行为类型.
    pub category: Option<String>,
    /// 监管领域 of this penalty; where there is none, those of the enterprise stand in.
    pub sector: Option<Sector>,
    /// 裁量阶次; `None` is not known.
    pub discretion: Option<Discretion>,
    /// 处罚有效期 of a restriction: a term, which counts although it lies ahead.
    pub restriction_ends_on: Option<Date>,
    /// 履行完毕日期.
    pub fulfilled_on: Option<Date>,
    /// 消除危害日期.
    pub harm_eliminated_on: Option<Date>,
    /// 信用承诺日期.
    pub commitment_on: Option<Date>,
    /// 信用修复日期.
    pub repaired_on: Option<Date>,
    /// 撤销日期: annulled, found unlawful or void.
    pub annulled_on: Option<Date>,
}

impl Penalty {
    /// A penalty of market regulation by ordinary procedure of which nothing else is known.
    #[must_use]
    pub fn new(decided_on: Date, kinds: Set<PenaltyKind>) -> Self {
        Self {
            document_no: None,
            decided_on,
            published_on: None,
            authority: None,
            authority_system: AuthoritySystem::default(),
            procedure: Procedure::default(),
            kinds,
            fine: None,
            confiscated: None,
            category: None,
            sector: None,
            discretion: None,
            restriction_ends_on: None,
            fulfilled_on: None,
            harm_eliminated_on: None,
            commitment_on: None,
            repaired_on: None,
            annulled_on: None,
        }
    }
}

/// An entry in the list of abnormal operation 经营异常名录.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbnormalListing {
    /// 列入原因.
    pub reason: AbnormalReason,
    /// 列入日期.
    pub listed_on: Date,
    /// 纠正日期.
    pub corrected_on: Option<Date>,
    /// 信用承诺日期; carried, not judged.
    pub commitment_on: Option<Date>,
    /// 移出日期.
    pub removed_on: Option<Date>,
}

/// An entry in the list of serious violations 严重违法失信名单.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriousListing {
    /// 列入原因; carried, not judged.
    pub cause: Option<String>,
    /// 列入日期.
    pub listed_on: Date,
    /// 履行完毕日期.
    pub fulfilled_on: Option<Date>,
    /// 消除危害日期.
    pub harm_eliminated_on: Option<Date>,
    /// 信用承诺日期; carried, not judged.
    pub commitment_on: Option<Date>,
    /// 管理措施截止日期: a term, which counts although it lies ahead.
    pub measures_end_on: Option<Date>,
    /// 移出日期.
    pub removed_on: Option<Date>,
}

/// An entry of a court in its list of judgement defaulters 失信被执行人.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourtListing {
    /// 发布日期.
    pub listed_on: Date,
    /// 移除日期.
    pub removed_on: Option<Date>,
}

/// A lead 线索 that calls for a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// 线索类型.
    pub kind: LeadKind,
    /// 收到日期.
    pub received_on: Date,
    /// 办结日期.
    pub closed_on: Option<Date>,
}

/// One inspection 检查.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// 检查日期.
    pub on: Date,
    /// 检查方式.
    pub mode: InspectionMode,
    /// 检查类型.
    pub basis: InspectionBasis,
    /// Whose department inspected.
    pub authority_system: AuthoritySystem,
    /// 检查部门.
    pub department: Option<String>,
    /// 检查结果; `None` is not known.
    pub result: Option<InspectionResult>,
}

/// A credit commitment 信用承诺.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// 承诺类型.
    pub kind: CommitmentKind,
    /// 承诺日期.
    pub made_on: Option<Date>,
    /// 违诺日期.
    pub breached_on: Option<Date>,
}

macro_rules! defaults {
    ($($term:ident => $word:ident),+ $(,)?) => {$(
        /// What the contract takes where nothing is said.
        impl Default for $term {
            fn default() -> Self { Self::$word }
        }
    )+};
}

defaults! {
    EnterpriseKind => Company,
    EnterpriseStatus => Active,
    AuthoritySystem => MarketRegulation,
    Procedure => Ordinary,
    InspectionMode => OnSite,
    InspectionBasis => Routine,
}
