//! Building the site with Trunk.

use crate::Failure;
use crate::shell::{command, put_on_path, root, run};
use crate::tools;
use std::path::PathBuf;
use std::process::Command;

/// Where the release site is written.
pub fn folder() -> PathBuf {
    root().join("dist/site")
}

/// Builds the release site into [`folder`].
pub fn build() -> Result<(), Failure> {
    let mut trunk = trunk(&tools::for_release()?)?;
    trunk.args(["build", "--release", "--dist"]).arg(folder());
    run("the build of the site", &mut trunk)
}

/// Trunk, with the tools it calls on its path.
pub fn trunk(folders: &[PathBuf]) -> Result<Command, Failure> {
    let mut trunk = command("trunk");
    put_on_path(&mut trunk, folders)?;
    // Trunk takes the variable for its own option `--no-color`, which wants `true` or `false`, and stops at "1".
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}
