//! `cargo xtask pictures`: every screen as a picture, to be looked at.

use crate::shell::{root, run};
use crate::{Failure, site, test, unknown_argument};
use std::path::PathBuf;

/// Builds the release site and photographs the screens listed in tests/browser/screens.mjs.
pub fn pictures(arguments: &[String]) -> Result<(), Failure> {
    let folder = match arguments {
        [] => root().join("dist/pictures"),
        [flag, folder] if flag == "--out" => {
            let here = std::env::current_dir().map_err(|error| format!("this folder cannot be read: {error}"))?;
            here.join(PathBuf::from(folder))
        }
        [flag] if flag == "--out" => return Err("--out takes a folder".into()),
        [other, ..] => return Err(unknown_argument(other)),
    };
    let mut node = test::browser_script()?;
    site::build()?;
    run("tests/browser/pictures.mjs", node.arg("tests/browser/pictures.mjs").arg(folder))
}
