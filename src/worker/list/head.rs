//! What is told above the list, whatever is shown: the classes with their numbers, what can be narrowed by and is.

use super::facets::facets;
use super::words::{CLASS, KEY_CASES, MARKED, NAMED, SEARCH, SELECTED, WITHHELD};
use super::{ResolvedView, unused};
use crate::district::{District, Found, Table};
use crate::pack::{ClassEntry, Locale, Pack, Phrase};
use crate::worker::messages::{ClassCount, ClassFilter, FacetChoices, ListHead};
use crate::worker::rules::Rules;

/// What is known of these enterprises; how it stands with other files and with keeping is not among it.
pub(in crate::worker) fn head(
    view: &ResolvedView,
    found: &Found,
    (district, table): (&District, &Table),
    rules: &Rules,
    locale: Locale,
) -> ListHead {
    let pack = rules.pack();
    let facets = facets(table, pack, locale);
    let count = |(entry, count): (&ClassEntry, &usize)| ClassCount {
        id: entry.class.id().to_owned(),
        tone: entry.tone,
        word: entry.word.get(locale).to_owned(),
        count: *count,
    };
    ListHead {
        unused: unused(&district.besides().sources, locale),
        classes: pack.classes.iter().zip(&found.tally).map(count).collect(),
        withheld: found.withheld,
        narrowed: narrowed(view, &facets, pack, locale),
        facets,
        changed_parameters: rules.changed_lines(table.as_of(), locale),
        ..ListHead::default()
    }
}

/// What is said of a list or of its figures in files: what it is narrowed to, and which parameters are set otherwise than in
/// the rules.
pub(super) fn about(view: &ResolvedView, table: &Table, rules: &Rules, locale: Locale) -> Vec<String> {
    let facets = facets(table, rules.pack(), locale);
    let mut lines = narrowed(view, &facets, rules.pack(), locale);
    lines.extend(rules.changed_lines(table.as_of(), locale));
    lines
}

/// What the list is narrowed to, in words.
fn narrowed(view: &ResolvedView, facets: &[FacetChoices], pack: &Pack, locale: Locale) -> Vec<String> {
    let filter = &view.asked.filter;
    let named = |label: &str, words: &str| NAMED.fill(locale, &[label, words]);
    let of = |label: Phrase, words: &str| named(label.get(locale), words);
    let mut lines = Vec::new();
    if !filter.selected.is_empty() {
        lines.push(SELECTED.fill(locale, &[&filter.selected.len().to_string()]));
    }
    let words = filter.words.trim();
    if !words.is_empty() {
        lines.push(of(SEARCH, words));
    }
    lines.extend(filter.class.as_ref().and_then(|class| match class {
        ClassFilter::Class(id) => Some(of(CLASS, pack.class_with_id(id)?.word.get(locale))),
        ClassFilter::Withheld => Some(of(CLASS, WITHHELD.get(locale))),
    }));
    lines.extend(filter.marked.as_ref().map(|marked| of(MARKED, &marked.word)));
    if filter.key_cases {
        lines.push(KEY_CASES.get(locale).to_owned());
    }
    for FacetChoices { facet, label, entries } in facets {
        let narrowing = filter.narrowing(*facet);
        let entry = entries.iter().find(|entry| Some(&entry.narrowing) == narrowing);
        lines.extend(entry.map(|entry| named(label, &entry.words)));
    }
    lines
}
