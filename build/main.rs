//! Reads and checks the packs and the calendar, and leaves their canonical JSON to be compiled in.
//!
//! The checking code is the product's own: these rooms know no other, so they can be compiled here as well.

#![allow(dead_code, unused_imports, reason = "only the reading half of these rooms is used here")]

use std::path::Path;
use std::{env, fs, process};

#[path = "../src/calendar/mod.rs"]
mod calendar;
#[path = "../src/facts/mod.rs"]
mod facts;
#[path = "../src/json/mod.rs"]
mod json;
#[path = "../src/pack/mod.rs"]
mod pack;
mod toml_form;

fn main() {
    for room in ["packs", "build", "src/calendar", "src/facts", "src/json", "src/pack"] {
        println!("cargo::rerun-if-changed={room}");
    }
    compile("baotou-2024", |form| {
        let faults = pack::read(form).err().unwrap_or_default();
        faults.into_iter().map(|fault| (fault.path.clone(), fault.message().en)).collect()
    });
    compile("calendar", |form| {
        let faults = calendar::read(form).err().unwrap_or_default();
        faults.into_iter().map(|fault| (fault.path, fault.message)).collect()
    });
}

/// Turns one TOML file into canonical JSON, or stops the build with every fault and its line.
fn compile(name: &str, check: impl Fn(&json::Value) -> Vec<(String, String)>) {
    let path = format!("packs/{name}.toml");
    let stop = |line: String| -> ! {
        println!("cargo::error={line}");
        process::exit(1);
    };
    let text = fs::read_to_string(&path).unwrap_or_else(|error| stop(format!("{path}: {error}")));
    let located = toml_form::parse(&text).unwrap_or_else(|error| stop(format!("{path}: {error}")));
    let faults = check(&located.form);
    for (place, message) in &faults {
        let (line, column) = located.place(place);
        println!("cargo::error={path}:{line}:{column}: {message}");
    }
    if !faults.is_empty() {
        process::exit(1);
    }
    let out = env::var("OUT_DIR").unwrap_or_else(|error| stop(error.to_string()));
    let target = Path::new(&out).join(format!("{name}.json"));
    if let Err(error) = fs::write(&target, json::canonical(&located.form)) {
        stop(format!("{}: {error}", target.display()));
    }
}
