//! The closed word lists of the contract, and sets of their words.

use std::marker::PhantomData;

/// A word of a closed list: it has a code, which is its name in JSON, and a place in the list.
pub trait Term: Copy + Eq + 'static {
    /// The name of the list: `penalty_kind`.
    const LIST: &'static str;
    /// Every word, in the order of the contract.
    const ALL: &'static [Self];
    /// The codes of the words, at their indices.
    const CODES: &'static [&'static str];
    /// The place of the word in [`Term::ALL`], from 0.
    fn index(self) -> usize;
    /// The name of the word in JSON.
    fn code(self) -> &'static str {
        Self::CODES.get(self.index()).copied().unwrap_or_default()
    }
    /// The word with this code, if there is one.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.get(index_of(Self::CODES, code)?).copied()
    }
}

/// The place of a code. It stands once for all lists, which makes what a page downloads smaller.
#[inline(never)]
fn index_of(codes: &[&str], code: &str) -> Option<usize> {
    codes.iter().position(|known| *known == code)
}

/// Declares enums that are closed word lists.
#[macro_export]
macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident $list:literal { $($(#[$word_doc:meta])* $word:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$word_doc])* $word),+ }

        impl $crate::Term for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &[$(Self::$word),+];
            const CODES: &'static [&'static str] = &[$($code),+];
            fn index(self) -> usize { self as usize }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::Term::code(*self))
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <String as $crate::serde::Deserialize>::deserialize(deserializer)?;
                let unknown = || $crate::serde::de::Error::unknown_variant(&code, <Self as $crate::Term>::CODES);
                <Self as $crate::Term>::from_code(&code).ok_or_else(unknown)
            }
        }
    )+};
}

vocabulary! {
    /// 主体类型.
    EnterpriseKind "enterprise_kind" {
        Company = "company",
        IndividualBusiness = "individual_business",
        Cooperative = "cooperative",
    }
    /// 登记状态.
    EnterpriseStatus "enterprise_status" {
        Active = "active",
        /// 吊销: the licence is revoked, the enterprise not yet struck off.
        Revoked = "revoked",
        /// 注销.
        Deregistered = "deregistered",
    }
    /// 监管领域.
    Sector "sector" {
        Food = "food",
        Drug = "drug",
        MedicalDevice = "medical_device",
        Cosmetics = "cosmetics",
        SpecialEquipment = "special_equipment",
        IndustrialProduct = "industrial_product",
        WorkSafety = "work_safety",
        Fire = "fire",
        Gas = "gas",
        Construction = "construction",
        Finance = "finance",
        Other = "other",
    }
    /// 风险等级 of a sector's own grading; `D` is the worst and the greatest.
    RiskGrade "risk_grade" { A = "A", B = "B", C = "C", D = "D" }
    /// Whether an authority belongs to market regulation 市场监管.
    AuthoritySystem "authority_system" {
        MarketRegulation = "market_regulation",
        Other = "other",
    }
    /// 处罚程序.
    Procedure "procedure" { Ordinary = "ordinary", Simple = "simple" }
    /// 处罚类别.
    PenaltyKind "penalty_kind" {
        Warning = "warning",
        Criticism = "criticism",
        Fine = "fine",
        ConfiscationOfGains = "confiscation_of_gains",
        ConfiscationOfGoods = "confiscation_of_goods",
        SuspensionOfLicence = "suspension_of_licence",
        Downgrade = "downgrade",
        RevocationOfLicence = "revocation_of_licence",
        RevocationOfBusinessLicence = "revocation_of_business_licence",
        RestrictionOfOperations = "restriction_of_operations",
        SuspensionOfBusiness = "suspension_of_business",
        Closure = "closure",
        RestrictionOfPractice = "restriction_of_practice",
        Detention = "detention",
        Other = "other",
    }
    /// 裁量阶次.
    Discretion "discretion" {
        /// 减轻.
        Mitigated = "mitigated",
        /// 从轻.
        Lenient = "lenient",
        /// 一般.
        Ordinary = "ordinary",
        /// 从重.
        Aggravated = "aggravated",
    }
    /// 列入经营异常名录的原因.
    AbnormalReason "abnormal_reason" {
        AnnualReport = "annual_report",
        ImmediateDisclosure = "immediate_disclosure",
        NameChange = "name_change",
        Unreachable = "unreachable",
        /// 隐瞒真实情况、弄虚作假: a ground until the revision of 2025.
        Concealment = "concealment",
    }
    /// 线索类型.
    LeadKind "lead_kind" {
        Complaint = "complaint",
        Transfer = "transfer",
        Assignment = "assignment",
        Monitoring = "monitoring",
        Media = "media",
        OffSite = "off_site",
        RectificationReview = "rectification_review",
        Request = "request",
        Emergency = "emergency",
    }
    /// 检查方式.
    InspectionMode "inspection_mode" { OnSite = "on_site", OffSite = "off_site" }
    /// 检查类型.
    InspectionBasis "inspection_basis" {
        Routine = "routine",
        DoubleRandom = "double_random",
        Special = "special",
        Triggered = "triggered",
    }
    /// 检查结果.
    InspectionResult "inspection_result" {
        Clean = "clean",
        Rectified = "rectified",
        Unrectified = "unrectified",
        Violation = "violation",
    }
    /// 承诺类型.
    CommitmentKind "commitment_kind" {
        Disclosure = "disclosure",
        ApprovalSubstitute = "approval_substitute",
        IncompleteAcceptance = "incomplete_acceptance",
        Repair = "repair",
        SelfDiscipline = "self_discipline",
        CertificateSubstitute = "certificate_substitute",
    }
}

/// A set of words of one list, as bits; it allocates nothing.
///
/// ```
/// use facts::{PenaltyKind, Set};
///
/// let kinds: Set<PenaltyKind> = [PenaltyKind::Fine, PenaltyKind::Warning].into_iter().collect();
/// assert!(kinds.contains(PenaltyKind::Fine));
/// assert!(!kinds.contains(PenaltyKind::Closure));
/// assert_eq!(kinds.iter().map(|kind| kind as usize).collect::<Vec<_>>(), [0, 2]);
/// ```
#[derive(Debug)]
pub struct Set<T>(u16, PhantomData<T>);

impl<T: Term> Set<T> {
    /// The set without a word.
    pub const EMPTY: Self = Self(0, PhantomData);

    /// The set of the words at the indices of these bits; bits beyond the list are ignored when it is asked.
    #[must_use]
    pub fn from_bits(bits: u16) -> Self {
        Self(bits, PhantomData)
    }

    /// A bit a word, at its index in the list.
    #[must_use]
    pub fn bits(self) -> u16 {
        self.0
    }

    /// Adds a word; adding it twice is adding it once.
    pub fn insert(&mut self, term: T) {
        self.0 |= 1 << term.index();
    }

    /// Whether the word is in the set.
    #[must_use]
    pub fn contains(self, term: T) -> bool {
        self.0 & (1 << term.index()) != 0
    }

    /// Whether the sets share a word.
    #[must_use]
    pub fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether every word of this set is in the other.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether there is no word in the set.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The words, in the order of their list.
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::ALL.iter().copied().filter(move |term| self.contains(*term))
    }
}

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Set<T> {}

impl<T> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Set<T> {}

impl<T: Term> Default for Set<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T: Term> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(terms: I) -> Self {
        let mut set = Self::EMPTY;
        for term in terms {
            set.insert(term);
        }
        set
    }
}
