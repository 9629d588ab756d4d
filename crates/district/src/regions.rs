//! What administrative divisions are called.

use std::sync::LazyLock;

/// A line a division: its code of six digits, a blank, its name; in the order of the codes, below lines that begin with `#`.
const DIVISIONS: &str = include_str!("regions.txt");

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
