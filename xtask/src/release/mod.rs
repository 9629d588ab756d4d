//! What a release has besides the site and the package: the licences of all that ships, its bill of materials, how a
//! server is set up, the rule packs as files, and checksums over all of it.

mod bom;
mod built_with;
mod checksums;
mod deploy;
mod expression;
mod licences;
mod packs;
mod reproduce;
mod shipped;
mod texts;

pub use checksums::write_over as write_checksums;
pub use deploy::check_script;
pub use licences::{write_beside as write_licences, write_text as write_licence_text};
pub use reproduce::reproduce;

use crate::shell::root;
use crate::tools::{read, write};
use crate::{Failure, site};
use std::path::Path;

/// Gives the built site its bill of materials and its checksums, to which the help leads.
pub fn finish_site(site: &Path) -> Result<(), Failure> {
    write(&site.join("bom.json"), &bom::bom()?)?;
    checksums::write_over(site)
}

/// Puts beside the site and the package what whoever sets up a server or checks a release needs.
pub fn finish() -> Result<(), Failure> {
    let dist = root().join("dist");
    deploy::copy(&dist.join("deploy"))?;
    packs::write_beside(&dist.join("packs"))?;
    for name in ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"] {
        write(&dist.join(name), &read(&root().join(name))?)?;
    }
    write(&dist.join("bom.json"), &read(&site::folder().join("bom.json"))?)?;
    checksums::write_over(&dist)
}
