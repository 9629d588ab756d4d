//! The terms that the help explains.

use crate::app::state::help::{list, word};
use crate::json::Value;

/// Returns the terms of the help, in its order, that have every one of these words in their name or explanation; in English
/// whichever letters are large.
pub fn explained<'h>(parts: &'h [Value], words: &str) -> Vec<&'h Value> {
    let words = words.to_ascii_lowercase();
    let has_all = |term: &Value| {
        let text = [word(term, "term"), "\n", word(term, "text")].concat().to_ascii_lowercase();
        words.split_whitespace().all(|word| text.contains(word))
    };
    let terms = parts.iter().filter(|part| explains(word(part, "id"))).flat_map(|part| list(part, "terms"));
    terms.filter(|term| has_all(term)).collect()
}

/// Returns whether the part with this id explains terms.
fn explains(id: &str) -> bool {
    id == "inspect" || id.starts_with("terms-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    /// The ids of the terms with these words.
    fn found(words: &str) -> Vec<String> {
        let parts = r#"[
            {"id": "about", "terms": [{"id": "yew", "term": "Yew", "text": "no term of the documents"}]},
            {"id": "terms-penalty", "terms": [
                {"id": "fine", "term": "罚款", "text": "A Fine 按处罚决定计算"},
                {"id": "annulled", "term": "撤销", "text": "处罚不再计入"}]},
            {"id": "inspect", "terms": [{"id": "visits", "term": "检查频次", "text": "一年检查几次"}]}]"#;
        let Ok(Value::Array(parts)) = parse(parts) else { panic!("no list") };
        explained(&parts, words).into_iter().map(|term| word(term, "id").to_owned()).collect()
    }

    #[test]
    fn without_words_all_terms_are_there_in_the_order_of_the_help_and_nothing_else_that_it_lists() {
        assert_eq!(found(" "), ["fine", "annulled", "visits"]);
    }

    #[test]
    fn every_word_must_be_in_the_name_or_the_explanation() {
        assert_eq!(found("处罚"), ["fine", "annulled"]);
        assert_eq!(found(" 撤销　计入 "), ["annulled"]);
        assert_eq!(found("FINE"), ["fine"]);
        assert!(found("罚款 频次").is_empty());
        assert!(found("款a").is_empty(), "the end of a name is not the beginning of its explanation");
    }
}
