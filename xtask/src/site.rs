//! Building the site with Trunk.

use crate::shell::{command, put_on_path, root, run};
use crate::{Failure, paths, release, tools};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the release site is written.
pub fn folder() -> PathBuf {
    root().join("dist/site")
}

/// Builds the release site into [`folder`].
pub fn build() -> Result<(), Failure> {
    let mut trunk = trunk(&tools::for_release()?)?;
    trunk.args(["build", "--release", "--dist"]).arg(folder());
    run("the build of the site", &mut trunk)?;
    release::finish_site(&folder())
}

/// Trunk, with the tools it calls on its path, and this program, which finishes its builds: Cargo, asked to run it,
/// would compile it anew with the flags of the site.
pub fn trunk(folders: &[PathBuf]) -> Result<Command, Failure> {
    let mut trunk = command("trunk");
    let this = std::env::current_exe().map_err(|error| format!("xtask cannot find itself: {error}"))?;
    let own = this.parent().map(Path::to_owned);
    put_on_path(&mut trunk, &folders.iter().cloned().chain(own).collect::<Vec<_>>())?;
    paths::hide(&mut trunk)?;
    // Trunk takes the variable for its own option `--no-color`, which wants `true` or `false`, and stops at "1".
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}
