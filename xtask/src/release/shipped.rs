//! The packages that go into the modules of the site and of the npm package, as Cargo knows them.

use super::expression;
use crate::Failure;
use crate::shell::{capture, command, root};
use crate::tools::read;
use serde_json::Value;
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
    let metadata = ["metadata", "--locked", "--format-version", "1", "--all-features"];
    let metadata: Value = serde_json::from_str(&capture("cargo metadata", command("cargo").args(metadata))?)
        .map_err(|error| format!("the answer of cargo metadata: {error}"))?;
    let checksums = checksums(&read(&root().join("Cargo.lock"))?);
    let packages = metadata["packages"].as_array().ok_or("cargo metadata names no packages")?;
    let mut all: Vec<Package> = packages.iter().filter_map(|package| read_package(package, &checksums)).collect();
    all.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    Ok(all)
}

fn read_package(package: &Value, checksums: &BTreeMap<Id, String>) -> Option<Package> {
    let text = |key: &str| package[key].as_str().map(str::to_owned);
    let (name, version) = (text("name")?, text("version")?);
    let authors = package["authors"].as_array().into_iter().flatten().filter_map(Value::as_str);
    Some(Package {
        licence: expression::modern(&text("license").unwrap_or_default()),
        // Addresses of people are theirs.
        authors: authors.map(|author| author.split(" <").next().unwrap_or(author).to_owned()).collect(),
        repository: text("repository"),
        folder: PathBuf::from(text("manifest_path")?).parent()?.to_owned(),
        checksum: checksums.get(&(name.clone(), version.clone())).cloned(),
        uses: BTreeSet::new(),
        name,
        version,
    })
}

/// The checksum of each package in the text of a Cargo.lock.
fn checksums(lock: &str) -> BTreeMap<Id, String> {
    let mut found = BTreeMap::new();
    for entry in lock.split("[[package]]") {
        let value = |key: &str| {
            let line = entry.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""));
            line.and_then(|line| line.strip_suffix('"')).map(str::to_owned)
        };
        if let (Some(name), Some(version), Some(checksum)) = (value("name"), value("version"), value("checksum")) {
            found.insert((name, version), checksum);
        }
    }
    found
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
    fn of_two_versions_each_has_its_own_checksum() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"01\"\n\n\
                    [[package]]\nname = \"a\"\nversion = \"2.0.0\"\nchecksum = \"02\"\n\n\
                    [[package]]\nname = \"xinheng\"\nversion = \"0.1.0\"\n";
        let checksums = checksums(lock);
        assert_eq!(checksums[&id("a", "2.0.0")], "02");
        assert!(!checksums.contains_key(&id("xinheng", "0.1.0")));
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
