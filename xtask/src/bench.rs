//! `cargo xtask bench`: how fast the product is, by itself and against others.

use crate::shell::{command, root, run};
use crate::{Failure, package, site, test, tools, unknown_argument};

/// Prepares what is measured, and measures it: a change in the page, how objects come into the module of the package, or all
/// systems on one district.
pub fn bench(arguments: &[String]) -> Result<(), Failure> {
    match arguments {
        [what] if what == "page" => page(),
        [what] if what == "objects" => objects(),
        _ => peers(arguments),
    }
}

/// Builds the release site and measures a change of a record in it.
fn page() -> Result<(), Failure> {
    site::build()?;
    run("the measuring in the page", test::browser_script()?.arg("benches/page/change.mjs"))
}

/// Builds the package, and the module of it that takes objects of JavaScript as they are, and holds one against the other.
fn objects() -> Result<(), Failure> {
    let node = &mut test::browser_script()?;
    package::build()?;
    package::objects_module()?;
    run("the measuring of objects", node.args(["--expose-gc", "benches/objects/measure.mjs"]))
}

/// Builds the release site and the native engine, sees to the peers, and measures all.
fn peers(arguments: &[String]) -> Result<(), Failure> {
    for option in arguments.iter().step_by(2) {
        if !["--sizes", "--runs"].contains(&option.as_str()) {
            return Err(unknown_argument(option));
        }
    }
    let mut node = test::browser_script()?;
    tools::node_modules(&root().join("benches/peers"))?;
    let native = ["build", "--locked", "--release", "--features", "encodings,sheets", "--example", "district"];
    run("the build of the native engine", command("cargo").args(native))?;
    site::build()?;
    run("the measuring against others", node.arg("benches/peers/run.mjs").args(arguments))
}
