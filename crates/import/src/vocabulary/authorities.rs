//! Whose an authority is, by its name.

use super::super::cell::compacted;
use facts::AuthoritySystem;

/// What a person can say of an authority: the first word that it is of market regulation, the second that it is another.
pub(in super::super) const AUTHORITY_MEANINGS: [&str; 2] = ["市场监督管理", OTHER_SYSTEM];

/// The meaning of an authority that is none of market regulation.
pub(in super::super) const OTHER_SYSTEM: &str = "其他";

/// What names another authority, unless it stands in the longer word beside it.
const OTHERS: &[(&str, &str)] = &[("公安", "公安县"), ("法院", ""), ("检察", ""), ("海关", "山海关")];

/// Fields that have a market of their own, whose authority is another: 文化市场, 建筑市场.
const OTHER_MARKETS: &[&str] = &["文化", "建筑", "建设", "人力资源", "电力", "金融", "期货", "证券"];

/// What may stand between such a field and its market.
const BETWEEN_FIELD_AND_MARKET: &[&str] = &["", "和旅游", "工程"];

const MARKET: &str = "市场";

/// What the name of an authority of market regulation contains, or of an office that went into it.
const MARKET_REGULATION: &[&str] = &[
    "市场监督",
    "市场监管",
    "市监局",
    "市监所",
    "市监分局",
    "药品监督管理",
    "药监局",
    "食药监局",
    "知识产权",
    "工商行政管理",
    "工商局",
    "质量技术监督",
    "质监局",
];

/// The traditional forms of letters that these names have.
const TRADITIONAL: &[(char, char)] = &[
    ('場', '场'),
    ('監', '监'),
    ('藥', '药'),
    ('識', '识'),
    ('產', '产'),
    ('産', '产'),
    ('權', '权'),
    ('質', '质'),
    ('術', '术'),
    ('關', '关'),
    ('檢', '检'),
    ('設', '设'),
    ('築', '筑'),
    ('資', '资'),
    ('電', '电'),
    ('貨', '货'),
    ('證', '证'),
    ('業', '业'),
    ('務', '务'),
    ('縣', '县'),
    ('遊', '游'),
    ('總', '总'),
    ('區', '区'),
];

/// The credit codes of authorities begin so.
pub(in super::super) const AUTHORITY_CODE: &str = "11";

/// How the names of authorities end; not 所 alone, with which places end too.
pub(in super::super) const AUTHORITY_ENDINGS: &[&str] =
    &["局", "委", "委员会", "支队", "大队", "总队", "政府", "厅", "监管所", "监督管理所", "派出所"];

/// Returns whose authority this is, by its name: blanks, invisible characters and widths do not matter.
#[inline(never)]
pub(in super::super) fn authority_system(name: &str) -> AuthoritySystem {
    let name = simplified(&compacted(name));
    if is_other(&name) || !MARKET_REGULATION.iter().any(|part| name.contains(part)) {
        AuthoritySystem::Other
    } else {
        AuthoritySystem::MarketRegulation
    }
}

fn simplified(name: &str) -> String {
    let simple = |c: char| TRADITIONAL.iter().find(|(old, _)| *old == c).map_or(c, |(_, new)| *new);
    name.chars().map(simple).collect()
}

fn is_other(name: &str) -> bool {
    let names = |(word, unless): &(&str, &str)| {
        let all = name.matches(word).count();
        all > 0 && (unless.is_empty() || all > name.matches(unless).count())
    };
    OTHERS.iter().any(names)
        || name.match_indices(MARKET).any(|(at, _)| {
            let before = name.get(..at).unwrap_or_default();
            let fields = BETWEEN_FIELD_AND_MARKET.iter().filter_map(|between| before.strip_suffix(between));
            fields.into_iter().any(|before| OTHER_MARKETS.iter().any(|field| before.ends_with(field)))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authorities_are_told_by_their_names() {
        for name in [
            "示例区市场监督管理局",
            "示例区市场监督 管理局",
            "示例区市場監督管理局",
            "示例区市监局",
            "示例区工商行政管理局",
            "示例区質量技術監督局",
            "示例市食药监局",
            "示例区药品监督管理局",
            "示例市知识产权局",
            "公安县市场监督管理局",
            "山海关市场监督管理局",
            "示例\u{200B}区市场\n监管局",
            "示例区市监分局",
            "示例区市监所",
            "示例区工商局",
            "示例区质监局",
        ] {
            assert_eq!(authority_system(name), AuthoritySystem::MarketRegulation, "{name}");
        }
        for name in [
            "示例区生态环境局",
            "示例市公安局市场监督管理支队",
            "公安县公安局知识产权大队",
            "示例海关知识产权科",
            "示例法院知识产权庭",
            "示例检察院知识产权部",
            "示例市文化市场监督执法队",
            "示例市文化和旅游市场监管科",
            "示例区建筑工程市场监管站",
            "示例市人力资源市场监管科",
            "示例区税务局",
            "",
        ] {
            assert_eq!(authority_system(name), AuthoritySystem::Other, "{name}");
        }
    }
}
