//! Makes a paper of a record, ready for Word or WPS:
//!
//! `cargo run --release --example paper -- RECORD.json PAPER [--target penalty:0] [--on DAY] [--office OFFICE.json] [--template T.docx] -o OUT.docx`
//!
//! RECORD.json is a saved record or a request, OFFICE.json an object of texts by tag, DAY the day of the application. What is
//! refused is told on standard error, in Chinese and English.

use std::fs;
use std::process::ExitCode;

use paper::{Paper, Question};
use xinheng::facts::Term;

const USAGE: &str = "cargo run --release --example paper -- RECORD.json PAPER [--target penalty:0] [--on DAY] \
    [--office OFFICE.json] [--template T.docx] -o OUT.docx";

/// What was asked for on the command line.
#[derive(Default)]
struct Arguments {
    record: Option<String>,
    paper: Option<String>,
    target: Option<String>,
    on: Option<String>,
    office: Option<String>,
    template: Option<String>,
    output: Option<String>,
}

fn main() -> ExitCode {
    match read_arguments().and_then(|arguments| make(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("{words}");
            ExitCode::FAILURE
        }
    }
}

fn read_arguments() -> Result<Arguments, String> {
    let usage = || format!("{USAGE}\nPAPER: {}", Paper::CODES.join(" "));
    let mut arguments = Arguments::default();
    let mut given = std::env::args().skip(1);
    while let Some(argument) = given.next() {
        let place = match argument.as_str() {
            "--target" => &mut arguments.target,
            "--on" => &mut arguments.on,
            "--office" => &mut arguments.office,
            "--template" => &mut arguments.template,
            "-o" => &mut arguments.output,
            option if option.starts_with('-') => return Err(usage()),
            _ if arguments.record.is_none() => {
                arguments.record = Some(argument);
                continue;
            }
            _ if arguments.paper.is_none() => {
                arguments.paper = Some(argument);
                continue;
            }
            _ => return Err(usage()),
        };
        *place = Some(given.next().ok_or_else(usage)?);
    }
    let is_complete = arguments.record.is_some() && arguments.paper.is_some() && arguments.output.is_some();
    if is_complete { Ok(arguments) } else { Err(usage()) }
}

fn make(arguments: &Arguments) -> Result<(), String> {
    let read = |file: &String| fs::read(file).map_err(|error| format!("{file}: {error}"));
    let text = |file: &String| {
        let bytes = read(file)?;
        let text =
            String::from_utf8(bytes).map_err(|_| format!("{file}：不是 UTF-8 文本\n{file}: no text in UTF-8"))?;
        Ok::<String, String>(text.trim_start_matches('\u{feff}').to_owned())
    };
    let record = arguments.record.as_ref().map(text).transpose()?.unwrap_or_default();
    let office = arguments.office.as_ref().map(text).transpose()?;
    let template = arguments.template.as_ref().map(read).transpose()?;
    let asked = Question {
        record: &record,
        paper: arguments.paper.as_deref().unwrap_or_default(),
        target: arguments.target.as_deref(),
        on: arguments.on.as_deref(),
        office: office.as_deref(),
        template: template.as_deref(),
    };
    let paper = asked.answer().map_err(|fault| fault.to_string())?;
    let output = arguments.output.as_deref().unwrap_or_default();
    fs::write(output, paper).map_err(|error| format!("{output}: {error}"))
}
