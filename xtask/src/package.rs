//! The npm package: the engine for JavaScript with its scripts and types, written to dist/npm.

use crate::shell::{command, put_on_path, root, run};
use crate::tools::{read, write};
use crate::{Failure, element_style, features, finish, minify, paths, release, tools, types};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The modules of the package: bins of the crate.
const MODULES: [&str; 6] = ["engine", "rules", "tables", "workbooks", "element", "clerk"];
/// Those of which each element of a page runs an instance: their glue is a function that makes one.
const INSTANCES: [&str; 2] = ["element", "clerk"];

/// Where the package is written.
pub fn folder() -> PathBuf {
    root().join("dist/npm")
}

/// Builds the package into [`folder`].
///
/// # Errors
/// When a tool fails, or a module names a folder of this machine or uses what old browsers lack.
pub fn build() -> Result<(), Failure> {
    let folders = tools::for_release()?;
    compile("the build of the package", MODULES.iter().flat_map(|module| ["--bin", module]))?;

    let folder = folder();
    if folder.is_dir() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    copy_sources(&folder)?;
    let options = wasm_opt_options(&read(&root().join("index.html"))?)?;
    // Each keeps one core busy for seconds.
    std::thread::scope(|scope| {
        let started = MODULES.map(|module| {
            let (folder, folders, options) = (&folder, &folders, &options);
            scope.spawn(move || finish_module(module, folder, folders, options))
        });
        started.into_iter().try_for_each(|thread| thread.join().map_err(|_| "a thread of xtask failed".to_owned())?)
    })?;
    write(&folder.join("element.css"), &element_style::element()?)?;
    write(&folder.join("paper.css"), &element_style::paper()?)?;
    minify::modules_and_maps(&with_extension(&folder, "js")?, &folders)?;
    minify::styles(&with_extension(&folder, "css")?, &folders)?;
    release::write_licence_text(&folder.join("LICENCES.txt"))
}

/// Builds the module of `benches/objects` as a module of the package, under the name of that whose place it takes,
/// into target/objects.
///
/// # Errors
/// When a tool fails.
pub fn objects_module() -> Result<(), Failure> {
    let folders = tools::for_release()?;
    compile("the build of the module that takes objects", ["--example", "objects"])?;
    let folder = root().join("target/objects");
    let built = module_folder().join("examples/objects.wasm");
    write_glue("rules", "bundler", &built, &folder, &folders)?;
    let (module, options) = (folder.join("rules_bg.wasm"), wasm_opt_options(&read(&root().join("index.html"))?)?);
    optimise("rules", &module, &module, &options, &folders)?;
    minify::modules(&[folder.join("rules_bg.js")], &folders)
}

/// Has wasm-bindgen write a compiled module, under a name, and its glue for a target into a folder.
fn write_glue(name: &str, target: &str, built: &Path, folder: &Path, tools: &[PathBuf]) -> Result<(), Failure> {
    let mut bindgen = tool("wasm-bindgen", tools)?;
    bindgen.args(["--target", target, "--no-typescript", "--out-name", name, "--out-dir"]).arg(folder).arg(built);
    run(&format!("wasm-bindgen for {name}"), &mut bindgen)
}

/// Has wasm-opt make a module small.
fn optimise(name: &str, from: &Path, to: &Path, options: &[String], tools: &[PathBuf]) -> Result<(), Failure> {
    let mut opt = tool("wasm-opt", tools)?;
    opt.args(options).arg("-Oz").arg(from).arg("-o").arg(to);
    run(&format!("wasm-opt for {name}"), &mut opt)
}

/// Compiles these targets for the browser.
fn compile<'t>(what: &str, targets: impl IntoIterator<Item = &'t str>) -> Result<(), Failure> {
    let mut cargo = command("cargo");
    // With the features of the site as well, so that what both stand on is compiled once.
    cargo.args(["build", "--locked", "--profile", "web", "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--features", "app,js-api"]).args(targets);
    paths::hide(&mut cargo)?;
    run(what, &mut cargo)
}

/// Where Cargo puts what it compiles for the browser.
fn module_folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("wasm32-unknown-unknown/web")
}

/// A program of these folders.
fn tool(name: &str, folders: &[PathBuf]) -> Result<Command, Failure> {
    let mut tool = command(name);
    put_on_path(&mut tool, folders)?;
    Ok(tool)
}

/// The files of a folder with this extension.
pub fn with_extension(folder: &Path, wanted: &str) -> Result<Vec<PathBuf>, Failure> {
    let mut files = finish::entries(folder)?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == wanted));
    Ok(files)
}

/// What a package has beside its programs, as it lies at the root of the project.
const PAPERS: [&str; 3] = ["LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"];

/// What stands in `npm/`, with the version of the crate, the types, the licences and what has changed.
fn copy_sources(folder: &Path) -> Result<(), Failure> {
    let version = tools::locked_version("xinheng")?;
    for file in finish::entries(&root().join("npm"))? {
        let mut text = read(&file)?;
        if file.ends_with("package.json") {
            text = text.replace("\"version\": \"0.0.0\"", &format!("\"version\": \"{version}\""));
        }
        write(&folder.join(file.file_name().unwrap_or_default()), &text)?;
    }
    for paper in PAPERS {
        write(&folder.join(paper), &read(&root().join(paper))?)?;
    }
    write(&folder.join("types.d.ts"), &types::types()?)?;
    write(&folder.join("version.js"), &format!("export const VERSION = \"{version}\";\n"))
}

/// Gives a module its glue, makes it small, checks it, and puts both into the package.
fn finish_module(module: &str, package: &Path, tools: &[PathBuf], options: &[String]) -> Result<(), Failure> {
    let work = root().join("target/npm").join(module);
    let built = module_folder().join(format!("{module}.wasm"));
    // The glue for bundlers leaves loading to whoever uses it: `npm/load.js`. It is one for all instances; the glue without
    // modules is a function, and can be one for each.
    let many = INSTANCES.contains(&module);
    write_glue(module, if many { "no-modules" } else { "bundler" }, &built, &work, tools)?;
    let name = format!("{module}_bg.wasm");
    let target = package.join(&name);
    optimise(module, &work.join(&name), &target, options, tools)?;
    let bytes = fs::read(&target).map_err(|error| format!("{}: {error}", target.display()))?;
    paths::check(&target, &bytes)?;
    features::check(&target, &bytes, tools)?;
    let glue = format!("{module}_bg.js");
    if many {
        let made = read(&work.join(format!("{module}.js")))?;
        // What the page calls by these names is the site's; an element says what stands for them.
        let made = format!(
            "export function glue(Worker) {{\nconst xinheng = {{ at: (name) => name, worker: () => new Worker(\"boot_worker.js\") }};\n{made}\nreturn wasm_bindgen;\n}}\n"
        );
        return write(&package.join(format!("{module}_glue.js")), &made);
    }
    write(&package.join(&glue), &read(&work.join(&glue))?)
}

/// How the modules of the site are made small, as index.html says it to Trunk, with the features that they may use.
fn wasm_opt_options(index: &str) -> Result<Vec<String>, Failure> {
    let options = index.split("data-wasm-opt-params=\"").nth(1).and_then(|rest| rest.split('"').next());
    let options = options.ok_or("index.html has no data-wasm-opt-params")?;
    Ok(options.split_whitespace().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::wasm_opt_options;

    #[test]
    fn the_package_is_made_small_as_the_site_is() {
        let options = wasm_opt_options(r#"<link data-wasm-opt="z" data-wasm-opt-params="-Oz --strip" />"#).unwrap();
        assert_eq!(options, ["-Oz", "--strip"]);
        assert!(wasm_opt_options("<link />").is_err());
    }
}
