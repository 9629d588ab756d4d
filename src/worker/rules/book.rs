//! The rules in words, as the page on them asks for: narrowed by its words, with what was wrong with what was entered last.

use super::messages::{CalendarInUse, Rulebook, RulebookRequest, RulesInUse};
use super::{RuleFault, Rules};
use crate::import::cell::{ascii_forms, in_figures};
use crate::pack::Locale;
use crate::rulebook::{self, Entry, Runs, Section};

/// Writes the rules that are in use.
pub(super) fn write(rules: &Rules, request: &RulebookRequest) -> Rulebook {
    let locale = request.locale;
    let words = request.words.trim();
    let book = rulebook::write(rules.pack(), rules.base(), rules.calendar(), request.as_of, locale);
    let mut sections = narrowed(book.sections, words, &request.found);
    for entry in sections.iter_mut().flat_map(|section| &mut section.entries) {
        if let Some(setting) = &mut entry.setting {
            setting.fault = fault_of(&entry.id, rules.refused(), locale);
        }
    }
    Rulebook { locale, words: words.to_owned(), in_use: in_use(rules, request), sections }
}

/// Leaves of each section the entries that have every one of these words anywhere or were found already, and none of a section without such an entry.
fn narrowed(mut sections: Vec<Section>, words: &str, found: &[String]) -> Vec<Section> {
    let words = plain(words);
    let words: Vec<&str> = words.split_whitespace().collect();
    if words.is_empty() {
        return sections;
    }
    for section in &mut sections {
        section.entries.retain(|entry| has(entry, &words) || found.contains(&entry.id));
    }
    sections.retain(|section| !section.entries.is_empty());
    sections
}

/// Returns whether an entry has every one of these words somewhere.
fn has(entry: &Entry, words: &[&str]) -> bool {
    let text = |runs: &Runs| plain(&runs.iter().map(|run| run.text.as_str()).collect::<String>());
    let lines = entry.lines.iter().flat_map(|line| std::iter::once(&line.words).chain(&line.items));
    let texts: Vec<String> = [plain(&entry.title), plain(&entry.id)].into_iter().chain(lines.map(text)).collect();
    words.iter().all(|word| texts.iter().any(|text| text.contains(word)))
}

/// Returns a text as it is compared: 十次 as 10次, full-width forms and capitals as plain and small letters.
fn plain(text: &str) -> String {
    in_figures(&ascii_forms(text)).to_lowercase()
}

/// Says what is wrong with the value that was asked for last for a parameter.
fn fault_of(id: &str, refused: &[RuleFault], locale: Locale) -> Option<String> {
    let fault = refused.iter().find(|fault| fault.id == id)?;
    Some(if locale == Locale::Zh { fault.zh.clone() } else { fault.en.clone() })
}

fn in_use(rules: &Rules, request: &RulebookRequest) -> RulesInUse {
    let calendar = match (rules.has_own_calendar(), request.calendar_kept, request.kept_in_use) {
        (false, false, _) => CalendarInUse::BuiltIn,
        (false, true, _) => CalendarInUse::BuiltInWithOtherKept,
        (true, _, true) => CalendarInUse::Kept,
        (true, true, false) => CalendarInUse::OwnWithOtherKept,
        (true, false, false) => CalendarInUse::Own,
    };
    RulesInUse { has_own_pack: rules.has_own_pack(), has_changed_parameters: rules.is_changed(), calendar }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Date;
    use crate::rulebook::Entering;
    use crate::worker::RulesRequest;

    fn request(words: &str, locale: Locale) -> RulebookRequest {
        let as_of = Date::from_ymd_opt(2026, 11, 22).unwrap();
        RulebookRequest {
            as_of,
            locale,
            words: words.to_owned(),
            found: Vec::new(),
            calendar_kept: false,
            kept_in_use: false,
        }
    }

    fn entries(book: &Rulebook) -> impl Iterator<Item = &Entry> {
        book.sections.iter().flat_map(|section| &section.entries)
    }

    fn entry<'b>(book: &'b Rulebook, id: &str) -> &'b Entry {
        entries(book).find(|entry| entry.id == id).unwrap_or_else(|| panic!("no entry {id}"))
    }

    fn with_parameters(parameters: &str) -> Rules {
        let mut rules = Rules::default();
        rules.change(&RulesRequest { parameters: parameters.to_owned(), ..RulesRequest::default() });
        rules
    }

    #[test]
    fn no_id_is_given_twice_and_each_parameter_but_the_tables_can_be_entered() {
        for locale in [Locale::Zh, Locale::En] {
            let book = write(&Rules::default(), &request("", locale));
            let sections = book.sections.iter().map(|section| section.id.as_str());
            let mut ids: Vec<&str> = sections.chain(entries(&book).map(|entry| entry.id.as_str())).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!((ids.len(), book.locale), (count, locale));
            let settings = entries(&book).filter_map(|entry| entry.setting.as_ref());
            let entered = settings.filter(|setting| setting.entering != Entering::File);
            let parameters = crate::builtin::pack().parameters.len();
            // Three systems of tables for each of two channels are set by a file only.
            assert_eq!(entered.count(), parameters - 6);
        }
    }

    #[test]
    fn rules_are_found_by_all_words_in_any_order_and_by_numbers_in_either_writing() {
        let found = |words: &str| {
            let book = write(&Rules::default(), &request(words, Locale::Zh));
            entries(&book).map(|entry| entry.id.clone()).collect::<Vec<_>>()
        };
        let ten = found("10次");
        assert!(ten.contains(&"ten_penalties.count".to_owned()), "{ten:?}");
        assert_eq!(found("十次"), ten);
        assert_eq!(found("１０次"), ten);
        let both = found("处罚 重点案件");
        assert!(!both.is_empty());
        assert_eq!(found("重点案件  处罚"), both);
        assert!(found("重点案件 没有这个词").is_empty());
    }

    #[test]
    fn a_book_is_the_same_once_it_was_carried() {
        let book = write(&with_parameters(r#"{"forecast.years": 3}"#), &request("", Locale::Zh));
        let carried = serde_json::from_value(serde_json::to_value(&book).unwrap()).unwrap();
        assert_eq!(book, carried);
    }

    #[test]
    fn which_rules_are_in_use_is_told() {
        let told = |rules: &Rules, calendar_kept, kept_in_use| {
            let request = RulebookRequest { calendar_kept, kept_in_use, ..request("", Locale::Zh) };
            let told = write(rules, &request).in_use;
            (told.has_own_pack, told.has_changed_parameters, told.calendar)
        };
        let built_in = Rules::default();
        assert_eq!(told(&built_in, false, false), (false, false, CalendarInUse::BuiltIn));
        // One that cannot be used is kept all the same.
        assert_eq!(told(&built_in, true, false), (false, false, CalendarInUse::BuiltInWithOtherKept));
        let mut rules = Rules::default();
        let calendar = r#"{"2027": {"off": [], "workdays": []}}"#.to_owned();
        let parameters = r#"{"forecast.years": 3}"#.to_owned();
        rules.change(&RulesRequest { parameters, calendar, ..RulesRequest::default() });
        assert_eq!(told(&rules, false, false), (false, true, CalendarInUse::Own));
        assert_eq!(told(&rules, true, false), (false, true, CalendarInUse::OwnWithOtherKept));
        assert_eq!(told(&rules, true, true), (false, true, CalendarInUse::Kept));
        let changed = entries(&write(&rules, &request("", Locale::Zh)))
            .filter(|entry| entry.setting.as_ref().is_some_and(|setting| setting.changed))
            .map(|entry| entry.id.clone())
            .collect::<Vec<_>>();
        assert_eq!(changed, ["forecast.years"]);
    }

    #[test]
    fn what_cannot_be_used_is_told_at_its_parameter_in_the_language_asked_for() {
        let rules = with_parameters(r#"{"ten_penalties.count": "0"}"#);
        let fault = |locale, id: &str| {
            let book = write(&rules, &request("", locale));
            entry(&book, id).setting.as_ref().and_then(|setting| setting.fault.clone())
        };
        assert_eq!(fault(Locale::Zh, "ten_penalties.count").as_deref(), Some("“0”不能用，应为1至100000的整数"));
        let english = fault(Locale::En, "ten_penalties.count").unwrap();
        assert!(english.starts_with("“0” cannot be used: enter a whole number"), "{english}");
        assert_eq!(fault(Locale::Zh, "forecast.years"), None);
    }

    #[test]
    fn a_search_leaves_what_has_the_words() {
        let book = write(&Rules::default(), &request(" 屡禁不止 ", Locale::Zh));
        let ids: Vec<&str> = entries(&book).map(|entry| entry.id.as_str()).collect();
        assert!(ids.contains(&"repeat_offence") && !ids.contains(&"samr-45"), "{ids:?}");
        assert!(book.sections.iter().all(|section| !section.entries.is_empty()));
        let nothing = write(&Rules::default(), &request("{没有}", Locale::Zh));
        assert_eq!((nothing.sections.len(), nothing.words.as_str()), (0, "{没有}"));
    }
}
