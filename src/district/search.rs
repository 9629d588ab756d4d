//! Finding enterprises by words in their names and codes.

use std::borrow::Cow;

use crate::facts::Enterprise;
use crate::import::ascii_forms;

/// One page of what a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// How many enterprises fit in all.
    pub count: usize,
    /// The places of those on this page.
    pub places: Vec<usize>,
}

/// Looks through all enterprises. There is no index: a million names are looked through faster than a person types,
/// and an index would take more memory than the names.
pub(super) fn search(enterprises: &[Enterprise], words: &str, offset: usize, limit: usize) -> Hits {
    let words = ascii_forms(words).to_ascii_uppercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    if words.is_empty() {
        let places = (0..enterprises.len()).skip(offset).take(limit).collect();
        return Hits { count: enterprises.len(), places };
    }
    let mut hits = Hits::default();
    for (place, enterprise) in enterprises.iter().enumerate() {
        if fits(enterprise, &words) {
            if hits.count >= offset && hits.places.len() < limit {
                hits.places.push(place);
            }
            hits.count += 1;
        }
    }
    hits
}

fn fits(enterprise: &Enterprise, words: &[&str]) -> bool {
    let name = plain(&enterprise.name);
    words.iter().all(|word| name.contains(word) || enterprise.uscc.contains(word))
}

/// The name in capital and plain letters.
fn plain(name: &str) -> Cow<'_, str> {
    let name = ascii_forms(name);
    if name.bytes().any(|byte| byte.is_ascii_lowercase()) { name.to_ascii_uppercase().into() } else { name }
}
