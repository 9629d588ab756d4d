//! What a browser needs to keep the site: the service worker, which has the list of a build's files, and the manifest, by
//! which it is installed. They alone lie beside the page, under names that stay.

use crate::finish::{files, rewrite};
use crate::tools::{read, write as write_file};
use crate::{Failure, portal, single};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The names under which the server has them.
const WORKER: &str = "sw.js";
const MANIFEST: &str = "manifest.webmanifest";

/// Where they come from, and what else of www/ no page asks for: these are not kept in the browser.
const SOURCE: &str = "service_worker.js";
const FAREWELL: &str = "farewell.js";
const NOT_KEPT: [&str; 5] = [SOURCE, FAREWELL, MANIFEST, single::OPENER, single::CHECK];

/// Writes both for the site whose files lie in `folder`, "v/<hash>". A site that is being developed gets a worker that
/// takes leave: otherwise a browser that once kept a release would go on showing it.
///
/// # Errors
/// When a file they are made of is missing.
pub fn write(site: &Path, folder: &str, is_release: bool) -> Result<(), Failure> {
    let hashed = site.join(folder);
    let manifest = read(&hashed.join(MANIFEST))?;
    write_file(&site.join(MANIFEST), &rewrite(&manifest, folder, |file| site.join(file).is_file())?)?;
    let worker = if is_release {
        format!("\"use strict\";const BUILD={};\n{}", build(site, folder)?, read(&hashed.join(SOURCE))?)
    } else {
        read(&hashed.join(FAREWELL))?
    };
    write_file(&site.join(WORKER), &worker)
}

/// Removes both.
///
/// # Errors
/// When one of them is not there.
pub fn remove(site: &Path) -> Result<(), Failure> {
    for name in [WORKER, MANIFEST] {
        let file = site.join(name);
        fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

/// The name of a build and the digests of its files, the page's under "", as JSON.
fn build(site: &Path, folder: &str) -> Result<String, Failure> {
    let mut kept = BTreeMap::from([(String::new(), integrity(&site.join("index.html"))?)]);
    for page in portal::PAGES.iter().filter(|page| site.join(page).is_file()) {
        kept.insert((*page).to_owned(), integrity(&site.join(page))?);
    }
    for file in files(&site.join(folder))? {
        let name = file.strip_prefix(site).unwrap_or(&file).to_string_lossy().into_owned();
        if !NOT_KEPT.iter().any(|other| name == format!("{folder}/{other}")) {
            kept.insert(name, integrity(&file)?);
        }
    }
    let name = folder.rsplit('/').next().unwrap_or_default();
    Ok(serde_json::json!({ "name": name, "files": kept }).to_string())
}

/// The digest of a file as browsers check it: "sha256-…".
fn integrity(file: &Path) -> Result<String, Failure> {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(integrity_of(&bytes))
}

/// The digest of bytes as browsers check it, and as a policy names an inline script: "sha256-…".
pub fn integrity_of(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_written_as_browsers_check_it() {
        assert_eq!(integrity_of(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn a_release_keeps_what_the_page_asks_for_and_a_site_in_development_nothing() {
        let site = std::env::temp_dir().join(format!("xinheng-offline-{}", std::process::id()));
        let hashed = site.join("v/1a");
        fs::create_dir_all(&hashed).unwrap();
        for (name, text) in [
            ("index.html", "<p>"),
            ("v/1a/app.js", "app"),
            ("v/1a/icon.svg", "<svg/>"),
            ("v/1a/service_worker.js", "keep(BUILD)"),
            ("v/1a/farewell.js", "leave()"),
            ("v/1a/manifest.webmanifest", r#"{"src": "./icon.svg"}"#),
        ] {
            fs::write(site.join(name), text).unwrap();
        }
        write(&site, "v/1a", true).unwrap();
        let worker = fs::read_to_string(site.join("sw.js")).unwrap();
        let (build, rest) = worker.strip_prefix("\"use strict\";const BUILD=").unwrap().split_once(";\n").unwrap();
        let build: serde_json::Value = serde_json::from_str(build).unwrap();
        let kept: Vec<&str> = build["files"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!((build["name"].as_str(), kept), (Some("1a"), vec!["", "v/1a/app.js", "v/1a/icon.svg"]));
        assert_eq!(rest, "keep(BUILD)");
        assert_eq!(fs::read_to_string(site.join("manifest.webmanifest")).unwrap(), r#"{"src": "v/1a/icon.svg"}"#);
        write(&site, "v/1a", false).unwrap();
        assert_eq!(fs::read_to_string(site.join("sw.js")).unwrap(), "leave()");
        fs::remove_dir_all(&site).unwrap();
    }
}
