//! What administrative divisions are called.

use std::sync::LazyLock;

/// A line a division: its code of six digits, a blank, its name; in the order of the codes, below lines that begin with `#`.
const DIVISIONS: &str = include_str!("regions.txt");

/// What the list has of Baotou, once more: a part of the list would bring all of it along.
const NEAR: [(&str, &str); 11] = [
    ("150200", "包头市"),
    ("150202", "东河区"),
    ("150203", "昆都仑区"),
    ("150204", "青山区"),
    ("150205", "石拐区"),
    ("150206", "白云鄂博矿区"),
    ("150207", "九原区"),
    ("150221", "土默特右旗"),
    ("150222", "固阳县"),
    ("150223", "达尔罕茂明安联合旗"),
    ("150271", "包头稀土高新技术产业开发区"),
];

/// Returns the name of an administrative division by its code; `None` of one that the list does not have. Of a code that is
/// longer, such as that of a town, it is the county's.
///
/// ```
/// assert_eq!(district::region_name("150203"), Some("昆都仑区"));
/// assert_eq!(district::region_name("999999"), None);
/// ```
///
/// Source: GB/T 2260, as the package that `regions.txt` names has it.
#[must_use]
pub fn region_name(code: &str) -> Option<&'static str> {
    static SORTED: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
        DIVISIONS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' ')).collect()
    });
    let county = code.get(..6)?;
    let index = SORTED.binary_search_by_key(&county, |(code, _)| code).ok()?;
    Some(SORTED[index].1)
}

/// Returns the name of a division of Baotou 包头, whose measures the product brings along, by its code as [`region_name`] takes it.
/// A program that calls this and not that one carries a dozen names and not the whole list.
///
/// ```
/// assert_eq!(district::near_region_name("150203"), Some("昆都仑区"));
/// assert_eq!(district::near_region_name("110101"), None);
/// ```
#[must_use]
pub fn near_region_name(code: &str) -> Option<&'static str> {
    let county = code.get(..6)?;
    NEAR.iter().find(|(code, _)| *code == county).map(|(_, name)| *name)
}

/// Returns the name of an administrative division, or its code where none is known.
#[must_use]
pub fn region_words(code: &str) -> &str {
    region_name(code).unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provinces_cities_counties_and_what_lies_in_them_have_names() {
        for (code, name) in [
            ("110000", "北京市"),
            ("150000", "内蒙古自治区"),
            ("150200", "包头市"),
            ("150203", "昆都仑区"),
            ("150203001000", "昆都仑区"),
            ("654325", "青河县"),
        ] {
            assert_eq!(region_name(code), Some(name), "{code}");
        }
        for code in ["", "1502", "昆都仑区", "150299", "# Adm"] {
            assert_eq!(region_name(code), None, "{code}");
        }
    }

    #[test]
    fn the_names_of_baotou_are_those_of_the_whole_list() {
        let lines = || DIVISIONS.lines().filter(|line| !line.starts_with('#'));
        for (code, name) in lines().filter_map(|line| line.split_once(' ')) {
            assert_eq!(near_region_name(code), code.starts_with("1502").then_some(name), "{code}");
        }
        assert_eq!(near_region_name("150203001000"), Some("昆都仑区"));
        for code in ["", "1502", "昆都仑区", "150299"] {
            assert_eq!(near_region_name(code), None, "{code}");
        }
    }

    #[test]
    fn every_line_is_a_code_with_a_name_and_stands_in_its_order() {
        let lines: Vec<&str> = DIVISIONS.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() > 3_000, "{} lines", lines.len());
        assert!(lines.is_sorted());
        for line in lines {
            let (code, name) = line.split_once(' ').unwrap_or_default();
            assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()), "{line}");
            assert!(!name.is_empty() && !name.is_ascii(), "{line}");
        }
    }
}
