//! `cargo xtask test`: everything that must hold before a change lands.

use crate::shell::{Background, command, put_on_path, root, run, run_watched};
use crate::{Failure, paths, system, tools, unknown_argument};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

/// What can be checked alone, in the order of a whole run.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    /// Formatting, and clippy with warnings denied, natively and for WebAssembly.
    Lint,
    /// Tests of the workspace on this machine, the examples of the documentation included, and the documentation itself.
    Native,
    /// Tests of the WebAssembly in headless Chromium.
    Web,
    /// The release with its sizes, and the specs that drive its site in Chromium and use its npm package.
    Browser,
    /// The release, and what a person does with it first in the other engines. A whole run leaves it out: it needs two
    /// browsers more.
    Browsers,
}

const ALL: [(&str, Part); 5] = [
    ("lint", Part::Lint),
    ("native", Part::Native),
    ("web", Part::Web),
    ("browser", Part::Browser),
    ("browsers", Part::Browsers),
];

impl Part {
    /// Whether it is asked for by these names; none stands for a whole run.
    fn is_wanted(self, wanted: &[Self]) -> bool {
        if wanted.is_empty() { self != Self::Browsers } else { wanted.contains(&self) }
    }

    /// Where its specs are, of a part that has some.
    fn folders(self) -> &'static [&'static str] {
        match self {
            Self::Browser => &["tests/browser", "tests/npm"],
            Self::Browsers => &["tests/browsers"],
            Self::Lint | Self::Native | Self::Web => &[],
        }
    }
}

/// The features of what is tested natively: all that does without a browser, the state of the page among it.
const NATIVE: &str = "encodings,sheets,workbooks,papers,app";

/// The target and the features of what runs in the browser.
const WASM: [&str; 4] = ["--target", "wasm32-unknown-unknown", "--features", "app,js-api"];

/// How many tests ran, over all runners.
#[derive(Debug, Default, PartialEq)]
struct Tally {
    passed: u64,
    failed: u64,
}

/// How much slower the specs find their machine when they are asked to be slow; `tests/browser/slowness.mjs` reads it.
const SLOW: &str = "6";

/// Runs the named parts, or all, and stops at the first that fails. The last line is "N passed, N failed", after the
/// seconds that each part took.
pub fn test(arguments: &[String]) -> Result<(), Failure> {
    let Asked { parts: wanted, specs: named, slow } = asked(arguments)?;
    let parts = ALL.iter().filter(|(_, part)| part.is_wanted(&wanted));
    // A name that no spec has is said before anything is built.
    let chosen = parts.clone().map(|(_, part)| specs_named(*part, &named)).collect::<Result<Vec<_>, _>>()?;

    // What is missing on the machine is said before the first minutes of compiling, not after.
    let needs_browser = parts.clone().any(|(_, part)| matches!(part, Part::Web | Part::Browser | Part::Browsers));
    if needs_browser {
        system::node()?;
        system::browser()?;
    }
    if parts.clone().any(|(_, part)| *part == Part::Browser) {
        system::nginx()?;
    }
    if parts.clone().any(|(_, part)| *part == Part::Browsers) {
        system::engines()?;
    }

    let specs_follow = parts.clone().any(|(_, part)| !part.folders().is_empty());
    let mut release = None;
    let mut is_built = false;
    let mut tally = Tally::default();
    let mut took = Vec::new();
    for ((name, part), specs) in parts.zip(chosen) {
        eprintln!("xtask: {name}");
        let began = Instant::now();
        // Its libraries are linked on one core each: the other tests run beside that, once it is known that all compiles.
        if specs_follow && release.is_none() && matches!(part, Part::Native | Part::Web) {
            release = Some(Background::start(RELEASE, own_task("dist")?, &root().join("target/dist.log"))?);
        }
        let done = match part {
            Part::Lint => lint(),
            Part::Native => native(&mut tally),
            Part::Web => web(&mut tally),
            Part::Browser | Part::Browsers => {
                let ready = if is_built { Ok(()) } else { build_release(release.take()) };
                is_built = true;
                ready.and_then(|()| run_specs(*part, &mut tally, &specs, slow))
            }
        };
        took.push(format!("{name} {}", began.elapsed().as_secs()));
        if let Err(failure) = done {
            println!("{} passed, {} failed", tally.passed, tally.failed);
            return Err(format!("{failure}; `cargo xtask test {name}` repeats this part alone"));
        }
    }
    println!("seconds of each part: {}", took.join(", "));
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(())
}

/// What a run is to check.
#[derive(Debug, Default, PartialEq)]
struct Asked {
    /// The parts that are named; none stands for all.
    parts: Vec<Part>,
    /// The specs that are named behind a part, by their files without `.spec.mjs`; none stands for all of it.
    specs: Vec<(Part, String)>,
    /// Whether the machine is to be slow.
    slow: bool,
}

/// Reads the arguments: parts, and behind one that has specs names of those.
fn asked(arguments: &[String]) -> Result<Asked, Failure> {
    let mut asked = Asked::default();
    for argument in arguments {
        if argument == "--slow" {
            asked.slow = true;
        } else if let Some((_, part)) = ALL.iter().find(|(name, _)| name == argument) {
            asked.parts.push(*part);
        } else if let Some(part) = asked.parts.last().filter(|part| !part.folders().is_empty())
            && !argument.starts_with('-')
        {
            asked.specs.push((*part, argument.clone()));
        } else {
            return Err(unknown_argument(argument));
        }
    }
    if asked.slow && asked.parts != [Part::Browser] {
        return Err("only the browser part can be slow: `cargo xtask test browser --slow`".into());
    }
    Ok(asked)
}

/// The files of the specs of a part: those that are named, or all where none is.
fn specs_named(part: Part, named: &[(Part, String)]) -> Result<Vec<PathBuf>, Failure> {
    const ENDING: &str = ".spec.mjs";
    let folders = part.folders();
    let mut all = Vec::new();
    for folder in folders {
        all.extend(files_of(folder, ENDING)?);
    }
    let names: Vec<&String> = named.iter().filter(|(of, _)| *of == part).map(|(_, name)| name).collect();
    if names.is_empty() {
        return Ok(all);
    }
    let called = |file: &PathBuf, name: &str| file.file_name().is_some_and(|file| *file == *[name, ENDING].concat());
    let find = |name: &String| {
        let found = all.iter().find(|file| called(file, name)).cloned();
        found.ok_or_else(|| format!("there is no spec {name}{ENDING} in {}", folders.join(" or ")))
    };
    names.into_iter().map(find).collect()
}

fn lint() -> Result<(), Failure> {
    tools::lint_components()?;
    tools::wasm_target()?;
    run("the format check", command("cargo").args(["fmt", "--all", "--check"]))?;
    let deny = ["--", "-D", "warnings"];
    let native = ["clippy", "--locked", "--workspace", "--all-targets", "--features", NATIVE];
    run("clippy", command("cargo").args(native).args(deny))?;
    let mut wasm = command("cargo");
    wasm.args(["clippy", "--locked", "--lib", "--bins"]).args(WASM).args(web_tests()?).args(deny);
    run("clippy for WebAssembly", &mut wasm)
}

fn native(tally: &mut Tally) -> Result<(), Failure> {
    let mut cargo = command("cargo");
    cargo.args(["test", "--locked", "--workspace", "--features", NATIVE]);
    counted("the native tests", &mut cargo, tally)?;
    // What is built for the tests is of use here.
    let mut doc = command("cargo");
    doc.args(["doc", "--locked", "--workspace", "--lib", "--no-deps", "--features", NATIVE]);
    run("the documentation", doc.env("RUSTDOCFLAGS", "-D warnings"))
}

fn web(tally: &mut Tally) -> Result<(), Failure> {
    let tests = web_tests()?;
    if tests.is_empty() {
        return Ok(());
    }
    tools::wasm_target()?;
    let browser = system::browser()?;
    let mut cargo = command("cargo");
    put_on_path(&mut cargo, &[tools::wasm_bindgen()?])?;
    paths::hide(&mut cargo)?;
    cargo
        .args(["test", "--locked"])
        .args(WASM)
        .args(tests)
        // By its bare name: Cargo splits the variable at blanks, which a path may hold.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", system::webdriver_config(&browser.chromium)?)
        .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    counted("the WebAssembly tests", &mut cargo, tally)
}

/// `--test NAME` for each file of tests/ that is written to run in the browser.
fn web_tests() -> Result<Vec<String>, Failure> {
    let mut names: Vec<String> = files_of("tests", ".rs")?
        .into_iter()
        .filter(|file| fs::read_to_string(file).is_ok_and(|text| text.contains("run_in_browser")))
        .filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    Ok(names.into_iter().flat_map(|name| ["--test".to_owned(), name]).collect())
}

/// What is said to have failed when a release could not be built.
const RELEASE: &str = "building the release";

/// Waits for the release that was begun, or builds it.
fn build_release(begun: Option<Background>) -> Result<(), Failure> {
    match begun {
        Some(begun) => begun.finish(),
        None => run(RELEASE, &mut own_task("dist")?),
    }
}

/// Another task of this program, in a process of its own.
fn own_task(name: &str) -> Result<Command, Failure> {
    let program = std::env::current_exe().map_err(|error| format!("where xtask itself is cannot be found: {error}"))?;
    let mut task = command(program);
    task.arg(name);
    Ok(task)
}

fn run_specs(part: Part, tally: &mut Tally, specs: &[PathBuf], slow: bool) -> Result<(), Failure> {
    let mut node = browser_script()?;
    node.arg("tests/browser/run.mjs").args(specs);
    let what = if part == Part::Browsers {
        tools::node_modules(&root().join("tests/browsers"))?;
        let engines = system::engines()?;
        node.env("CHROMEDRIVER", system::browser()?.driver)
            .env("FIREFOX", engines.firefox)
            .env("GECKODRIVER", tools::geckodriver()?)
            .env("WEBKITDRIVER", engines.webkit_driver)
            .env("XVFB", engines.display);
        "the specs of the other engines"
    } else {
        tools::node_modules(&root().join("tests/npm"))?;
        // A spec that stands on a framework of its own has the packages of that in a folder of its name.
        let folders = specs.iter().map(|spec| spec.with_extension("").with_extension(""));
        for folder in folders.filter(|folder| folder.join("package-lock.json").exists()) {
            tools::node_modules(&folder)?;
        }
        if let Some(shell) = system::headless_shell() {
            node.env("CHROMIUM_SHELL", shell);
        }
        "the specs of the site and the package"
    };
    if slow {
        node.env("SLOW", SLOW);
    }
    counted(what, &mut node, tally)
}

/// Node, ready to run a script of tests/browser: its packages installed and the browser named.
pub fn browser_script() -> Result<Command, Failure> {
    system::node()?;
    let browser = system::browser()?;
    tools::node_modules(&root().join("tests/browser"))?;
    let mut node = command("node");
    node.env("CHROMIUM", browser.chromium);
    Ok(node)
}

/// The files of a folder whose names end so, sorted; none where there is no such folder.
fn files_of(folder: &str, ending: &str) -> Result<Vec<PathBuf>, Failure> {
    let folder = root().join(folder);
    let Ok(entries) = fs::read_dir(&folder) else { return Ok(Vec::new()) };
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    files.retain(|file| file.to_string_lossy().ends_with(ending));
    files.sort();
    Ok(files)
}

fn counted(what: &str, command: &mut Command, tally: &mut Tally) -> Result<(), Failure> {
    run_watched(what, command, |line| tally.add(line))
}

impl Tally {
    /// Adds what a line reports: the closing line of libtest and of wasm-bindgen's runner, and the two of Node's.
    fn add(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |word: &str| word.parse().unwrap_or(0);
        match words.as_slice() {
            ["test", "result:", _, passed, "passed;", failed, "failed;", ..] => {
                self.passed += number(passed);
                self.failed += number(failed);
            }
            ["ℹ", "pass", passed] => self.passed += number(passed),
            ["ℹ", "fail", failed] => self.failed += number(failed),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Part, Tally, asked, specs_named};

    #[test]
    fn parts_are_asked_for_by_name_and_the_browser_one_slowly_too() {
        let of = |words: &str| asked(&words.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        let parts = |parts: &[Part]| Asked { parts: parts.to_vec(), ..Asked::default() };
        assert_eq!(of("").unwrap(), parts(&[]));
        assert_eq!(of("web lint").unwrap(), parts(&[Part::Web, Part::Lint]));
        assert_eq!(of("--slow browser").unwrap(), Asked { slow: true, ..parts(&[Part::Browser]) });
        let specs =
            vec![(Part::Browser, "files".into()), (Part::Browser, "node".into()), (Part::Browsers, "firefox".into())];
        let named = Asked { specs, ..parts(&[Part::Browser, Part::Browsers]) };
        assert_eq!(of("browser files node browsers firefox").unwrap(), named);
        assert!(of("files").unwrap_err().contains("files"));
        assert!(of("lint files").unwrap_err().contains("files"));
        assert!(of("--slow").unwrap_err().contains("browser --slow"));
        assert!(of("browser --fast").unwrap_err().contains("--fast"));
    }

    #[test]
    fn a_whole_run_leaves_out_the_other_engines() {
        assert!(Part::Browser.is_wanted(&[]) && !Part::Browsers.is_wanted(&[]));
        assert!(Part::Browsers.is_wanted(&[Part::Browsers]) && !Part::Browser.is_wanted(&[Part::Browsers]));
    }

    #[test]
    fn specs_are_found_by_name_in_the_folders_of_their_part() {
        let of = |part: Part, names: &[&str]| {
            specs_named(part, &names.iter().map(|name| (part, (*name).to_owned())).collect::<Vec<_>>())
        };
        let found = of(Part::Browser, &["files", "node"]).unwrap();
        assert!(found[0].ends_with("tests/browser/files.spec.mjs"));
        assert!(found[1].ends_with("tests/npm/node.spec.mjs"));
        assert!(of(Part::Browser, &[]).unwrap().len() > found.len());
        assert!(of(Part::Browser, &["file"]).unwrap_err().contains("file.spec.mjs"));
        assert!(of(Part::Browsers, &["webkit"]).unwrap()[0].ends_with("tests/browsers/webkit.spec.mjs"));
        assert!(of(Part::Browsers, &["files"]).unwrap_err().contains("tests/browsers"));
    }

    #[test]
    fn the_closing_lines_of_all_runners_are_added_up() {
        let mut tally = Tally::default();
        for line in [
            "test assess::a_test ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out; finished in 0.10s",
            "ℹ tests 5",
            "ℹ pass 4",
            "ℹ fail 1",
        ] {
            tally.add(line);
        }
        assert_eq!(tally, Tally { passed: 19, failed: 3 });
    }
}
