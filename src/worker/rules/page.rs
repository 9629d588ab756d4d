//! The page on the rules as a drawing: the book, the fields of its parameters, files, and the search.

use super::setting::{button, choosing, setting};
use super::{RuleFault, Rules};
use crate::facts::Term;
use crate::pack::{Class, Locale, Phrase, phrases};
use crate::rulebook::{Book, Entry, Line, Run, Runs, Section};
use crate::worker::RulebookRequest;
use crate::worker::drawing::{Pen, badge};

phrases! {
    LEAD "评估只按这些规则进行：每条规则、参数和期限都写明依据、条文和有效期。点开各部分查看；带下划线的词可以点开它说的那一条。" "Assessments follow these rules and nothing else: each rule, parameter and period with its source, article and validity. Open a part to read it; underlined words lead to what they name."
    FIND "在规则中查找" "Find in the rules"
    NOTHING "规则中没有“{0}”。" "Nothing in the rules says “{0}”."
    RESTORE_ALL "全部参数恢复原值" "All parameters back to the original"
    BUILT_IN_PACK "改回内置规则" "Back to the built-in rules"
    BUILT_IN_CALENDAR "改回内置日历" "Back to the built-in calendar"
    KEEP_CALENDAR "在本浏览器中保留这份日历" "Keep this calendar in this browser"
    FORGET_CALENDAR "改回内置日历，不再保留" "Back to the built-in calendar, keep none"
    FORGET_UNUSED_CALENDAR "不再保留未采用的日历" "Keep the unused calendar no longer"
    SAVE "保存参数" "Save the parameters"
    OPEN "打开规则、日历或者参数文件" "Open a file of rules, calendar or parameters"
    OPEN_HINT "更新的规则包、新一年的放假安排、以前保存的参数（均为 .json）。只在本次会话有效；日历可以选择在本浏览器中保留，以后打开时接着使用。" "A newer pack of rules, the holidays of another year, parameters saved before (all .json). For this session only; a calendar can be kept in this browser and is then used whenever the page is opened."
}

/// Draws the page; words that are looked for narrow it to the entries that have them.
pub(super) fn draw(book: &Book, rules: &Rules, ask: &RulebookRequest, locale: Locale) -> Vec<String> {
    let mut page = Page { pen: Pen::default(), refused: rules.refused(), locale };
    let words = ask.words.trim();
    page.pen.keyed("p", "lead", |pen| {
        pen.set("class", "lead");
        pen.text(LEAD.get(locale));
    });
    page.tools(rules, ask);
    page.finder(words);
    let mut found = false;
    for part in &book.sections {
        let entries: Vec<&Entry> = part.entries.iter().filter(|entry| says(entry, words)).collect();
        if !entries.is_empty() {
            found = true;
            page.section(part, &entries, !words.is_empty());
        }
    }
    if !found {
        page.pen.keyed("p", "nothing", |pen| {
            pen.set("role", "status");
            pen.text(&NOTHING.fill(locale, &[words]));
        });
    }
    page.pen.0
}

/// Whether an entry has these words anywhere.
fn says(entry: &Entry, words: &str) -> bool {
    let text = |runs: &Runs| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let lines =
        |line: &Line| text(&line.words).contains(words) || line.items.iter().any(|item| text(item).contains(words));
    entry.title.contains(words) || entry.id.contains(words) || entry.lines.iter().any(lines)
}

/// The id that the element of an entry has on the page.
fn id_of(entry: &str) -> String {
    ["rules-", entry].concat()
}

struct Page<'r> {
    pen: Pen,
    refused: &'r [RuleFault],
    locale: Locale,
}

impl Page<'_> {
    fn get(&self, phrase: Phrase) -> &'static str {
        phrase.get(self.locale)
    }

    /// What can be done with the rules as a whole.
    fn tools(&mut self, rules: &Rules, ask: &RulebookRequest) {
        let set = rules.is_changed();
        let own_calendar = rules.has_own_calendar();
        let kept = ask.calendar_kept;
        let buttons = [
            (set, SAVE, "save"),
            (set, RESTORE_ALL, "parameters"),
            (rules.has_own_pack(), BUILT_IN_PACK, "pack"),
            (own_calendar && !ask.kept_in_use, KEEP_CALENDAR, "keep-calendar"),
            (own_calendar && !kept, BUILT_IN_CALENDAR, "calendar"),
            (own_calendar && kept, FORGET_CALENDAR, "calendar"),
            (!own_calendar && kept, FORGET_UNUSED_CALENDAR, "calendar"),
        ];
        let (open, hint) = (self.get(OPEN), self.get(OPEN_HINT));
        let locale = self.locale;
        self.pen.keyed("div", "tools", |pen| {
            pen.set("class", "rules-tools");
            pen.keyed("span", "open", |pen| {
                pen.element("input", |pen| {
                    for (name, value) in
                        [("id", "rules-file"), ("class", "unseen"), ("type", "file"), ("accept", ".json")]
                    {
                        pen.set(name, value);
                    }
                });
                pen.element("label", |pen| {
                    pen.set("class", "file-button");
                    pen.set("for", "rules-file");
                    pen.text(open);
                });
            });
            for (there, phrase, verb) in buttons {
                if there {
                    button(pen, phrase.get(locale), verb);
                }
            }
            pen.keyed("p", "hint", |pen| {
                pen.set("class", "quiet");
                pen.text(hint);
            });
        });
    }

    fn finder(&mut self, words: &str) {
        let label = self.get(FIND);
        self.pen.keyed("div", "finder", |pen| {
            pen.set("class", "field");
            pen.element("label", |pen| {
                pen.set("for", "find-rules");
                pen.text(label);
            });
            pen.element("input", |pen| {
                let fixed = [("id", "find-rules"), ("type", "search"), ("autocomplete", "off"), ("data-shown", words)];
                for (name, value) in fixed {
                    pen.set(name, value);
                }
            });
        });
    }

    fn section(&mut self, part: &Section, entries: &[&Entry], open: bool) {
        let mut inside = Page { pen: Pen::default(), refused: self.refused, locale: self.locale };
        for entry in entries {
            inside.entry(entry);
        }
        self.pen.keyed("details", &part.id, |pen| {
            // What was looked for is shown; otherwise each opens what they want to read.
            if open {
                pen.set("open", "");
            }
            pen.keyed("summary", "summary", |pen| {
                pen.element("h2", |pen| {
                    pen.set("id", &id_of(&part.id));
                    pen.text(&part.title);
                    pen.words("span", "count", &format!(" ({})", entries.len()));
                });
            });
            if !part.lead.is_empty() {
                pen.keyed("p", "lead", |pen| {
                    pen.set("class", "quiet");
                    pen.text(&part.lead);
                });
            }
            pen.0.extend(inside.pen.0);
        });
    }

    fn entry(&mut self, entry: &Entry) {
        let id = id_of(&entry.id);
        let class = entry.class.and_then(|place| Class::ALL.get(place));
        let fault = self.refused.iter().find(|fault| fault.id == entry.id);
        let fault = fault.map(|fault| if self.locale == Locale::Zh { fault.zh.as_str() } else { fault.en.as_str() });
        let locale = self.locale;
        self.pen.keyed("section", &id, |pen| {
            for (name, value) in [("id", id.as_str()), ("class", "rule"), ("tabindex", "-1")] {
                pen.set(name, value);
            }
            pen.keyed("h3", "title", |pen| {
                pen.text(&entry.title);
                if let (Some(class), Some(word)) = (class, entry.class_word.as_ref()) {
                    badge(pen, *class, word);
                }
                for mark in &entry.marks {
                    pen.words("span", "tag expired", mark);
                }
            });
            let (plain, labelled): (Vec<&Line>, Vec<&Line>) =
                entry.lines.iter().partition(|line| line.label.is_empty());
            for (place, line) in plain.into_iter().enumerate() {
                pen.keyed("p", &place.to_string(), |pen| content(pen, line));
            }
            if !labelled.is_empty() {
                pen.keyed("dl", "lines", |pen| {
                    for line in labelled {
                        pen.words("dt", "", &line.label);
                        pen.element("dd", |pen| content(pen, line));
                    }
                });
            }
            if let Some(of) = &entry.setting {
                setting(pen, entry, of, fault, locale);
            }
            if let Some(of) = entry.choosing.as_ref().filter(|of| !of.in_use) {
                choosing(pen, entry, of, locale);
            }
        });
    }
}

fn content(pen: &mut Pen, line: &Line) {
    runs(pen, &line.words);
    if !line.items.is_empty() {
        pen.element("ul", |pen| {
            for item in &line.items {
                pen.element("li", |pen| runs(pen, item));
            }
        });
    }
}

fn runs(pen: &mut Pen, words: &[Run]) {
    for run in words {
        if run.to.is_empty() {
            pen.text(&run.text);
        } else {
            pen.element("a", |pen| {
                pen.set("href", &["#/rules/", &run.to].concat());
                // Pressed twice, the address stays the same and the browser does nothing by itself.
                pen.set("data-do", &["reveal ", &id_of(&run.to)].concat());
                pen.text(&run.text);
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Date;
    use crate::worker::RulesRequest;
    use crate::worker::drawing::{NAMES, mark};

    fn ask_on(as_of: Date) -> RulebookRequest {
        RulebookRequest { as_of, locale: Locale::Zh, words: String::new(), calendar_kept: false, kept_in_use: false }
    }

    fn drawn(rules: &Rules, words: &str, english: bool) -> Vec<String> {
        let as_of = Date::from_ymd_opt(2026, 11, 22).unwrap();
        rules.book(&RulebookRequest { locale: Locale::of(english), words: words.to_owned(), ..ask_on(as_of) })
    }

    /// What the attribute with a name is set to, each time it is set.
    fn set(drawing: &[String], name: &str) -> Vec<String> {
        let place = NAMES.iter().position(|known| *known == name).unwrap();
        let begin: String = [mark::SET, char::from_u32(u32::try_from(place).unwrap()).unwrap()].iter().collect();
        drawing.iter().filter_map(|text| text.strip_prefix(&begin)).map(str::to_owned).collect()
    }

    #[test]
    fn every_element_ends_and_no_id_is_given_twice() {
        for english in [false, true] {
            let drawing = drawn(&Rules::default(), "", english);
            let mut open = 0;
            for text in &drawing {
                open += i32::from(text.starts_with(mark::BEGIN)) - i32::from(text.starts_with(mark::END));
                assert!(open >= 0 && (open > 0 || text.starts_with(mark::END)), "{text} stands outside");
            }
            assert_eq!(open, 0);
            let mut ids = set(&drawing, "id");
            let count = ids.len();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), count);
            let parameters = crate::builtin::pack().parameters.len();
            // Three systems of tables for each of two channels are set by a file only.
            assert_eq!(set(&drawing, "data-parameter").len(), parameters - 6);
        }
    }

    #[test]
    fn what_can_be_brought_back_is_offered_and_nothing_else() {
        let as_of = Date::from_ymd_opt(2026, 11, 22).unwrap();
        let offers_when = |rules: &Rules, calendar_kept, kept_in_use| {
            let verbs = set(&rules.book(&RulebookRequest { calendar_kept, kept_in_use, ..ask_on(as_of) }), "data-do");
            let elsewhere = |verb: &String| verb.starts_with("reveal ") || verb.starts_with("preset ");
            verbs.into_iter().filter(|verb| !elsewhere(verb)).collect::<Vec<_>>()
        };
        let offers = |rules: &Rules| offers_when(rules, false, false);
        let mut rules = Rules::default();
        assert_eq!(offers(&rules), [] as [&str; 0]);
        // One that cannot be used can be taken out all the same.
        assert_eq!(offers_when(&rules, true, false), ["calendar"]);
        let calendar = r#"{"2027": {"off": [], "workdays": []}}"#.to_owned();
        let parameters = r#"{"forecast.years": 3}"#.to_owned();
        rules.change(&RulesRequest { parameters, calendar, ..RulesRequest::default() });
        assert_eq!(offers(&rules), ["save", "parameters", "keep-calendar", "calendar", "restore forecast.years"]);
        assert_eq!(offers_when(&rules, true, true), ["save", "parameters", "calendar", "restore forecast.years"]);
    }

    #[test]
    fn a_search_leaves_what_says_the_words() {
        let ids = set(&drawn(&Rules::default(), "屡禁不止", false), "id");
        assert!(
            ids.contains(&"rules-repeat_offence".to_owned()) && !ids.contains(&"rules-samr-45".to_owned()),
            "{ids:?}"
        );
        let nothing = drawn(&Rules::default(), "{没有}", false);
        assert!(nothing.contains(&"-规则中没有“{没有}”。".to_owned()));
    }
}
