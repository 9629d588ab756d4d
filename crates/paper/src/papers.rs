//! The papers that there are, and their built-in templates.

use facts::{Term, vocabulary};
use pack::FactKind;

use super::make::make;

vocabulary! {
    /// A paper of the repair desk.
    Paper "paper" {
        /// 信用修复告知书, handed over with the decision.
        RepairNotice = "repair_notice",
        /// 信用修复申请书.
        RepairApplication = "repair_application",
        /// 守信承诺书; 信用承诺书 on 信用中国.
        CommitmentLetter = "commitment_letter",
        /// 送达地址确认书.
        AddressConfirmation = "address_confirmation",
        /// 受理通知书.
        Acceptance = "acceptance",
        /// 补正通知书: once, all that is missing.
        Correction = "correction",
        /// 不予受理通知书.
        NotAccepted = "not_accepted",
        /// 准予信用修复决定书.
        Approval = "approval",
        /// 不予信用修复决定书, with reasons and remedies.
        Refusal = "refusal",
        /// 移出经营异常名录申请书.
        AbnormalApplication = "abnormal_application",
        /// 移出经营异常名录决定书.
        AbnormalRemoval = "abnormal_removal",
        /// 提前移出严重违法失信名单申请书.
        SeriousApplication = "serious_application",
        /// 提前移出严重违法失信名单决定书.
        SeriousRemoval = "serious_removal",
        /// 内部审批表.
        ApprovalSheet = "approval_sheet",
    }
}

impl Paper {
    /// The kinds of facts that it can be about; none where it is about the enterprise itself.
    ///
    /// ```
    /// use pack::FactKind;
    /// use paper::Paper;
    ///
    /// assert_eq!(Paper::RepairNotice.about(), [FactKind::Penalty]);
    /// assert!(Paper::AddressConfirmation.about().is_empty());
    /// ```
    #[must_use]
    pub fn about(self) -> &'static [FactKind] {
        match self {
            Self::AddressConfirmation => &[],
            Self::RepairNotice => &[FactKind::Penalty],
            Self::AbnormalApplication | Self::AbnormalRemoval => &[FactKind::AbnormalListing],
            Self::SeriousApplication | Self::SeriousRemoval => &[FactKind::SeriousListing],
            _ => &[FactKind::Penalty, FactKind::AbnormalListing, FactKind::SeriousListing],
        }
    }
}

/// The wording of each paper, at its index.
const WORDINGS: &[&str] = &[
    include_str!("../../../papers/repair_notice.txt"),
    include_str!("../../../papers/repair_application.txt"),
    include_str!("../../../papers/commitment_letter.txt"),
    include_str!("../../../papers/address_confirmation.txt"),
    include_str!("../../../papers/acceptance.txt"),
    include_str!("../../../papers/correction.txt"),
    include_str!("../../../papers/not_accepted.txt"),
    include_str!("../../../papers/approval.txt"),
    include_str!("../../../papers/refusal.txt"),
    include_str!("../../../papers/abnormal_application.txt"),
    include_str!("../../../papers/abnormal_removal.txt"),
    include_str!("../../../papers/serious_application.txt"),
    include_str!("../../../papers/serious_removal.txt"),
    include_str!("../../../papers/approval_sheet.txt"),
];

/// Makes the built-in template of a paper: a `.docx` file to be filled, or to be changed in Word or WPS first.
///
/// ```
/// use paper::{Paper, template};
///
/// assert!(template(Paper::Approval).starts_with(b"PK"));
/// ```
#[must_use]
pub fn template(paper: Paper) -> Vec<u8> {
    make(WORDINGS.get(paper.index()).copied().unwrap_or_default())
}
