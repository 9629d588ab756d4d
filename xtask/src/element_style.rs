//! The styles of the element of the package, made from those of the site: they are the same, but hold within an element
//! of somebody else's page, which has another root, other lengths and its own say about colours.

use crate::Failure;
use crate::shell::root;
use crate::tools::read;
use raffia::ast::{
    AtRule, AtRulePrelude, ComplexSelector, ComponentValue, Declaration, MediaQuery, SimpleBlock, Statement, Stylesheet,
};
use raffia::token::{Token, TokenWithSpan};
use raffia::{Parser, Spanned, Syntax};

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
    let of_site = PARTS.into_iter().chain([WIDE]).map(|part| format!("www/style/{part}.css"));
    for file in of_site.chain(["npm/element.css".to_owned()]) {
        let part = read(&root().join(&file))?;
        style.push_str(&within(&part).map_err(|failure| format!("{file}: {failure}"))?);
    }
    Ok(style)
}

/// The style of what an element prints, from a document of its own.
///
/// # Errors
/// When a file of it cannot be read.
pub fn paper() -> Result<String, Failure> {
    PARTS.into_iter().chain([PRINT]).map(|part| read(&root().join(format!("www/style/{part}.css")))).collect()
}

/// A style as it holds within an element.
fn within(style: &str) -> Result<String, Failure> {
    let sheet: Stylesheet = Parser::new(style, Syntax::Css).parse().map_err(|error| {
        let line = style[..error.span.start].split('\n').count();
        format!("line {line}: {}", error.kind)
    })?;
    Style(style).rules(&sheet.statements)
}

/// The text of a style, from which each part that was read of it is written anew.
struct Style<'s>(&'s str);

impl Style<'_> {
    fn text(&self, part: &impl Spanned) -> &str {
        &self.0[part.span().start..part.span().end]
    }

    fn rules(&self, rules: &[Statement]) -> Result<String, Failure> {
        let rule = |rule: &Statement| match rule {
            Statement::QualifiedRule(rule) => {
                let selectors = rule.selector.selectors.iter().map(|selector| self.selector(selector));
                let selectors = selectors.collect::<Result<Vec<_>, _>>()?.join(",\n");
                let of_root = self.text(&rule.selector) == ":root";
                Ok(format!("{selectors} {{\n{}}}\n", self.declarations(&rule.block, of_root)?))
            }
            Statement::AtRule(rule) => self.at_rule(rule),
            other => Err(foreign(self.text(other))),
        };
        rules.iter().map(rule).collect()
    }

    fn selector(&self, selector: &ComplexSelector) -> Result<&str, Failure> {
        match self.text(selector) {
            ":root" | "html" | "body" => Ok(".xinheng"),
            other if other.contains(":root") => Err(foreign(other)),
            other => Ok(other),
        }
    }

    /// What holds on a condition. One on the width is on the element's; that the browser is dark, only where the element has
    /// no theme of its own.
    fn at_rule(&self, rule: &AtRule) -> Result<String, Failure> {
        let (Some(AtRulePrelude::Media(media)), Some(block)) = (&rule.prelude, &rule.block) else {
            return Err(foreign(self.text(rule)));
        };
        let condition = self.text(media);
        if condition.contains("prefers-color-scheme") {
            let colours = self.dark_colours(condition, block)?;
            return Ok(format!(
                "@media {condition} {{\n.xinheng:not([data-theme=\"light\"]) {{\n{colours}}}\n}}\n\
                 .xinheng[data-theme=\"dark\"] {{\ncolor-scheme: dark;\n{colours}}}\n\
                 .xinheng[data-theme=\"light\"] {{\ncolor-scheme: light;\n}}\n"
            ));
        }
        let is_of_width = condition.contains("-width") && matches!(*media.queries, [MediaQuery::ConditionOnly(_)]);
        let name = if is_of_width { "container" } else { "media" };
        Ok(format!("@{name} {condition} {{\n{}}}\n", self.rules(&block.statements)?))
    }

    /// The dark colours, which only the root may have.
    fn dark_colours(&self, condition: &str, block: &SimpleBlock) -> Result<String, Failure> {
        match block.statements.as_slice() {
            [Statement::QualifiedRule(root)]
                if condition == "(prefers-color-scheme: dark)" && self.text(&root.selector) == ":root" =>
            {
                self.declarations(&root.block, true)
            }
            _ => Err(foreign(condition)),
        }
    }

    /// What a rule declares. The variables of the root the page may set: `--ground` by `--xinheng-ground`.
    fn declarations(&self, block: &SimpleBlock, of_root: bool) -> Result<String, Failure> {
        let mut out = String::new();
        for statement in &block.statements {
            let Statement::Declaration(declaration) = statement else { return Err(foreign(self.text(statement))) };
            let name = self.text(&declaration.name);
            let value = self.0[declaration.colon_span.end..declaration.span.end].trim();
            if name == "height" && ["100vh", "100dvh"].contains(&value) {
                // The height is the page's.
                continue;
            }
            let value = lengths(value)?;
            out += &match name.strip_prefix("--").filter(|_| of_root) {
                Some(own) => format!("{name}: var(--xinheng-{own}, {value});\n"),
                None => format!("{name}: {value};\n"),
            };
        }
        Ok(out)
    }
}

/// A value. Lengths in `rem` are the page's; here they are multiples of a length of the element's own.
fn lengths(value: &str) -> Result<String, Failure> {
    // A variable's value is given as tokens, however deep they stand in it.
    let variable = format!("--value:{value}");
    let read: Declaration =
        Parser::new(&variable, Syntax::Css).parse().map_err(|error| format!("{value}: {}", error.kind))?;
    let mut out = String::new();
    let mut done = read.colon_span.end;
    for token in &read.value {
        let ComponentValue::TokenWithSpan(TokenWithSpan { token: Token::Dimension(dimension), span }) = token else {
            continue;
        };
        match dimension.unit.raw {
            "rem" => {
                out += &variable[done..span.start];
                out += &format!("calc({} * var(--rem))", dimension.value.raw);
                done = span.end;
            }
            "vh" | "dvh" => return Err(foreign(value)),
            _ => {}
        }
    }
    Ok(out + &variable[done..])
}

fn foreign(part: &str) -> Failure {
    format!("`{part}` has no meaning within an element")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_pages_becomes_the_elements() {
        let style = within(
            ":root { color-scheme: light dark; --ground: #fff; --gap: 1rem }\n\
             @media (prefers-color-scheme: dark) { :root { --ground: #000; } }\n\
             html, body { margin: 0; }",
        );
        let expected = ".xinheng {\n\
            color-scheme: light dark;\n\
            --ground: var(--xinheng-ground, #fff);\n\
            --gap: var(--xinheng-gap, calc(1 * var(--rem)));\n\
            }\n\
            @media (prefers-color-scheme: dark) {\n\
            .xinheng:not([data-theme=\"light\"]) {\n\
            --ground: var(--xinheng-ground, #000);\n\
            }\n\
            }\n\
            .xinheng[data-theme=\"dark\"] {\n\
            color-scheme: dark;\n\
            --ground: var(--xinheng-ground, #000);\n\
            }\n\
            .xinheng[data-theme=\"light\"] {\n\
            color-scheme: light;\n\
            }\n\
            .xinheng,\n.xinheng {\n\
            margin: 0;\n\
            }\n";
        assert_eq!(style.unwrap(), expected);
    }

    #[test]
    fn widths_are_those_of_the_element() {
        let style = within("@media (min-width: 900px) {\n  body {\n    height: 100vh;\n    gap: 1px;\n  }\n}\n");
        assert_eq!(style.unwrap(), "@container (min-width: 900px) {\n.xinheng {\ngap: 1px;\n}\n}\n");
        let style = "@media print {\n.a,\n.b > c {\norder: 1;\n}\n}\n";
        assert_eq!(within(style).unwrap(), style);
    }

    #[test]
    fn lengths_are_multiples_of_the_elements() {
        for (value, expected) in [
            ("0 -0.5rem !important", "0 calc(-0.5 * var(--rem)) !important"),
            ("min(24rem, calc(1px + (2rem)))", "min(calc(24 * var(--rem)), calc(1px + (calc(2 * var(--rem)))))"),
            ("\"1rem\" var(--rem) 12px", "\"1rem\" var(--rem) 12px"),
        ] {
            assert_eq!(lengths(value).unwrap(), expected);
        }
    }

    #[test]
    fn what_has_no_meaning_within_an_element_is_refused() {
        for (style, named) in [
            ("a { max-height: calc(100vh - 3rem); }", "100vh"),
            (":root.x { order: 1; }", ":root.x"),
            ("@font-face { font-family: x; }", "@font-face"),
            ("@media (prefers-color-scheme: dark) { a { order: 1; } }", "prefers-color-scheme"),
            ("a {\n b: c;\n}\n}", "line 4"),
        ] {
            let failure = within(style).unwrap_err();
            assert!(failure.contains(named), "{failure}");
        }
    }

    #[test]
    fn the_styles_of_the_site_can_be_made_the_elements() {
        let style = element().unwrap();
        for stands in [
            ".xinheng {\n  all: initial;",
            ":host([hidden]) {\ndisplay: none;\n}",
            "@container (min-width: 900px)",
            "--accent: var(--xinheng-accent, #1a56b0);",
        ] {
            assert!(style.contains(stands), "{stands}");
        }
        assert!(!style.contains("rem;") && !style.contains("\nbody") && !style.contains("\nhtml"));
    }
}
