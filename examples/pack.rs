//! Turns a rule pack that is written as TOML into the file that the page opens: `cargo run --example pack -- mine.toml > mine.json`.
//! What is wrong with it is told with line and column, in Chinese and English.

use std::process::ExitCode;

use xinheng::builtin;
use xinheng::pack::toml::json_of;

fn main() -> ExitCode {
    let Some(file) = std::env::args().nth(1) else {
        eprintln!("cargo run --example pack -- mine.toml > mine.json");
        return ExitCode::FAILURE;
    };
    let read = std::fs::read_to_string(&file).map_err(|error| vec![format!("{file}: {error}")]);
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
