//! What the labels of columns speak of, beside the names that `columns` has.

/// What the label of a column of credit codes contains.
pub(in super::super) const CODE_SAYS: &[&str] = &["统一社会信用代码", "社会信用代码", "信用代码"];

/// What makes a column one of the authority: the first part directly before the second.
pub(in super::super) const AUTHORITY_SAYS: (&[&str], &[&str]) =
    (&["处罚", "决定", "执法", "检查", "登记", "管辖"], &["机关", "部门", "单位"]);

/// What makes it one of the party all the same, directly before these.
pub(in super::super) const PASSIVE: &[char] = &['被', '受'];

/// What names the place from which the data came.
pub(in super::super) const COLUMN_OF_SOURCE: &str = "数据来源";

/// What the heading above the columns of the party contains.
pub(in super::super) const PARTY_SAYS: &[&str] =
    &["相对人", "当事人", "企业", "主体", "被处罚", "受处罚", "被检查", "受检查", "被执行人", "违法单位"];

/// The labels that say too little by themselves: the heading above them goes before.
pub(in super::super) const BARE_LABELS: &[&str] = &["名称", "代码"];

/// What labels about persons and their papers contain.
pub(in super::super) const PERSON_SAYS: &[&str] =
    &["法定代表人", "法人代表", "法人姓名", "负责人", "经办人", "联系人", "身份证", "证件", "电话", "手机", "联系方式"];

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
