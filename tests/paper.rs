//! The example `paper`, run as a person runs it.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const RECORD: &str = "www/sample/enterprise.json";

/// The example beside this test, which cargo has built with all tests; where this one is run alone it is built first.
fn example() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let built = own.ancestors().nth(2).unwrap().join("examples/paper");
    if !built.with_extension(std::env::consts::EXE_EXTENSION).exists() {
        let build = Command::new(env!("CARGO")).args(["build", "--example", "paper"]).status().unwrap();
        assert!(build.success());
    }
    built
}

fn run(arguments: &[&str]) -> Output {
    Command::new(example()).current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap()
}

/// A folder for one test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn a_paper_is_written_with_the_words_of_the_office_and_its_own_template() {
    let folder = folder("paper_written");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (office, first, second) = (path("office.json"), path("first.docx"), path("second.docx"));
    fs::write(&office, r#"{"机关名称": "示例市场监督管理局"}"#).unwrap();
    let asked = [RECORD, "repair_notice", "--target", "penalty:8", "--on", "2026-11-21", "--office", &office];
    let made = run(&[&asked[..], &["-o", &first]].concat());
    assert!(made.status.success() && made.stderr.is_empty() && made.stdout.is_empty(), "{made:?}");
    assert!(fs::read(&first).unwrap().starts_with(b"PK"));
    // What was made has no tags any more, and as a template gives itself.
    let again = run(&[&asked[..], &["--template", &first, "-o", &second]].concat());
    assert!(again.status.success(), "{again:?}");
    assert_eq!(document(&first), document(&second));
    assert!(document(&first).contains("示例市场监督管理局"));
}

/// The text of the document in a file.
fn document(file: &str) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap()
}

#[test]
fn what_is_refused_ends_with_one_and_words_and_leaves_no_file() {
    let folder = folder("paper_refused");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (no_document, no_text, output) = (path("a.docx"), path("b.json"), path("out.docx"));
    fs::write(&no_document, "text").unwrap();
    fs::write(&no_text, b"\xff").unwrap();
    let asked = |more: &[&str]| {
        let refused = run(&[more, &["-o", &output]].concat());
        assert_eq!(refused.status.code(), Some(1), "{refused:?}");
        assert!(!Path::new(&output).exists());
        String::from_utf8(refused.stderr).unwrap()
    };
    for (arguments, told) in [
        (&[RECORD][..], "OUT.docx"),
        (&["nowhere.json", "approval"], "nowhere.json"),
        (&[&no_text, "approval"], "不是 UTF-8"),
        (&[RECORD, "approval", "--now"], "repair_notice"),
        (&[RECORD, "approval", "--on", "2026-11-21"], "有多个事项，请指明一个：penalty:0"),
        (&[RECORD, "address_confirmation", "--on", "tomorrow"], "“tomorrow” is no date"),
        (&[RECORD, "address_confirmation", "--on", "2026-11-21", "--template", &no_document], "文件不是 .docx 文档"),
    ] {
        let said = asked(arguments);
        assert!(said.contains(told), "{arguments:?}: {said}");
    }
}
