//! What a label says: its key for comparing, the unit that it names, and of whom it speaks.

use super::super::cell::{bracket, compacted, without_number};
use super::super::columns::{CODES, Field, FileKind, Spec, without_unit};
use super::super::vocabulary::{
    AUTHORITY_SAYS, BARE_LABELS, BARE_NAME, BEFORE_UNIT, CODE_OF_PARTY, CODE_SAYS, COLUMN_OF_SOURCE, DECIDING,
    INSPECTING, NAME_OF_PARTY, NAME_SAYS, PARTY_SAYS, PASSIVE, PERSON_CODES, PERSON_SAYS, PERSON_SAYS_TOO, PERSONS,
    UNITS,
};

/// The label of a column, made comparable: without blanks, invisible characters and what marks a column that must be
/// filled in, in ASCII forms and capitals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(in super::super) struct Label {
    text: String,
    /// Of what it speaks: worked out once, and asked by every kind of file that it may belong to.
    is_personal: bool,
    is_code_of_party: bool,
}

/// How a label names a field.
#[derive(Clone, Copy)]
pub(super) struct Naming {
    pub(super) spec: &'static Spec,
    /// The unit, as a power of ten of yuan.
    pub(super) unit: Option<i32>,
    /// Whether something had to be left out of the label.
    pub(super) shortened: bool,
    /// Whether what was left out is a number: then several such columns go on with each other.
    pub(super) numbered: bool,
}

impl Label {
    pub(in super::super) fn new(text: &str) -> Self {
        let plain = compacted(text);
        let plain = plain.trim_matches(|c: char| c.is_control()).trim_start_matches(['*', '\'']).trim_end_matches('*');
        let text = plain.chars().filter(|c| !c.is_control()).map(|c| c.to_ascii_uppercase()).collect();
        let label = Self { text, ..Self::default() };
        let is_code_of_party = label.is_code() && !label.speaks_of_authority();
        let label = Self { is_code_of_party, ..label };
        let is_personal =
            !is_code_of_party && (label.speaks_of_persons() || (label.may_speak_of_persons() && !label.is_column()));
        Self { is_personal, ..label }
    }

    /// A label that says too little by itself, below a heading that speaks of the party.
    pub(super) fn of_party(bare: &Label) -> Self {
        Self::new(if bare.text == BARE_NAME { NAME_OF_PARTY } else { CODE_OF_PARTY })
    }

    /// Its key for comparing.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it says too little without what stands above it.
    pub(super) fn is_bare(&self) -> bool {
        BARE_LABELS.contains(&&*self.text)
    }

    /// The column of this kind of file that it names: as a whole, else without what stands in brackets or as a number at its
    /// end.
    pub(super) fn naming(&self, kind: FileKind) -> Option<Naming> {
        let specs = kind.specs();
        if self.is_code_of_party() {
            let spec = specs.iter().find(|spec| spec.field == Field::Uscc)?;
            return Some(Naming { spec, unit: None, shortened: false, numbered: false });
        }
        let (mut text, mut unit, mut shortened, mut numbered) = (self.text.as_str(), None, false, false);
        loop {
            if let Some(spec) = specs.iter().find(|spec| names(spec, text)) {
                return Some(Naming { spec, unit, shortened, numbered });
            }
            if let Some((base, note)) = bracket(text) {
                match unit_of(note) {
                    Some(named) => unit = unit.or(Some(named)),
                    None => shortened = true,
                }
                text = base;
            } else if let Some(base) = without_number(text) {
                text = base;
                (shortened, numbered) = (true, true);
            } else if let Some(base) = without_remark_before(text).or_else(|| text.strip_suffix(':')) {
                text = base;
                shortened = true;
            } else {
                let Some((base, power)) =
                    UNITS.iter().find_map(|(word, power)| Some((text.strip_suffix(word)?, *power)))
                else {
                    let spec = specs.iter().find(|spec| self.names_authority(spec.field, text))?;
                    return Some(Naming { spec, unit: None, shortened: true, numbered });
                };
                if base.ends_with(|c: char| !matches!(c, '额' | '款' | '得' | ':' | '_' | '-' | '/')) {
                    return None;
                }
                text = base.trim_end_matches([':', '_', '-', '/']);
                unit = unit.or(Some(power));
            }
        }
    }

    /// Whether a column of any kind of file has it, or it speaks of persons.
    pub(super) fn is_known(&self) -> bool {
        self.is_personal() || self.is_column()
    }

    /// Whether a column of any kind of file has it.
    fn is_column(&self) -> bool {
        FileKind::ALL.into_iter().any(|kind| self.naming(kind).is_some())
    }

    /// Whether a text is what the column of this field is called by its authority: what it does directly before what it is.
    fn names_authority(&self, field: Field, text: &str) -> bool {
        let doing = match field {
            Field::Authority => DECIDING,
            Field::Department => INSPECTING,
            _ => return false,
        };
        let (_, bodies) = AUTHORITY_SAYS;
        let text = text.strip_suffix(NAME_SAYS).unwrap_or(text);
        bodies.iter().filter_map(|body| text.strip_suffix(body)).any(|before| ends_acting(before, doing))
    }

    /// The unit that stands in brackets at its end.
    pub(super) fn unit(&self) -> Option<i32> {
        bracket(&self.text).and_then(|(_, note)| unit_of(note))
    }

    /// Whether it is that of a column with credit codes, be it of the party or of the authority.
    fn is_code(&self) -> bool {
        CODE_SAYS.iter().any(|says| self.text.contains(says)) || CODES.contains(&&*self.text)
    }

    /// Whether it is that of the column with the credit codes of the parties.
    pub(super) fn is_code_of_party(&self) -> bool {
        self.is_code_of_party
    }

    /// Whether it speaks of an authority, or of the place from which the data came.
    pub(super) fn speaks_of_authority(&self) -> bool {
        let (doing, bodies) = AUTHORITY_SAYS;
        let names = |body: &&str| {
            self.text.match_indices(body).any(|(at, _)| ends_acting(self.text.get(..at).unwrap_or_default(), doing))
        };
        self.text.contains(COLUMN_OF_SOURCE) || bodies.iter().any(names)
    }

    /// Whether, as a heading, it speaks of the party.
    pub(super) fn speaks_of_party(&self) -> bool {
        !self.speaks_of_authority() && PARTY_SAYS.iter().any(|says| self.text.contains(says))
    }

    /// Whether the column is about persons or their papers: nothing of it is read, kept or shown.
    pub(in super::super) fn is_personal(&self) -> bool {
        self.is_personal
    }

    fn speaks_of_persons(&self) -> bool {
        PERSON_SAYS.iter().any(|says| self.text.contains(says))
            || PERSON_CODES.iter().any(|code| self.text.starts_with(code))
    }

    fn may_speak_of_persons(&self) -> bool {
        PERSONS.contains(&&*self.text)
            || (!self.text.contains(NAME_SAYS) && PERSON_SAYS_TOO.iter().any(|says| self.text.contains(says)))
    }
}

/// Whether a text ends with one of the things that an authority does, and not with 被 or 受 before it.
fn ends_acting(text: &str, doing: &[&str]) -> bool {
    doing.iter().filter_map(|doing| text.strip_suffix(doing)).any(|before| !before.ends_with(PASSIVE))
}

/// The text behind the brackets that it begins with: （必填）处罚类别. One that says too little alone is not taken out of what
/// stands before it: （处罚机关）名称.
fn without_remark_before(text: &str) -> Option<&str> {
    let (remark, base) = text.strip_prefix(['(', '[', '【', '〔'])?.split_once([')', ']', '】', '〕'])?;
    (!remark.contains(['(', '[', '【', '〔']) && !base.is_empty() && !BARE_LABELS.contains(&base)).then_some(base)
}

fn names(spec: &Spec, text: &str) -> bool {
    spec.field != Field::Uscc && (text == without_unit(spec.standard) || spec.others.contains(&text))
}

/// The unit that a remark names, and nothing else: not 美元, nor 超过万元的.
fn unit_of(note: &str) -> Option<i32> {
    let is_sign = |c: char| matches!(c, ':' | ',' | '/' | '.');
    let mut text = note;
    while let Some(rest) = BEFORE_UNIT.iter().find_map(|before| text.strip_prefix(before)) {
        text = rest.trim_start_matches(is_sign);
    }
    UNITS.iter().find(|(word, _)| *word == text).map(|(_, power)| *power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_the_partys_unless_the_label_speaks_of_an_authority() {
        for label in [
            "统一社会信用代码",
            "行政相对人代码_1（统一社会信用代码）",
            "被处罚单位统一社会信用代码",
            "受检查单位社会信用代码",
            "统一社会信用代码/注册号",
            "CF_XDR_SHXYM",
            "*统一社会\n信用代码",
            "信用代码（证件号码）",
        ] {
            assert!(Label::new(label).is_code_of_party() && !Label::new(label).is_personal(), "{label}");
        }
        for label in [
            "处罚机关统一社会信用代码",
            "数据来源单位统一社会信用代码",
            "登记机关信用代码",
            "作出决定机关统一社会信用代码",
            "检查部门代码",
            "行政相对人代码_2（工商注册号）",
        ] {
            assert!(!Label::new(label).is_code_of_party(), "{label}");
        }
    }

    #[test]
    fn labels_about_persons_are_known_by_what_they_contain() {
        for label in [
            "法定代表人",
            "负责人姓名",
            "身份证号",
            "证件类型",
            "联系电话",
            "手机号码",
            "经办人",
            "CF_FRDB",
            "CF_FR_SFZH",
            "CF_XDR_ZJHM",
            "cf_xdr_sfz",
        ] {
            assert!(Label::new(label).is_personal(), "{label}");
        }
        assert!(!Label::new("行政相对人名称").is_personal() && !Label::new("CF_XDR_MC").is_personal());
    }

    #[test]
    fn labels_about_persons_are_known_unless_a_column_is_called_so() {
        for label in
            ["举报人", "投诉人姓名", "股东", "执法人员", "家庭住址", "公民身份号码", "法人", "经营者", "E-mail"]
        {
            assert!(Label::new(label).is_personal(), "{label}");
        }
        for label in ["经营者名称", "被执行人姓名/名称", "当事人", "被处罚单位名称", "企业法人名称", "人数"]
        {
            assert!(!Label::new(label).is_personal(), "{label}");
        }
    }

    #[test]
    fn a_label_names_the_authority_by_what_it_does_and_what_it_is() {
        let field = |label, kind| Label::new(label).naming(kind).map(|naming| naming.spec.field);
        for label in ["处罚单位", "执法机关", "处罚实施机关", "处罚决定机关名称", "作出处罚的决定部门（全称）"]
        {
            assert_eq!(field(label, FileKind::Penalties), Some(Field::Authority), "{label}");
        }
        for label in ["被处罚单位", "登记机关", "处罚机关代码", "决定", "数据来源单位"] {
            assert_eq!(field(label, FileKind::Penalties), None, "{label}");
        }
        assert_eq!(field("检查实施单位", FileKind::Inspections), Some(Field::Department));
        assert_eq!(field("被检查单位", FileKind::Inspections), None);
    }

    #[test]
    fn what_is_put_around_a_label_leaves_it_known() {
        for label in ["处罚类别：", "（必填）处罚类别", "【必填】处罚类别（可多选）", "1、处罚类别:", "*处罚类别"]
        {
            let naming = Label::new(label).naming(FileKind::Penalties);
            assert!(naming.is_some_and(|naming| naming.spec.field == Field::Kinds), "{label}");
        }
        for label in ["（必填）", "（处罚机关）名称"] {
            assert!(Label::new(label).naming(FileKind::Penalties).is_none(), "{label}");
        }
    }

    #[test]
    fn units_are_read_wherever_a_label_names_them() {
        let unit = |label| Label::new(label).naming(FileKind::Penalties).map(|naming| (naming.spec.field, naming.unit));
        for (label, power) in [
            ("罚款金额（万元）", Some(4)),
            ("罚款金额(元)", Some(0)),
            ("罚款金额（单位：万元）", Some(4)),
            ("罚款金额（元）_1", Some(0)),
            ("罚款金额万元", Some(4)),
            ("罚款金额（万）", Some(4)),
            ("罚款金额", None),
            ("罚款金额（必填）（元）", Some(0)),
            ("CF_NR_FK", None),
        ] {
            assert_eq!(unit(label), Some((Field::Fine, power)), "{label}");
        }
        assert_eq!(unit("处罚内容"), None);
    }
}
