//! Reads and checks the packs and the calendar, and leaves them, compiled and as canonical JSON, to be compiled in.

use std::path::Path;
use std::{env, fs, process};

use facts::{calendar, compiled, json};
use pack::toml;

fn main() {
    for input in ["../../packs", "build.rs"] {
        println!("cargo::rerun-if-changed={input}");
    }
    let default = compile(DEFAULT, |form| pack::read(form).map_err(told));
    others(&default);
    compile("calendar", |form| {
        calendar::read(form)
            .map_err(|faults| faults.into_iter().map(|fault| (fault.path, fault.en.to_owned())).collect())
    });
}

/// The pack that is used when a request names none. It is compiled; the others are read when one is asked for.
const DEFAULT: &str = "baotou-2024";

/// Where each fault is, and its words.
type Faults = Vec<(String, String)>;

fn told(faults: Vec<pack::PackFault>) -> Faults {
    faults.into_iter().map(|fault| (fault.path.clone(), fault.message().en)).collect()
}

/// Checks every other pack, which may rest on the default one, and leaves a list of their ids and of what they have otherwise.
fn others(default: &json::Value) {
    let sources = match pack::read(default) {
        Ok(pack) => pack::PackInfo::of(&pack).sources_text(),
        Err(_) => return,
    };
    let folder = fs::read_dir("../../packs").map(|entries| entries.filter_map(Result::ok));
    let files = folder.unwrap_or_else(|error| stop(error.to_string()));
    let names = files.filter_map(|file| file.file_name().to_str()?.strip_suffix(".toml").map(str::to_owned));
    let mut names: Vec<String> = names.filter(|name| name != DEFAULT && name != "calendar").collect();
    names.sort();
    let (mut ids, mut forms, mut infos) = (String::new(), String::new(), String::new());
    for name in &names {
        let located = parsed(name);
        let form_of = |id: &str| (id == DEFAULT).then(|| default.clone());
        let read = toml::whole(&located.form, &form_of).and_then(|form| pack::read(&form));
        let read = read.unwrap_or_else(|faults| stop_with(name, &located, &told(faults)));
        let info = pack::PackInfo::of(&read);
        let info = serde_json::to_string(&info).unwrap_or_else(|error| stop(error.to_string()));
        // Most rest on the documents of the default pack, which need not lie in the product twice.
        let info = info.replace(&sources, pack::SAME_SOURCES);
        write(name, "json", json::canonical(&located.form).as_bytes());
        write(name, "info", info.as_bytes());
        let text = |ending: &str| format!("include_str!(concat!(env!(\"OUT_DIR\"), \"/{name}.{ending}\"))");
        ids.push_str(&format!("\"{}\",", read.id));
        forms.push_str(&format!("{},", text("json")));
        infos.push_str(&format!("{},", text("info")));
    }
    // Three lists, of which a program brings along those that it asks for.
    for (name, list) in [("ids", ids), ("forms", forms), ("infos", infos)] {
        write(name, "rs", format!("&[{list}]").as_bytes());
    }
}

/// Turns one TOML file into its compiled form and its JSON, or stops the build with every fault and its line.
fn compile<T: compiled::Compiled>(name: &str, read: impl Fn(&json::Value) -> Result<T, Faults>) -> json::Value {
    let located = parsed(name);
    let read = read(&located.form).unwrap_or_else(|faults| stop_with(name, &located, &faults));
    write(name, "bin", &compiled::to_bytes(&read));
    write(name, "json", json::canonical(&located.form).as_bytes());
    located.form
}

fn path_of(name: &str) -> String {
    format!("../../packs/{name}.toml")
}

fn parsed(name: &str) -> toml::Located {
    let path = path_of(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| stop(format!("{path}: {error}")));
    toml::parse(&text).unwrap_or_else(|error| stop(format!("{path}: {error}")))
}

fn write(name: &str, ending: &str, bytes: &[u8]) {
    let out = env::var("OUT_DIR").unwrap_or_else(|error| stop(error.to_string()));
    let target = Path::new(&out).join(format!("{name}.{ending}"));
    fs::write(&target, bytes).unwrap_or_else(|error| stop(format!("{}: {error}", target.display())));
}

fn stop(line: String) -> ! {
    println!("cargo::error={line}");
    process::exit(1);
}

fn stop_with(name: &str, located: &toml::Located, faults: &Faults) -> ! {
    for (at, message) in faults {
        let (line, column) = located.position(at);
        println!("cargo::error={}:{line}:{column}: {message}", path_of(name));
    }
    process::exit(1);
}
