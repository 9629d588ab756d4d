//! The TypeScript types of the package, from the Rust types with their documentation.
//!
//! They are read from the sources, not derived: requests are read by hand so that all problems are told at once, so what
//! a derive knows of their types — which field must be there, what it is called — is not what holds. Here the reader
//! itself is asked. What this generator does not understand stops the build.

mod read;

use std::collections::{BTreeMap, BTreeSet};

use syn::{GenericArgument, PathArguments, Type};

use crate::Failure;
use crate::shell::root;
use read::{Field, Named, Reading, Struct, Variant};

/// The files in which the types stand.
const SOURCES: [&str; 12] = [
    "crates/facts/src/enterprise.rs",
    "crates/facts/src/vocabulary.rs",
    "crates/pack/src/terms.rs",
    "crates/pack/src/text.rs",
    "crates/pack/src/source.rs",
    "crates/assess/src/assessment.rs",
    "crates/assess/src/what_if.rs",
    "crates/request/src/problem.rs",
    "src/js/explain.rs",
    "crates/pack/src/info.rs",
    "src/js/tables.rs",
    "crates/request/src/record.rs",
];

/// The types that the functions of the package take and give; what they are made of follows.
const ROOTS: [&str; 7] = ["Enterprise", "Assessment", "WhatIf", "Problem", "Explanation", "PackInfo", "ImportReport"];

/// Which field of a type without a derived writer is not written.
const NOT_WRITTEN: [(&str, &str); 1] = [("Cited", "changed")];

const HEAD: &str = "\
// What goes into Xinheng and what comes out. Written by `cargo xtask package` from the types of the engine.

/** A calendar day, written `YYYY-MM-DD`. */
export type Day = string;

/** The id of a class of the rules, from which an answer comes. Those of the built-in rules are `good`, `general` and `high_risk`. */
export type Class = string;
";

/// The text of `types.d.ts`.
pub fn types() -> Result<String, Failure> {
    let source = |file: &str| crate::tools::read(&root().join(file));
    let mut named = BTreeMap::new();
    for file in SOURCES {
        let found = read::types(&source(file)?).map_err(|failure| format!("{file}: {failure}"))?;
        named.extend(found);
    }
    let written = read::written(&source("crates/request/src/record.rs")?)?;
    let readings = read::readings(&source("crates/request/src/enterprise.rs")?)?;
    Writer { named, written, readings, told: BTreeSet::new(), text: HEAD.to_owned() }.write()
}

struct Writer {
    named: BTreeMap<String, Named>,
    written: BTreeMap<String, Vec<(String, String)>>,
    readings: BTreeMap<String, Reading>,
    told: BTreeSet<String>,
    text: String,
}

impl Writer {
    fn write(mut self) -> Result<String, Failure> {
        let mut wanted: Vec<String> = ROOTS.iter().rev().map(|name| (*name).to_owned()).collect();
        while let Some(name) = wanted.pop() {
            if !self.told.insert(name.clone()) {
                continue;
            }
            let (text, more) = match self.named.get(&name) {
                Some(Named::Words { docs, words }) => (words_text(&name, docs, words), vec![]),
                Some(Named::Tagged { docs, tag, variants }) => {
                    tagged_text(&name, docs, tag, variants).map_err(|failure| format!("{name}: {failure}"))?
                }
                Some(Named::Struct(of)) => self.interface(&name, of).map_err(|failure| format!("{name}: {failure}"))?,
                None => return Err(format!("there is no type {name} in the sources that xtask/src/types reads")),
            };
            self.text.push_str(&text);
            wanted.extend(more.into_iter().rev());
        }
        Ok(self.text)
    }

    /// The text of an interface, and the types that it names.
    fn interface(&self, name: &str, of: &Struct) -> Result<(String, Vec<String>), Failure> {
        let mut names = Vec::new();
        let mut extends = String::new();
        let mut body = String::new();
        let reading = self.readings.get(name);
        let mut told = BTreeSet::new();
        for field in &of.fields {
            if field.skipped || NOT_WRITTEN.contains(&(name, &field.name)) {
                continue;
            }
            if field.flattened {
                // What need not be there, is not there as a whole or is there as a whole; an interface knows only the first.
                extends = match inner(&field.of, "Option") {
                    Some(of) => format!(" extends Partial<{}>", script(of, &mut names)?),
                    None => format!(" extends {}", script(&field.of, &mut names)?),
                };
                continue;
            }
            let line = match reading {
                Some(reading) => self.line_of_request(name, field, reading, &mut names, &mut told)?,
                None => line_of_answer(of.derived, field, &mut names)?,
            };
            body.push_str(&line);
        }
        if let Some(unknown) = reading.and_then(|reading| reading.known.difference(&told).next()) {
            return Err(format!("the reader of requests knows a field {unknown} that the type has not"));
        }
        Ok((format!("\n{}export interface {name}{extends} {{\n{body}}}\n", comment(&of.docs, "", "")), names))
    }

    /// A field of a request: it may be absent or null unless the reader requires it.
    fn line_of_request(
        &self,
        name: &str,
        field: &Field,
        reading: &Reading,
        names: &mut Vec<String>,
        told: &mut BTreeSet<String>,
    ) -> Result<String, Failure> {
        let written = self.written.get(name).and_then(|fields| fields.iter().find(|(of, _)| *of == field.name));
        let (_, json) = written.ok_or_else(|| format!("{} is not written into records", field.name))?;
        // Grades by sector, and figures by their names, are objects that the reader takes by themselves.
        if !reading.known.contains(json) && !["risk_grades", "figures"].contains(&json.as_str()) {
            return Err(format!("the reader of requests does not know {json}"));
        }
        told.insert(json.clone());
        let inner = inner(&field.of, "Option");
        let of = script(inner.unwrap_or(&field.of), names)?;
        let (mark, null) = if reading.required.contains(json) { ("", "") } else { ("?", " | null") };
        Ok(format!("{}  {json}{mark}: {of}{null};\n", comment(&field.docs, "  ", "absent")))
    }
}

/// A field of an answer, as serde writes it, by what it derives or by a writer of our own.
fn line_of_answer(derived: bool, field: &Field, names: &mut Vec<String>) -> Result<String, Failure> {
    let json = field.renamed.as_ref().unwrap_or(&field.name);
    let (mark, inner, null, none) = match inner(&field.of, "Option") {
        Some(inner) if field.may_be_absent || !derived => ("?", inner, "", "absent"),
        Some(inner) => ("", inner, " | null", "`null`"),
        None if field.may_be_absent => ("?", &field.of, "", "absent"),
        None => ("", &field.of, "", ""),
    };
    let inner = script(inner, names)?;
    Ok(format!("{}  {json}{mark}: {inner}{null};\n", comment(&field.docs, "  ", none)))
}

fn words_text(name: &str, docs: &str, words: &[(String, String)]) -> String {
    let lines = words.iter().map(|(code, docs)| format!("{}  | \"{code}\"\n", comment(docs, "  ", "")));
    let lines = lines.collect::<String>();
    format!("\n{}export type {name} =\n{};\n", comment(docs, "", ""), lines.trim_end())
}

/// The text of a type that is one of several objects, told apart by a field; and the types that it names.
fn tagged_text(name: &str, docs: &str, tag: &str, variants: &[Variant]) -> Result<(String, Vec<String>), Failure> {
    let mut names = Vec::new();
    let mut lines = String::new();
    for Variant { code, docs, fields } in variants {
        let mut body = format!("  {tag}: \"{code}\";\n");
        for field in fields {
            body.push_str(&line_of_answer(true, field, &mut names)?);
        }
        let body: String = body.lines().map(|line| format!("    {line}\n")).collect();
        lines.push_str(&format!("{}  | {{\n{body}    }}\n", comment(docs, "  ", "")));
    }
    Ok((format!("\n{}export type {name} =\n{};\n", comment(docs, "", ""), lines.trim_end()), names))
}

/// A Rust type in TypeScript; the types that it names are added to `names`.
fn script(of: &Type, names: &mut Vec<String>) -> Result<String, Failure> {
    if let Type::Reference(of) = of {
        return script(&of.elem, names);
    }
    for list in ["Vec", "Set"] {
        if let Some(inner) = inner(of, list) {
            return Ok(format!("{}[]", script(inner, names)?));
        }
    }
    let name = name(of).ok_or("a type that is no name")?;
    Ok(match name.as_str() {
        "String" | "str" => "string".to_owned(),
        "bool" => "boolean".to_owned(),
        "u32" | "i32" | "usize" | "Percent" | "Money" | "Decimal" => "number".to_owned(),
        "Date" => "Day".to_owned(),
        "Class" => "Class".to_owned(),
        "Figures" => "{ [id: string]: number | null }".to_owned(),
        "RiskGrades" => {
            names.extend(["Sector".to_owned(), "RiskGrade".to_owned()]);
            "{ [sector in Sector]?: RiskGrade | null }".to_owned()
        }
        _ => {
            names.push(name.clone());
            name
        }
    })
}

/// `T` of `Outer<T>`.
fn inner<'t>(of: &'t Type, outer: &str) -> Option<&'t Type> {
    let Type::Path(path) = of else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == outer)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(inner) => Some(inner),
        _ => None,
    }
}

/// The name of a type without generics but for lifetimes, of which TypeScript knows nothing.
fn name(of: &Type) -> Option<String> {
    let Type::Path(path) = of else { return None };
    let last = path.path.segments.last()?;
    let is_plain = match &last.arguments {
        PathArguments::None => true,
        PathArguments::AngleBracketed(of) => of.args.iter().all(|of| matches!(of, GenericArgument::Lifetime(_))),
        PathArguments::Parenthesized(_) => false,
    };
    is_plain.then(|| last.ident.to_string())
}

/// Documentation as a comment; `none` is what Rust's `None` is in JSON.
fn comment(docs: &str, indent: &str, none: &str) -> String {
    if docs.is_empty() {
        return String::new();
    }
    // Examples are in Rust.
    let docs = docs.split("```").next().unwrap_or_default().trim();
    let docs = docs.replace("`None`", none).replace("*/", "*\u{200b}/");
    let lines: Vec<&str> = docs.lines().collect();
    match lines.as_slice() {
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let lines: String = lines.iter().map(|line| format!("{indent} * {line}\n")).collect();
            format!("{indent}/**\n{lines}{indent} */\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::types;

    #[test]
    fn what_the_reader_requires_must_be_there_and_all_else_may_be_missing() {
        let types = types().unwrap();
        let body = |name: &str| {
            let start = types.find(&format!("export interface {name} ")).unwrap();
            types[start..].split("\n}").next().unwrap().to_owned()
        };
        let penalty = body("Penalty");
        for line in
            ["  decided_on: Day;", "  kinds: PenaltyKind[];", "  fine_yuan?: number | null;", "/** 处罚决定日期. */"]
        {
            assert!(penalty.contains(line), "{line} in {penalty}");
        }
        assert!(body("Enterprise").contains("  risk_grades?: { [sector in Sector]?: RiskGrade | null } | null;"));
        assert!(body("Lead").contains("  kind: LeadKind;"));
        let plan = body("InspectionPlan");
        assert!(plan.contains("  next_due_on: Day | null;") && !plan.contains("used_by"), "{plan}");
        assert!(body("Evidence").contains("  index?: number;"));
        assert!(types.contains("export interface FieldSource extends Cited {"));
        assert!(types.contains("export interface Trace extends Partial<Count> {"));
        assert!(body("Count").contains("  negated?: boolean;"));
        assert!(body("Stretch").contains("  ref?: Target;"));
        let outcome = "      /** What comes of them. */\n      outcome: Outcome;\n    }";
        assert!(
            types.contains("  /** One step alone betters the class. */\n  | {\n      kind: \"one_is_enough\";\n    }"),
            "{types}"
        );
        assert!(types.contains(outcome) && types.contains("  | {\n      kind: \"these\";\n"), "{types}");
        assert!(types.contains("export type Procedure =\n  | \"ordinary\"\n  | \"simple\";"), "{types}");
    }
}
