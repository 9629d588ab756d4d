//! A problem of a record file, with its path in the words of the page.

use crate::app::text;
use crate::pack::Locale;
use crate::request::Problem;

/// Where, what was met, and what to do.
#[must_use]
pub fn problem_words(problem: &Problem, locale: Locale) -> String {
    let message = problem.message.get(locale);
    let what = message.strip_prefix(problem.path.as_str()).unwrap_or(message);
    format!("{}{what}", path_words(&problem.path, locale))
}

/// A path such as `enterprise.penalties[3].fine_yuan` in words; a name that is not known stays as it is.
fn path_words(path: &str, locale: Locale) -> String {
    let steps = path.split('.').filter(|step| !matches!(*step, "enterprise" | ""));
    let words: Vec<String> = steps.map(|step| step_words(step, locale)).collect();
    match locale {
        Locale::Zh => words.join("的"),
        Locale::En => words.join(", "),
    }
}

fn step_words(step: &str, locale: Locale) -> String {
    let (name, index) = match step.split_once('[') {
        Some((name, rest)) => (name, rest.trim_end_matches(']').parse::<usize>().ok()),
        None => (step, None),
    };
    let word = text::field_name(name, locale);
    match (index, locale) {
        (None, _) => format!("“{word}”"),
        (Some(index), Locale::Zh) => format!("{word}第{}项", index + 1),
        (Some(index), Locale::En) => format!("{word}, item {}", index + 1),
    }
}
