//! The records of the district that were changed on the page. While they are open there, the district has them as they
//! stand there; closed without having been saved, or with every step undone, they are again as the files gave them.

use crate::calendar::Calendar;
use crate::district::{District, Gaps};
use crate::entry::list_name;
use crate::facts::{Date, Enterprise, Withheld};
use crate::json;
use crate::pack::{FactKind, Pack};
use crate::request::read_half;

/// Those that the district has at this moment.
#[derive(Default)]
pub(super) struct Changed(Vec<Record>);

struct Record {
    /// As the page would save it.
    text: String,
    /// The enterprise as the files gave it.
    own: Enterprise,
}

impl Changed {
    /// Puts these records, each by the credit code that its enterprise has in the files, into the district, and takes out
    /// what was put there before. Tells whether the district is another now.
    pub(super) fn lay(
        &mut self,
        records: &[(String, String)],
        district: &mut District,
        (pack, calendar): (&Pack, &Calendar),
    ) -> bool {
        let mut before = std::mem::take(&mut self.0);
        let mut is_other = false;
        for (code, text) in records {
            // Of two records of one enterprise the first counts.
            if self.own(code).is_some() {
                continue;
            }
            let kept = before.iter().position(|record| record.own.uscc == *code).map(|index| before.swap_remove(index));
            let same = kept.as_ref().is_some_and(|kept| kept.text == *text);
            let own = kept.map(|kept| kept.own).or_else(|| district.enterprise(code).cloned());
            let Some(own) = own else { continue };
            if !same {
                let (record, gaps) = judged(text, &own);
                is_other |= district.replace_with_gaps(record, gaps, pack, calendar);
            }
            self.0.push(Record { text: text.clone(), own });
        }
        for gone in before {
            is_other |= district.replace(gone.own, pack, calendar);
        }
        is_other
    }

    /// The records as they are laid over the district.
    pub(super) fn texts(&self) -> Vec<String> {
        self.0.iter().map(|record| record.text.clone()).collect()
    }

    /// An enterprise as the files gave it, where the district has it otherwise.
    pub(super) fn own(&self, code: &str) -> Option<&Enterprise> {
        self.0.iter().map(|record| &record.own).find(|own| own.uscc == code)
    }
}

/// What of a record can be read and is judged, as on its page, and what is lacking in it. The row is known by its code, so
/// that one stays, and by its name, as long as there is no other.
fn judged(text: &str, own: &Enterprise) -> (Enterprise, Gaps) {
    let half = json::parse(text).map(|record| read_half(&record));
    let penalties = half.as_ref().map_or(0, |half| half.not_counted(list_name(FactKind::Penalty)));
    let mut enterprise = half.map(|half| half.enterprise).unwrap_or_default();
    let incomplete = |withheld: &Withheld| matches!(withheld, Withheld::Incomplete { .. });
    // Whether a day lies before the registration is asked again with every day.
    let withheld = enterprise.withheld(Date::MAX).filter(incomplete);
    enterprise.uscc.clone_from(&own.uscc);
    if enterprise.name.is_empty() {
        enterprise.name.clone_from(&own.name);
    }
    (enterprise, Gaps { withheld, penalties })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::import::Import;

    const RULES: fn() -> (&'static Pack, &'static Calendar) = || (builtin::pack(), builtin::calendar());

    fn district() -> District {
        let firm = |code: &str| Enterprise { uscc: code.to_owned(), name: "甲".to_owned(), ..Enterprise::default() };
        let import = Import { enterprises: vec![firm("A"), firm("B")], registered: 2, ..Import::default() };
        let mut district = District::new(import);
        district.classify(builtin::pack(), builtin::calendar(), Date::from_ymd_opt(2026, 11, 21).unwrap());
        district
    }

    fn record(code: &str, facts: &str) -> (String, String) {
        (code.to_owned(), format!(r#"{{"enterprise": {{{facts}}}}}"#))
    }

    const LISTED: &str = r#""uscc": "A", "name": "乙", "court_listings": [{"listed_on": "2025-01-05"}]"#;

    fn class(district: &District, index: usize) -> String {
        district.standing(index).unwrap().verdict.class.id().to_owned()
    }

    #[test]
    fn a_changed_record_is_judged_and_goes_again() {
        let (mut district, mut changed) = (district(), Changed::default());
        let listed = [record("A", LISTED)];
        assert!(changed.lay(&listed, &mut district, RULES()));
        assert_eq!([class(&district, 0), class(&district, 1)], ["high_risk", "good"]);
        assert_eq!(district.enterprises()[0].name, "乙");
        assert_eq!(changed.own("A").map(|own| own.name.as_str()), Some("甲"));
        assert!(!changed.lay(&listed, &mut district, RULES()), "nothing is new");
        assert!(changed.lay(&[], &mut district, RULES()));
        assert_eq!(class(&district, 0), "good");
        assert_eq!(district.enterprises(), self::district().enterprises());
        assert!(changed.own("A").is_none());
    }

    #[test]
    fn what_cannot_be_read_is_left_out_and_the_row_keeps_its_code() {
        let (mut district, mut changed) = (district(), Changed::default());
        // A listing without its day, a wrong day, no name, and the code of another.
        let facts = r#""uscc": "B", "court_listings": [{}, {"listed_on": "2025-02-30"}, {"listed_on": "2025-01-05"}]"#;
        assert!(changed.lay(&[record("A", facts)], &mut district, RULES()));
        let codes: Vec<_> = district.enterprises().iter().map(|it| (it.uscc.as_str(), it.name.as_str())).collect();
        assert_eq!(codes, [("A", "甲"), ("B", "甲")]);
        assert_eq!(district.enterprises()[0].court_listings.len(), 1);
        assert_eq!([class(&district, 0), class(&district, 1)], ["high_risk", "good"]);
    }

    #[test]
    fn a_record_without_code_or_name_has_no_class_and_penalties_that_do_not_count_are_told() {
        let (mut district, mut changed) = (district(), Changed::default());
        let unnamed = r#""uscc": "A", "penalties": [{}, {"decided_on": "2026-01-05"}, {"kinds": ["fine"]},
            {"decided_on": "2026-01-05", "kinds": ["warning"]}]"#;
        assert!(changed.lay(&[record("A", unnamed)], &mut district, RULES()));
        assert_eq!(district.withheld(0), Some(Withheld::Incomplete { uscc: false, name: true }));
        assert_eq!((district.gaps(0).penalties, district.gaps(1)), (3, Gaps::default()));
        // Another day changes nothing of what is lacking.
        let (pack, calendar) = RULES();
        let tallies = district.classify(pack, calendar, Date::from_ymd_opt(2027, 1, 5).unwrap());
        assert_eq!(tallies.classes.iter().map(|(_, count)| count).sum::<usize>(), 1);
        assert!(district.table().unwrap().row(0).unwrap().withheld);
        // A code that is none is a code; with a name there is a class again.
        assert!(changed.lay(&[record("A", r#""uscc": "123", "name": "乙""#)], &mut district, RULES()));
        assert_eq!((district.withheld(0), district.gaps(0)), (None, Gaps::default()));
    }

    #[test]
    fn a_record_of_no_enterprise_of_the_district_stays_outside_and_the_first_of_two_counts() {
        let (mut district, mut changed) = (district(), Changed::default());
        assert!(!changed.lay(&[record("C", LISTED)], &mut district, RULES()));
        let twice = [record("A", LISTED), record("A", r#""uscc": "A", "name": "丙""#)];
        assert!(changed.lay(&twice, &mut district, RULES()));
        assert_eq!(class(&district, 0), "high_risk");
        assert!(changed.lay(&twice[1..], &mut district, RULES()));
        assert_eq!([class(&district, 0), district.enterprises()[0].name.clone()], ["good", "丙"]);
        assert!(changed.lay(&[], &mut district, RULES()));
        assert_eq!(district.enterprises()[0].name, "甲");
    }
}
