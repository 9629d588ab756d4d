//! Turns a rule pack that is written as TOML into the file that the page opens: `cargo run --example pack -- mine.toml > mine.json`.
//! What is wrong with it is told with line and column, in Chinese and English.

use std::io::ErrorKind;
use std::process::ExitCode;

use xinheng::builtin;
use xinheng::pack::toml::json_of;

fn main() -> ExitCode {
    let Some(file) = std::env::args().nth(1) else {
        eprintln!("cargo run --example pack -- mine.toml > mine.json");
        return ExitCode::FAILURE;
    };
    let read = std::fs::read_to_string(&file).map_err(|error| vec![in_words(&file, &error)]);
    match read.and_then(|text| json_of(&file, &text, &builtin::form_of)) {
        Ok(json) => {
            println!("{json}");
            ExitCode::SUCCESS
        }
        Err(faults) => {
            faults.iter().for_each(|fault| eprintln!("{fault}"));
            ExitCode::FAILURE
        }
    }
}

/// Why a file cannot be read.
fn in_words(file: &str, error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => format!("{file}: 没有这个文件 | there is no such file"),
        ErrorKind::InvalidData => {
            format!("{file}: 不是 UTF-8 文本，请另存为 UTF-8 | this is no UTF-8 text: save it as UTF-8")
        }
        _ => format!("{file}: {error}"),
    }
}
