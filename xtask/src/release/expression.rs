//! Licences as packages state them: `(MIT OR Apache-2.0) AND Unicode-3.0`.

use spdx::{Expression, Licensee};

/// The licences that may ship, the one that we would rather take first: each asks for no more than that its text and its
/// copyright go along.
pub const ACCEPTED: [&str; 8] =
    ["MIT", "Zlib", "BSD-3-Clause", "BSL-1.0", "Unicode-3.0", "MIT-0", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"];

/// The expression in the grammar of SPDX: older packages write a slash where either may be taken.
pub fn modern(expression: &str) -> String {
    // What is no expression stays, to be refused where one is chosen from.
    Expression::canonicalize(expression).ok().flatten().unwrap_or_else(|| expression.to_owned())
}

/// The licences to be kept, of those between which the expression leaves a choice the ones we would rather take.
///
/// # Errors
/// When none that is accepted satisfies it, or it is no expression.
pub fn choose(expression: &str) -> Result<Vec<String>, String> {
    let stated = Expression::parse(&modern(expression)).map_err(|error| format!("`{expression}`: {}", error.reason))?;
    let accepted: Result<Vec<Licensee>, _> = ACCEPTED.iter().map(|name| Licensee::parse(name)).collect();
    let accepted = accepted.map_err(|error| error.to_string())?;
    let chosen = stated.minimized_requirements(&accepted);
    let chosen = chosen.map_err(|_| format!("`{expression}` leaves no licence that is accepted"))?;
    Ok(chosen.iter().map(ToString::to_string).collect())
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
        for expression in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "GPL-2.0-only WITH Classpath-exception-2.0"] {
            assert!(choose(expression).unwrap_err().contains("no licence"), "{expression}");
        }
        for expression in ["(MIT", "MIT)", "", "MIT OR Whatever"] {
            assert!(choose(expression).unwrap_err().starts_with(&format!("`{expression}`: ")), "{expression}");
        }
    }
}
