//! What the labels of columns speak of, beside the names that `columns` has.

/// What the label of a column of credit codes contains.
pub(in super::super) const CODE_SAYS: &[&str] = &["统一社会信用代码", "社会信用代码", "信用代码"];

/// What makes a column one of the authority: the first part directly before the second.
pub(in super::super) const AUTHORITY_SAYS: (&[&str], &[&str]) =
    (&["处罚", "决定", "执法", "实施", "检查", "登记", "管辖"], &["机关", "部门", "单位"]);

/// What stands directly before 机关, 部门 or 单位 in the label of the authority that decided a penalty, where `columns` does not
/// have that label.
pub(in super::super) const DECIDING: &[&str] = &["处罚", "决定", "执法", "实施"];
/// The same in the label of the department that carried out an inspection.
pub(in super::super) const INSPECTING: &[&str] = &["检查", "抽查", "执法", "实施"];

/// What makes it one of the party all the same, directly before these.
pub(in super::super) const PASSIVE: &[char] = &['被', '受'];

/// What names the place from which the data came.
pub(in super::super) const COLUMN_OF_SOURCE: &str = "数据来源";

/// What the heading above the columns of the party contains.
pub(in super::super) const PARTY_SAYS: &[&str] =
    &["相对人", "当事人", "企业", "主体", "被处罚", "受处罚", "被检查", "受检查", "被执行人", "违法单位"];

/// The labels that say too little by themselves: the heading above them goes before.
pub(in super::super) const BARE_LABELS: &[&str] = &[BARE_NAME, "代码"];
pub(in super::super) const BARE_NAME: &str = "名称";

/// What they are of a party, whatever else the heading above them says.
pub(in super::super) const NAME_OF_PARTY: &str = "行政相对人名称";
pub(in super::super) const CODE_OF_PARTY: &str = "行政相对人代码";

/// What labels about persons and their papers contain.
pub(in super::super) const PERSON_SAYS: &[&str] =
    &["法定代表人", "法人代表", "法人姓名", "负责人", "经办人", "联系人", "身份证", "证件", "电话", "手机", "联系方式"];

/// What other labels about persons contain: of persons only where no column of a file is called so.
pub(in super::super) const PERSON_SAYS_TOO: &[&str] = &[
    "姓名",
    "举报人",
    "投诉人",
    "股东",
    "投资人",
    "实际控制人",
    "业主",
    "代理人",
    "人员",
    "承办人",
    "审批人",
    "审核人",
    "操作员",
    "录入人",
    "填报人",
    "签收人",
    "住址",
    "身份号",
    "公民",
    "护照",
    "邮箱",
    "电子邮件",
    "E-MAIL",
    "EMAIL",
    "微信",
];

/// Labels that are of persons as they stand.
pub(in super::super) const PERSONS: &[&str] = &["法人", "经营者", "检查人", "执法人"];

/// What makes a label one of names of whatever kind all the same: 被执行人姓名/名称.
pub(in super::super) const NAME_SAYS: &str = "名称";

/// The codes of the layout of the double publicity for such columns begin so.
pub(in super::super) const PERSON_CODES: &[&str] = &["CF_FR", "CF_XDR_ZJ", "CF_XDR_SFZ"];

/// The units that a label may name, each with its power of ten of yuan; the longest first.
pub(in super::super) const UNITS: &[(&str, i32)] =
    &[("百万元", 6), ("亿元", 8), ("万元", 4), ("千元", 3), ("万", 4), ("元", 0)];

/// What may stand before the unit in a remark that names it.
pub(in super::super) const BEFORE_UNIT: &[&str] = &["金额单位", "计量单位", "单位", "人民币", "以", "按"];

/// The categories with which the credit codes of businesses begin.
pub(in super::super) const BUSINESS_CODES: &[&str] = &["91", "92", "93"];

/// How the names of enterprises end.
pub(in super::super) const ENTERPRISE_ENDINGS: &[&str] =
    &["公司", "店", "厂", "商行", "超市", "合作社", "经营部", "服务部", "工作室", "中心", "药房", "餐厅", "饭馆"];
