//! The styles of the element of the package, made from those of the site: they are the same, but hold within an element
//! of somebody else's page, which has another root, other lengths and its own say about colours.

use crate::Failure;
use crate::shell::root;
use crate::tools::read;

/// The styles of the site that an enterprise is drawn by, in their order.
const PARTS: [&str; 8] = ["base", "frame", "table", "enterprise", "facts", "paste", "answer", "timeline"];
/// Those of a wide screen.
const WIDE: &str = "wide";
/// Those of the printer.
const PRINT: &str = "print";

/// What everything in the element stands in; nothing of the page around it is inherited but what the page says so.
const GROUND: &str = ".xinheng {
  all: initial;
  display: block;
  --rem: var(--xinheng-font-size, 16px);
  font-size: var(--rem);
}
";

/// The style of the element.
///
/// # Errors
/// When a file of it cannot be read, or says something that has no meaning within an element.
pub fn element() -> Result<String, Failure> {
    let mut style = GROUND.to_owned();
    for part in PARTS.into_iter().chain([WIDE]) {
        style.push_str(&within(&of_site(part)?).map_err(|failure| format!("www/style/{part}.css: {failure}"))?);
    }
    // What the element has itself is written for it, but for its lengths.
    style.push_str(&lengths(&read(&root().join("npm/element.css"))?));
    Ok(style)
}

/// The style of what an element prints, from a document of its own.
///
/// # Errors
/// When a file of it cannot be read.
pub fn paper() -> Result<String, Failure> {
    PARTS.into_iter().chain([PRINT]).map(of_site).collect()
}

fn of_site(part: &str) -> Result<String, Failure> {
    read(&root().join(format!("www/style/{part}.css")))
}

/// A style of the site as it holds within an element.
fn within(style: &str) -> Result<String, Failure> {
    let style = themes(style)?;
    let mut out = String::new();
    for line in style.lines() {
        let bare = line.trim_start();
        let line = if let Some(width) = bare.strip_prefix("@media (m").filter(|_| bare.contains("-width")) {
            format!("@container (m{width}")
        } else if matches!(bare, ":root {" | "html {" | "body {" | "body,") {
            line.replace(":root", ".xinheng").replace("html", ".xinheng").replace("body", ".xinheng")
        } else if bare.starts_with("height: 100") {
            // The height is the page's.
            continue;
        } else {
            line.to_owned()
        };
        out.push_str(&line);
        out.push('\n');
    }
    for outside in [":root", "100vh", "100dvh"] {
        if let Some(line) = out.lines().find(|line| line.contains(outside)) {
            return Err(format!("`{}` has no meaning within an element", line.trim()));
        }
    }
    Ok(lengths(&out))
}

/// Colours that the page may set (`--ground` by `--xinheng-ground`), and the dark ones by the element's theme as well as by
/// the browser's.
fn themes(style: &str) -> Result<String, Failure> {
    const DARK: &str = "@media (prefers-color-scheme: dark) {\n  :root {\n";
    let mut out = String::new();
    let mut dark = String::new();
    let mut rest = style;
    while let Some((before, after)) = rest.split_once(DARK) {
        let (colours, after) = after.split_once("\n  }\n}\n").ok_or("the dark colours have no end")?;
        let colours = own_names(colours);
        out.push_str(before);
        dark.push_str(&format!(
            "@media (prefers-color-scheme: dark) {{\n  .xinheng:not([data-theme=\"light\"]) {{\n{colours}\n  }}\n}}\n\
             .xinheng[data-theme=\"dark\"] {{\ncolor-scheme: dark;\n{colours}\n}}\n\
             .xinheng[data-theme=\"light\"] {{\ncolor-scheme: light;\n}}\n"
        ));
        rest = after;
    }
    out.push_str(rest);
    let out = match out.split_once(":root {\n") {
        Some((before, after)) => {
            let (colours, after) = after.split_once("\n}\n").ok_or("the colours have no end")?;
            format!("{before}:root {{\n{}\n}}\n{dark}{after}", own_names(colours))
        }
        None => out,
    };
    Ok(out)
}

/// `--ground: #fff;` as `--ground: var(--xinheng-ground, #fff);`.
fn own_names(colours: &str) -> String {
    let own = |line: &str| {
        let declared = line.trim().strip_prefix("--").and_then(|line| line.strip_suffix(';')?.split_once(": "));
        declared.map_or(line.to_owned(), |(name, value)| format!("--{name}: var(--xinheng-{name}, {value});"))
    };
    colours.lines().map(own).collect::<Vec<String>>().join("\n")
}

/// Lengths in `rem` are the page's; here they are multiples of a length of the element's own.
fn lengths(style: &str) -> String {
    let mut out = String::new();
    let mut rest = style;
    while let Some(at) = rest.find("rem") {
        let before = &rest[..at];
        let bare = before.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
        // A sign belongs to the number, where no name ends before it: `0 -0.5rem`.
        let sign = bare.strip_suffix('-').is_some_and(|bare| !bare.ends_with(|letter: char| letter.is_alphanumeric()));
        let digits = before.len() - bare.len() + usize::from(sign);
        let (before, number) = before.split_at(before.len() - digits);
        let after = &rest[at + 3..];
        let is_length = number.ends_with(|letter: char| letter.is_ascii_digit())
            && !after.starts_with(|letter: char| letter.is_ascii_alphanumeric());
        out.push_str(before);
        if is_length {
            out.push_str(&format!("calc({number} * var(--rem))"));
        } else {
            out.push_str(number);
            out.push_str("rem");
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_pages_becomes_the_elements() {
        let style = ":root {\n  color-scheme: light dark;\n  --ground: #fff;\n}\n\n@media (prefers-color-scheme: dark) {\n  \
                     :root {\n    --ground: #000;\n  }\n}\n\nbody {\n  margin: 0;\n}\n";
        let style = within(style).unwrap();
        assert!(
            style.starts_with(".xinheng {\n  color-scheme: light dark;\n--ground: var(--xinheng-ground, #fff);\n}\n"),
            "{style}"
        );
        assert!(
            style.contains(
                ".xinheng[data-theme=\"dark\"] {\ncolor-scheme: dark;\n--ground: var(--xinheng-ground, #000);"
            ),
            "{style}"
        );
        assert!(style.contains(".xinheng:not([data-theme=\"light\"]) {\n--ground"), "{style}");
        assert!(style.ends_with(".xinheng {\n  margin: 0;\n}\n"), "{style}");
    }

    #[test]
    fn widths_are_those_of_the_element() {
        let style =
            within("@media (min-width: 900px) {\n  body {\n    height: 100vh;\n    gap: 0.5rem;\n  }\n}\n").unwrap();
        assert_eq!(style, "@container (min-width: 900px) {\n  .xinheng {\n    gap: calc(0.5 * var(--rem));\n  }\n}\n");
        assert!(within("a {\n  max-height: calc(100vh - 3rem);\n}\n").unwrap_err().contains("100vh"));
        assert_eq!(lengths("a { margin: 0 -0.5rem; }"), "a { margin: 0 calc(-0.5 * var(--rem)); }");
        assert_eq!(lengths(".rem, .remote { top: 12px; }"), ".rem, .remote { top: 12px; }");
    }

    #[test]
    fn the_styles_of_the_site_can_be_made_the_elements() {
        let style = element().unwrap();
        for stands in [
            ".xinheng {\n  all: initial;",
            "@container (min-width: 900px)",
            "--accent: var(--xinheng-accent, #1a56b0);",
        ] {
            assert!(style.contains(stands), "{stands}");
        }
        assert!(!style.contains("rem;") && !style.contains("\nbody") && !style.contains("\nhtml"));
    }
}
