//! The software bill of materials, in the form of CycloneDX 1.6: all that ships, with licences and checksums.

use super::built_with;
use super::shipped::{Id, PRODUCT, Package, packages};
use crate::Failure;
use serde_json::{Value, json};

/// The bill as JSON. Without a time and without a number of its own, so that the same sources give the same bytes.
pub fn bom() -> Result<String, Failure> {
    let packages = packages()?;
    let (own, others): (Vec<&Package>, Vec<&Package>) = packages.iter().partition(|package| package.name == PRODUCT);
    let own = own.first().ok_or("cargo tree does not name xinheng")?;
    let rust = built_with::rust_version()?;
    let std = format!("rust-std@{rust}");
    let tools = built_with::tools()?;
    let built_with =
        tools.iter().map(|(name, version)| json!({ "name": format!("built-with:{name}"), "value": version }));
    let mut components = vec![json!({
        "type": "library",
        "bom-ref": std,
        "name": "rust-std",
        "version": rust,
        "description": "core, alloc and std of Rust with compiler_builtins and hashbrown",
        "licenses": [{ "expression": "(MIT OR Apache-2.0) AND Unicode-3.0" }],
    })];
    components.extend(others.iter().map(|package| component(package)));
    let mut dependencies = vec![json!({ "ref": std })];
    for package in &packages {
        let uses = package.uses.iter().map(address).chain((package.name == PRODUCT).then(|| std.clone()));
        let id = (package.name.clone(), package.version.clone());
        dependencies.push(json!({ "ref": address(&id), "dependsOn": uses.collect::<Vec<_>>() }));
    }
    let bom = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{ "phase": "build" }],
            "component": {
                "type": "application",
                "bom-ref": address(&(own.name.clone(), own.version.clone())),
                "name": own.name,
                "version": own.version,
                "licenses": [{ "expression": own.licence }],
            },
            "properties": built_with.collect::<Vec<_>>(),
        },
        "components": components,
        "dependencies": dependencies,
    });
    Ok(format!("{bom:#}\n"))
}

fn component(package: &Package) -> Value {
    let address = address(&(package.name.clone(), package.version.clone()));
    let mut component = json!({
        "type": "library",
        "bom-ref": address,
        "name": package.name,
        "version": package.version,
        "purl": address,
        "licenses": [{ "expression": package.licence }],
    });
    if !package.authors.is_empty() {
        component["authors"] = package.authors.iter().map(|name| json!({ "name": name })).collect();
    }
    if let Some(checksum) = &package.checksum {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if let Some(repository) = &package.repository {
        component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    component
}

/// The package URL, by which programs that know of weaknesses name a crate.
fn address((name, version): &Id) -> String {
    format!("pkg:cargo/{name}@{version}")
}
