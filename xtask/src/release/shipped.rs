//! The packages that go into the modules of the site and of the npm package, as Cargo knows them.

use super::expression;
use crate::Failure;
use crate::shell::{capture, command, root};
use crate::tools::{Locked, locked, metadata};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The package that the product is called by.
pub const PRODUCT: &str = "xinheng";

/// A package by its name and version.
pub type Id = (String, String);

/// A package that ships, or would if something that ships asked for it.
pub struct Package {
    pub name: String,
    pub version: String,
    /// As SPDX writes it.
    pub licence: String,
    pub authors: Vec<String>,
    pub repository: Option<String>,
    /// Where its sources lie on this machine.
    pub folder: PathBuf,
    /// The SHA-256 of its archive in the registry, in hexadecimal digits; none for our own.
    pub checksum: Option<String>,
    /// The packages it uses itself, as far as they ship.
    pub uses: BTreeSet<Id>,
}

impl Package {
    /// Whether it is a crate of this workspace.
    fn is_own(&self) -> bool {
        self.folder.starts_with(root())
    }
}

/// Every package that ships, in the order of names. The crates of this workspace are one of them, the product. Macros, build
/// scripts and tests stay behind.
pub fn packages() -> Result<Vec<Package>, Failure> {
    let uses = uses(&tree()?)?;
    let mut all = all()?;
    all.retain(|package| uses.contains_key(&(package.name.clone(), package.version.clone())));
    for package in &mut all {
        package.uses = uses[&(package.name.clone(), package.version.clone())].clone();
    }
    if all.len() != uses.len() {
        return Err("cargo tree and cargo metadata name other packages".into());
    }
    Ok(with_own_as_one(all))
}

/// The same with the crates of this workspace put together under the name of the product.
fn with_own_as_one(packages: Vec<Package>) -> Vec<Package> {
    let (own, mut others): (Vec<Package>, Vec<Package>) = packages.into_iter().partition(Package::is_own);
    let names: BTreeSet<Id> = own.iter().map(|package| (package.name.clone(), package.version.clone())).collect();
    let used = own.iter().flat_map(|package| &package.uses).filter(|id| !names.contains(*id)).cloned().collect();
    others.extend(
        own.into_iter().find(|package| package.name == PRODUCT).map(|product| Package { uses: used, ..product }),
    );
    others.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    others
}

/// Each package below ours, behind the depth at which it stands: `1yew v0.23.0`.
fn tree() -> Result<String, Failure> {
    let mut cargo = command("cargo");
    cargo.args(["tree", "--locked", "--package", PRODUCT, "--edges", "normal,no-proc-macro"]);
    // The features of the site and of the package together: each crate is compiled once for both.
    cargo.args(["--target", "wasm32-unknown-unknown", "--features", "app,js-api"]);
    capture("cargo tree", cargo.args(["--prefix", "depth", "--format", " {p}"]))
}

/// Who uses whom.
fn uses(tree: &str) -> Result<BTreeMap<Id, BTreeSet<Id>>, Failure> {
    let mut uses = BTreeMap::<Id, BTreeSet<Id>>::new();
    let mut above: Vec<Id> = Vec::new();
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let mut words = line.split_whitespace();
        let depth = words.next().and_then(|depth| depth.parse().ok());
        let version = |word: &str| word.strip_prefix('v').map(str::to_owned);
        let (Some(depth), Some(name), Some(version)) = (depth, words.next(), words.next().and_then(version)) else {
            return Err(format!("not a line of cargo tree: {line}"));
        };
        let id = (name.to_owned(), version);
        above.truncate(depth);
        if let Some(user) = above.last() {
            uses.entry(user.clone()).or_default().insert(id.clone());
        }
        uses.entry(id.clone()).or_default();
        above.push(id);
    }
    Ok(uses)
}

/// Every package of the lock file, those of tests and builds as well, without [`Package::uses`].
pub fn all() -> Result<Vec<Package>, Failure> {
    let locked = locked()?;
    let metadata = metadata(&["--all-features"])?;
    let mut all: Vec<Package> = metadata.packages.iter().map(|found| package(found, &locked)).collect();
    all.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    Ok(all)
}

fn package(found: &cargo_metadata::Package, locked: &[Locked]) -> Package {
    let (name, version) = (found.name.to_string(), found.version.to_string());
    let locked = locked.iter().find(|locked| (&locked.name, &locked.version) == (&name, &version));
    Package {
        licence: expression::modern(found.license.as_deref().unwrap_or_default()),
        // Addresses of people are theirs.
        authors: found.authors.iter().map(|author| author.split(" <").next().unwrap_or(author).to_owned()).collect(),
        repository: found.repository.clone(),
        folder: found.manifest_path.parent().unwrap_or(&found.manifest_path).into(),
        checksum: locked.and_then(|locked| locked.checksum.clone()),
        uses: BTreeSet::new(),
        name,
        version,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str, version: &str) -> Id {
        (name.to_owned(), version.to_owned())
    }

    #[test]
    fn who_uses_whom_is_read_from_the_depths() {
        let tree = "0 xinheng v0.1.0 (/x)\n1 csv v1.0.0\n2 memchr v2.8.3\n1 zip v9.0.0\n2 memchr v2.8.3 (*)\n";
        let uses = uses(tree).unwrap();
        assert_eq!(uses[&id("xinheng", "0.1.0")], [id("csv", "1.0.0"), id("zip", "9.0.0")].into());
        assert_eq!(uses[&id("zip", "9.0.0")], [id("memchr", "2.8.3")].into());
        assert!(uses[&id("memchr", "2.8.3")].is_empty());
    }

    #[test]
    fn the_page_ships_yew_and_no_macro_or_test() {
        let names: Vec<String> = packages().unwrap().into_iter().map(|package| package.name).collect();
        for name in ["xinheng", "yew", "wasm-bindgen", "calamine"] {
            assert!(names.iter().any(|other| other == name), "{name} in {names:?}");
        }
        for name in ["yew-macro", "syn", "toml", "criterion", "proptest", "xtask", "facts", "district"] {
            assert!(!names.iter().any(|other| other == name), "{name} in {names:?}");
        }
    }

    #[test]
    fn every_package_is_of_an_accepted_licence_and_from_the_registry() {
        for package in all().unwrap().iter().filter(|package| package.name != "xtask") {
            let (name, version) = (&package.name, &package.version);
            expression::choose(&package.licence).unwrap_or_else(|failure| panic!("{name} {version}: {failure}"));
            assert!(package.checksum.is_some() || package.is_own(), "{name} {version} comes from elsewhere");
        }
    }
}
