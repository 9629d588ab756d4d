//! Licences as packages state them: `(MIT OR Apache-2.0) AND Unicode-3.0`.

/// The licences that may ship, the one that we would rather take first: each asks for no more than that its text and its
/// copyright go along.
pub const ACCEPTED: [&str; 8] =
    ["MIT", "Zlib", "BSD-3-Clause", "BSL-1.0", "Unicode-3.0", "MIT-0", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"];

/// The expression in the grammar of SPDX: older packages write a slash where either may be taken.
pub fn modern(expression: &str) -> String {
    expression.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

/// The licences to be kept, of those between which the expression leaves a choice the ones we would rather take.
///
/// # Errors
/// When none that is accepted satisfies it, or it is no expression.
pub fn choose(expression: &str) -> Result<Vec<&'static str>, String> {
    let modern = modern(expression);
    let spaced = modern.replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let chosen = either(&mut rest);
    match chosen {
        Some(places) if rest.is_empty() => Ok(places.into_iter().map(|place| ACCEPTED[place]).collect()),
        _ => Err(format!("`{expression}` leaves no licence that is accepted")),
    }
}

/// The places in [`ACCEPTED`] of what is to be kept; none where nothing is accepted.
type Choice = Option<Vec<usize>>;

fn either(rest: &mut &[&str]) -> Choice {
    let mut best = all(rest);
    while let ["OR", after @ ..] = *rest {
        *rest = after;
        let other = all(rest);
        let worst = |choice: &Choice| choice.as_ref().map_or(usize::MAX, |places| *places.iter().max().unwrap_or(&0));
        if worst(&other) < worst(&best) {
            best = other;
        }
    }
    best
}

fn all(rest: &mut &[&str]) -> Choice {
    let mut kept = one(rest);
    while let ["AND", after @ ..] = *rest {
        *rest = after;
        let more = one(rest);
        kept = kept.zip(more).map(|(mut kept, more)| {
            kept.extend(more);
            kept
        });
    }
    kept
}

fn one(rest: &mut &[&str]) -> Choice {
    match *rest {
        ["(", after @ ..] => {
            *rest = after;
            let inner = either(rest);
            let [")", after @ ..] = *rest else { return None };
            *rest = after;
            inner
        }
        [name, "WITH", exception, after @ ..] => {
            *rest = after;
            place(&format!("{name} WITH {exception}"))
        }
        [name, after @ ..] => {
            *rest = after;
            place(name)
        }
        [] => None,
    }
}

fn place(name: &str) -> Choice {
    ACCEPTED.iter().position(|accepted| *accepted == name).map(|place| vec![place])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_choice_the_first_that_is_accepted_is_taken() {
        for (expression, kept) in [
            ("MIT", &["MIT"][..]),
            ("Apache-2.0/MIT", &["MIT"]),
            ("Apache-2.0 / MIT", &["MIT"]),
            ("GPL-3.0-only OR Apache-2.0", &["Apache-2.0"]),
            ("(Apache-2.0 OR MIT) AND BSD-3-Clause", &["MIT", "BSD-3-Clause"]),
            ("MIT AND Apache-2.0 OR Zlib", &["Zlib"]),
            ("Apache-2.0 WITH LLVM-exception", &["Apache-2.0 WITH LLVM-exception"]),
        ] {
            assert_eq!(choose(expression).unwrap(), kept, "{expression}");
        }
    }

    #[test]
    fn what_leaves_no_accepted_licence_is_refused() {
        let refused = ["GPL-3.0-only", "MIT AND GPL-3.0-only", "(MIT", "MIT)", "", "GPL-2.0-only WITH LLVM-exception"];
        for expression in refused {
            assert!(choose(expression).unwrap_err().contains("no licence"), "{expression}");
        }
    }
}
