//! Reads the files of a district natively, by the same code as the page.
//!
//! `cargo run --release --features encodings,sheets --example district -- DIR --as-of DATE [--today DATE] [--assess FILE]`
//!
//! Standard output gets one JSON object: what became of every row (row 1 is the first below the header), and how many
//! enterprises there are of each class. FILE gets `{uscc, class, rules}` a line for every enterprise. How long it
//! took goes to standard error.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use serde_json::{Value, json};
use xinheng::builtin;
use xinheng::district::{self, District, Tallies};
use xinheng::facts::{Date, Term};
use xinheng::import::{Fault, Gb18030, Importer, Level, is_workbook};

const PIECE_BYTES: usize = 1024 * 1024;

fn main() -> ExitCode {
    match run() {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// What the command line asks for.
struct Task {
    directory: PathBuf,
    as_of: Date,
    assess: Option<PathBuf>,
    /// The day of reading, where it is told: facts later than it are noticed.
    today: Option<Date>,
}

impl Task {
    fn read() -> Result<Self, String> {
        let (mut directory, mut as_of, mut assess, mut today) = (None, None, None, None);
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--as-of" => {
                    let day = arguments.next().and_then(|day| day.parse::<Date>().ok());
                    as_of = Some(day.ok_or("--as-of takes a day like 2026-11-21")?);
                }
                "--today" => {
                    let day = arguments.next().and_then(|day| day.parse::<Date>().ok());
                    today = Some(day.ok_or("--today takes a day like 2026-11-21")?);
                }
                "--assess" => assess = Some(arguments.next().ok_or("--assess takes a file")?.into()),
                _ if directory.is_none() => directory = Some(argument.into()),
                other => return Err(format!("what is {other}?")),
            }
        }
        let (Some(directory), Some(as_of)) = (directory, as_of) else {
            return Err("usage: district DIR --as-of DATE [--today DATE] [--assess FILE]".to_owned());
        };
        Ok(Self { directory, as_of, assess, today })
    }
}

fn run() -> Result<Value, String> {
    let task = Task::read()?;
    let started = Instant::now();
    let mut importer = Importer::new(|| Box::new(Gb18030::default()));
    if let Some(today) = task.today {
        importer = importer.with_today(today);
    }
    for path in tables(&task.directory)? {
        read(&mut importer, &path).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let read = started.elapsed();
    let mut district = District::new(importer.finish());
    let joined = started.elapsed();
    let tallies = district.classify(builtin::pack(), builtin::calendar(), task.as_of);
    let classed = started.elapsed();
    eprintln!(
        "read {} ms, joined {} ms, classed {} ms",
        read.as_millis(),
        (joined - read).as_millis(),
        (classed - joined).as_millis()
    );
    if let Some(path) = &task.assess {
        write_classes(&district, path).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(report(&district, &tallies))
}

fn write_classes(district: &District, path: &Path) -> std::io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    for (place, enterprise) in district.enterprises().iter().enumerate() {
        let Some(standing) = district.standing(place) else { continue };
        let rules: Vec<&str> = district::rules(builtin::pack(), standing.verdict).collect();
        let line = json!({"uscc": enterprise.uscc, "class": standing.verdict.class.code(), "rules": rules});
        writeln!(file, "{line}")?;
    }
    file.flush()
}

/// The tables of a folder, by name. A workbook beside a CSV file of the same name is the same table once more.
fn tables(directory: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(directory).map_err(|error| format!("{}: {error}", directory.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let has_extension = |path: &Path, wanted: &[&str]| {
        let extension = path.extension().and_then(|found| found.to_str()).unwrap_or_default().to_lowercase();
        wanted.contains(&extension.as_str())
    };
    // What a spreadsheet program keeps beside a workbook that is open is no table.
    let is_lock = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"));
    paths.retain(|path| !is_lock(path));
    paths.retain(|path| {
        has_extension(path, &["csv", "txt", "tsv"])
            || has_extension(path, &["xlsx", "xlsm", "xls", "htm", "html"]) && !path.with_extension("csv").exists()
    });
    paths.sort();
    Ok(paths)
}

fn read(importer: &mut Importer, path: &Path) -> std::io::Result<()> {
    importer.open(&path.file_name().unwrap_or_default().to_string_lossy());
    let mut file = File::open(path)?;
    let mut piece = vec![0; PIECE_BYTES];
    let mut length = file.read(&mut piece)?;
    if is_workbook(&piece[..length]) {
        if file.metadata()?.len() > importer.limits().workbook_bytes {
            importer.refuse(Fault::WorkbookTooLarge);
        } else {
            let mut bytes = piece[..length].to_vec();
            file.read_to_end(&mut bytes)?;
            importer.workbook(&bytes);
        }
        length = 0;
    }
    while length > 0 && importer.feed(&piece[..length]) {
        length = file.read(&mut piece)?;
    }
    importer.close();
    Ok(())
}

fn report(district: &District, tallies: &Tallies) -> Value {
    let report = district.report();
    let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
    for file in &report.files {
        // A workbook stands there once for each sheet with a table.
        *rows.entry(&file.name).or_default() += file.rows;
    }
    let with_sheet = |mut entry: Value, file: &str, sheet: Option<&str>| {
        if let (Some(sheet), true) = (sheet, report.files.iter().filter(|of| of.name == file).count() > 1) {
            entry["sheet"] = sheet.into();
        }
        entry
    };
    let of_level = |level| -> Vec<Value> {
        let problems = report.problems.kept().iter().filter(|problem| problem.level == level);
        problems
            .map(|problem| {
                let entry = json!({
                    "file": &*problem.file_name,
                    "row": problem.at.map(|at| at.row),
                    "column": problem.column.as_ref().map(|column| column.report_name()),
                    "value": problem.value,
                    "code": problem.code(),
                });
                with_sheet(entry, &problem.file_name, problem.sheet.as_deref())
            })
            .collect()
    };
    let duplicates = report.duplicates.iter().filter_map(|duplicate| {
        let (file, of) = (report.files.get(duplicate.file)?, report.files.get(duplicate.of_file)?);
        let entry = json!({"file": file.name, "row": duplicate.at.row, "of": duplicate.of.row});
        let mut entry = with_sheet(entry, &file.name, file.sheet.as_deref());
        if file.name != of.name {
            entry["of_file"] = json!(of.name);
        }
        if duplicate.file != duplicate.of_file && of.sheet.is_some() {
            entry["of_sheet"] = json!(of.sheet);
        }
        Some(entry)
    });
    let duplicates: Vec<Value> = duplicates.collect();
    let classes: serde_json::Map<_, _> =
        tallies.classes.iter().map(|(class, count)| (class.code().to_owned(), (*count).into())).collect();
    let rules: serde_json::Map<_, _> = tallies.rules.iter().map(|(id, count)| (id.clone(), (*count).into())).collect();
    json!({
        "rows": rows,
        "refused": of_level(Level::Refused),
        "notices": of_level(Level::Notice),
        "duplicates": duplicates,
        "enterprises": district.enterprises().len(),
        "unregistered": district.unregistered(),
        "natural_persons": report.natural_persons,
        "joined_by_name": report.joined_by_name,
        "classes": classes,
        "rules": rules,
        "key_cases": tallies.key_cases,
    })
}
