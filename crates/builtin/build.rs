//! Reads and checks the packs and the calendar, and leaves them, compiled and as canonical JSON, to be compiled in.

use std::path::Path;
use std::{env, fs, process};

use facts::{calendar, compiled, json};
use pack::toml;

fn main() {
    for input in ["../../packs", "build.rs"] {
        println!("cargo::rerun-if-changed={input}");
    }
    compile("baotou-2024", |form| {
        pack::read(form)
            .map_err(|faults| faults.into_iter().map(|fault| (fault.path.clone(), fault.message().en)).collect())
    });
    compile("calendar", |form| {
        calendar::read(form)
            .map_err(|faults| faults.into_iter().map(|fault| (fault.path, fault.en.to_owned())).collect())
    });
}

/// Where each fault is, and its words.
type Faults = Vec<(String, String)>;

/// Turns one TOML file into its compiled form and its JSON, or stops the build with every fault and its line.
fn compile<T: compiled::Compiled>(name: &str, read: impl Fn(&json::Value) -> Result<T, Faults>) {
    let path = format!("../../packs/{name}.toml");
    let stop = |line: String| -> ! {
        println!("cargo::error={line}");
        process::exit(1);
    };
    let text = fs::read_to_string(&path).unwrap_or_else(|error| stop(format!("{path}: {error}")));
    let located = toml::parse(&text).unwrap_or_else(|error| stop(format!("{path}: {error}")));
    let compiled = match read(&located.form) {
        Ok(read) => compiled::to_bytes(&read),
        Err(faults) => {
            for (at, message) in &faults {
                let (line, column) = located.position(at);
                println!("cargo::error={path}:{line}:{column}: {message}");
            }
            process::exit(1);
        }
    };
    let out = env::var("OUT_DIR").unwrap_or_else(|error| stop(error.to_string()));
    let write = |ending: &str, bytes: &[u8]| {
        let target = Path::new(&out).join(format!("{name}.{ending}"));
        if let Err(error) = fs::write(&target, bytes) {
            stop(format!("{}: {error}", target.display()));
        }
    };
    write("bin", &compiled);
    write("json", json::canonical(&located.form).as_bytes());
}
