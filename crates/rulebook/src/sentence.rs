//! Sentences some of whose words lead to another entry.

use serde::{Deserialize, Serialize};

/// Words that stand together, and where they lead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    pub text: String,
    /// The id of another entry; empty for plain words.
    pub to: String,
}

/// A sentence.
pub type Runs = Vec<Run>;

/// A sentence of plain words.
pub(super) fn plain(text: &str) -> Runs {
    vec![Run { text: text.to_owned(), to: String::new() }]
}

/// Words that lead to an entry.
pub(super) fn link(text: &str, to: &str) -> Runs {
    vec![Run { text: text.to_owned(), to: to.to_owned() }]
}

/// A sentence with `{0}`, `{1}` … replaced by others.
pub(super) fn fill(form: &str, values: &[Runs]) -> Runs {
    let mut runs = Runs::new();
    let mut rest = form;
    while let Some((words, behind)) = rest.split_once('{') {
        let Some((index, behind)) = behind.split_once('}') else { break };
        add(&mut runs, plain(words));
        let value = index.parse::<usize>().ok().and_then(|index| values.get(index));
        add(&mut runs, value.cloned().unwrap_or_default());
        rest = behind;
    }
    add(&mut runs, plain(rest));
    runs
}

/// Several sentences with words between them.
pub(super) fn join(parts: impl IntoIterator<Item = Runs>, between: &str) -> Runs {
    let mut runs = Runs::new();
    for part in parts {
        if !runs.is_empty() {
            add(&mut runs, plain(between));
        }
        add(&mut runs, part);
    }
    runs
}

/// A sentence without the sign that ends it.
pub(super) fn without_end(mut runs: Runs) -> Runs {
    if let Some(last) = runs.last_mut() {
        last.text = last.text.trim_end_matches(['：', ':', '，', '。', ' ']).to_owned();
    }
    runs
}

/// Puts runs at the end; plain words that meet become one run.
pub(super) fn add(runs: &mut Runs, more: Runs) {
    for run in more.into_iter().filter(|run| !run.text.is_empty()) {
        match runs.last_mut() {
            Some(last) if last.to.is_empty() && run.to.is_empty() => last.text.push_str(&run.text),
            _ => runs.push(run),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_meet_and_links_stay() {
        let runs = fill("近{0}内{1}次", &[link("3年", "years"), plain("10")]);
        let texts: Vec<_> = runs.iter().map(|run| (run.text.as_str(), run.to.as_str())).collect();
        assert_eq!(texts, [("近", ""), ("3年", "years"), ("内10次", "")]);
        assert_eq!(join([plain("a"), link("b", "x"), plain("c")], ", ").len(), 3);
    }
}
