//! The single file: the whole site in one page, to be opened from a disk or sent by mail.
//!
//! What the site fetches stands in it as base64 text, in script elements that are no scripts; plain base64, because the
//! oldest browsers unpack nothing, and because a mail may be written anew but not its letters. Its policy names each
//! script by its digest, so that nothing else runs in it, and lets it fetch nothing but its own text.

use crate::finish::files;
use crate::offline::integrity_of;
use crate::shell::root;
use crate::tools::{read, write as write_file};
use crate::{Failure, help, portal};
use base64::prelude::{BASE64_STANDARD, Engine};
use std::fs;
use std::path::{Path, PathBuf};

/// What opens the file, and what stands before everything to tell when the rest is missing.
pub const OPENER: &str = "single.js";
pub const CHECK: &str = "whole.js";

/// The styles and scripts of the page, in their order: what starts the page comes last, so that a file that was cut off
/// does not start.
const STYLES: [&str; 3] = ["app.css", "more.css", "offline.css"];
const SCRIPTS: [&str; 5] = [OPENER, "office.js", "offline.js", "rescue.js", "boot.js"];

/// Said at the very end.
const WHOLE: &str = "xinheng.whole=true";

/// What page and workers ask for by name; the scripts of the workers too.
const ASKED: [&str; 3] = ["worker.js", "sheets.js", "boot_worker.js"];

/// The texts of the help.
const TEXTS: [&str; 2] = ["help/zh.json", "help/en.json"];
/// What it says where scripts do not run.
const NO_SCRIPTS: &str = "<noscript>\n<p>这里不运行脚本，邮件和聊天软件的预览就是这样，信衡无法打开。请把它保存到电脑上，再用浏览器打开。</p>\n\
    <p lang=\"en\">Scripts do not run here, as in the preview of a mail. Save it, then open it in a browser.</p>\n</noscript>\n";

/// Where the single file is written.
pub fn file() -> PathBuf {
    root().join("dist/xinheng.html")
}

/// Writes the site of a folder as one file.
///
/// # Errors
/// When a part of the page is missing, or looks otherwise than here expected.
pub fn write(site: &Path, target: &Path) -> Result<(), Failure> {
    let index = read(&site.join("index.html"))?;
    let (_, rest) = index.split_once("\"v/").ok_or("index.html names no file of its build")?;
    let hashed = site.join("v").join(rest.split('/').next().unwrap_or_default());
    let part = |name: &str| read(&hashed.join(name)).map(|text| text.trim_end().to_owned());
    let style = STYLES.iter().map(|name| part(name)).collect::<Result<Vec<_>, _>>()?.join("\n");
    let check = part(CHECK)?;
    let scripts = SCRIPTS.iter().map(|name| part(name)).collect::<Result<Vec<_>, _>>()?;
    if let Some(text) = scripts.iter().chain([&check, &style]).find(|text| ends_early(text)) {
        return Err(format!("this cannot stand in a page, which would end there: {}", &text[..text.len().min(60)]));
    }

    let digests: Vec<String> = [&check].into_iter().chain(&scripts).map(|text| digest(text)).collect();
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; connect-src data:; worker-src blob:; \
         img-src data: blob:; base-uri 'none'; form-action 'none'",
        digests.join(" "),
        digest(WHOLE),
        digest(&style),
    );
    let page = page(&index, &policy)?;
    let (head, body) = page.split_once("</head>").ok_or("index.html has no </head>")?;
    let (body, end) = body.split_once("</body>").ok_or("index.html has no </body>")?;
    let mut text = format!("{head}<style>{style}</style>\n<script>{check}</script>\n</head>{body}");
    for file in files(&hashed)? {
        let name = file.strip_prefix(&hashed).unwrap_or(&file).to_string_lossy().into_owned();
        // It runs the build with all pages from the start.
        if portal::is_for_portals(&name) || name == "app_bg.wasm" {
            continue;
        }
        let asked = ASKED.contains(&name.as_str()) || [".wasm", ".json", ".txt"].iter().any(|end| name.ends_with(end));
        if asked {
            let mut bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            // What lies beside the page of a site does not lie beside this.
            if TEXTS.contains(&name.as_str()) {
                bytes = help::without_files(&read(&file)?)?.into_bytes();
            }
            let letters = BASE64_STANDARD.encode(&bytes);
            let sum = sum(&letters);
            text.push_str(&format!(
                "<script type=\"text/plain\" data-file=\"{name}\" data-sum=\"{sum}\">{letters}</script>\n"
            ));
        }
    }
    for script in scripts.iter().map(String::as_str).chain([WHOLE]) {
        text.push_str(&format!("<script>{script}</script>\n"));
    }
    write_file(target, &format!("{text}</body>{end}"))
}

/// The sum by which `www/single.js` notices a text that was changed on its way: FNV-1a, which it takes of 4 MB in some
/// hundredths of a second while it waits for nothing, as it would for a digest of the browser's.
fn sum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A script or style by its digest, as a policy names it.
fn digest(text: &str) -> String {
    format!("'{}'", integrity_of(text.as_bytes()))
}

/// Whether a page would take the end of an element, or the begin of a comment, out of a script.
fn ends_early(text: &str) -> bool {
    ["</script", "</style", "<!--"].iter().any(|end| text.to_ascii_lowercase().contains(end))
}

/// The page without what it has fetched, and under another policy.
///
/// # Errors
/// When it still names a file.
fn page(index: &str, policy: &str) -> Result<String, Failure> {
    let mut page = index.to_owned();
    for (begin, end) in
        [("<link rel=\"manifest\"", ">"), ("<link rel=\"stylesheet\"", ">"), ("<link rel=\"preload\"", ">")]
    {
        page = without(&page, begin, end);
    }
    page = without(&page, "<script", "</script>");
    page = without(&page, "<div class=\"late\">", "</div>");
    page = without(&page, "<noscript>", "</noscript>").replace("</main>", &format!("{NO_SCRIPTS}</main>"));
    let (before, rest) = page.split_once("content=\"default-src").ok_or("index.html has no policy")?;
    let (_, after) = rest.split_once('"').ok_or("the policy of index.html does not end")?;
    let page = format!("{before}content=\"{policy}\"{after}");
    match page.split_once("\"v/") {
        Some((_, rest)) => Err(format!(
            "index.html names v/{}, which the single file has no place for",
            rest.split('"').next().unwrap_or_default()
        )),
        None => Ok(page),
    }
}

/// A text without what begins and ends so, wherever it stands.
fn without(text: &str, begin: &str, end: &str) -> String {
    let mut pieces = text.split(begin);
    let mut left = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        left.push_str(piece.split_once(end).map_or("", |(_, after)| after.trim_start_matches('\n')));
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\" />\n\
        <link rel=\"manifest\" href=\"manifest.webmanifest\" />\n<link rel=\"stylesheet\" href=\"v/1a/app.css\" />\n\
        <script defer src=\"v/1a/boot.js\"></script>\n</head>\n<body><main>信衡</main></body>\n";

    #[test]
    fn the_page_loses_what_it_fetches_and_gets_another_policy() {
        let text = page(INDEX, "script-src 'sha256-x'").unwrap();
        let text = text.replace(NO_SCRIPTS, "");
        let expected = "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'sha256-x'\" />\n\
            </head>\n<body><main>信衡</main></body>\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_page_that_names_another_file_is_refused() {
        let failure =
            page(&INDEX.replace("<main>", "<main><img src=\"v/1a/picture-of-something-long-enough.png\">"), "");
        assert!(failure.unwrap_err().contains("picture"));
    }

    #[test]
    fn the_sum_is_fnv_1a() {
        assert_eq!((sum(""), sum("a"), sum("foobar")), (0x811c_9dc5, 0xe40c_292c, 0xbf9c_f968));
    }

    #[test]
    fn a_script_that_would_end_its_element_is_noticed() {
        assert!(ends_early("a('</SCRIPT>')") && ends_early("<!-- x"));
        assert!(!ends_early("a < b && '</p>'"));
    }
}
