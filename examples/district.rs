//! Reads the files of a district natively, by the same code as the page: those of a folder, also of the folders within, or
//! those of a ZIP archive, or one file.
//!
//! `cargo run --release --features encodings,sheets --example district -- PATH --as-of DATE [--today DATE] [--assess FILE]`
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
use xinheng::facts::Date;
use xinheng::import::{Fault, Gb18030, Importer, Level, Problem, is_workbook};

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
    path: PathBuf,
    as_of: Date,
    assess: Option<PathBuf>,
    /// The day of reading, where it is told: facts later than it are noticed.
    today: Option<Date>,
}

impl Task {
    fn read() -> Result<Self, String> {
        let (mut path, mut as_of, mut assess, mut today) = (None, None, None, None);
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
                _ if path.is_none() => path = Some(argument.into()),
                other => return Err(format!("what is {other}?")),
            }
        }
        let (Some(path), Some(as_of)) = (path, as_of) else {
            return Err("usage: district PATH --as-of DATE [--today DATE] [--assess FILE]".to_owned());
        };
        Ok(Self { path, as_of, assess, today })
    }
}

fn run() -> Result<Value, String> {
    let task = Task::read()?;
    let started = Instant::now();
    let mut importer = Importer::new(|| Box::new(Gb18030::default()));
    if let Some(today) = task.today {
        importer = importer.with_today(today);
    }
    let around = task.path.file_name().filter(|_| task.path.is_dir()).unwrap_or_default().to_string_lossy();
    for (path, name) in files(&task.path)? {
        let within = if task.path.is_dir() { format!("{around}/{name}") } else { String::new() };
        // What is no table of a folder is known by its name, whose folder stands before it.
        if importer.passes_over(&within) {
            continue;
        }
        read(&mut importer, &path, &name).map_err(|error| format!("{}: {error}", path.display()))?;
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
    for (index, enterprise) in district.enterprises().iter().enumerate() {
        let Some(standing) = district.standing(index) else { continue };
        let rules: Vec<&str> = district::rules(builtin::pack(), standing.verdict).collect();
        let line = json!({"uscc": enterprise.uscc, "class": standing.verdict.class.id(), "rules": rules});
        writeln!(file, "{line}")?;
    }
    file.flush()
}

/// The file, or those of the folder, with the names that they are told by. A workbook beside a CSV file of the same name is
/// the same table once more.
fn files(path: &Path) -> Result<Vec<(PathBuf, String)>, String> {
    let name_of = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if path.is_file() {
        return Ok(vec![(path.to_owned(), name_of(path))]);
    }
    let mut files = Vec::new();
    // A file of the folder itself is told by its name alone, others with their folders.
    let mut folders = vec![(path.to_owned(), String::new())];
    while let Some((folder, before)) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let name = before.clone() + &name_of(&path);
            if path.is_dir() {
                folders.push((path, name + "/"));
            } else if !is_workbook_name(&name) || !path.with_extension("csv").exists() {
                files.push((path, name));
            }
        }
    }
    files.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(files)
}

fn is_workbook_name(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    ["xlsx", "xlsm", "xls", "htm", "html"].contains(&ending.as_str())
}

fn read(importer: &mut Importer, path: &Path, name: &str) -> std::io::Result<()> {
    importer.open(name);
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
    let left_out: Vec<&str> = report
        .problems
        .kept()
        .iter()
        .filter(|problem| problem.fault == Fault::NotTables)
        .map(|problem| &*problem.hint)
        .collect();
    let of_level = |level| -> Vec<Value> {
        let is_told = |problem: &&Problem| problem.level == level && problem.fault != Fault::NotTables;
        let problems = report.problems.kept().iter().filter(is_told);
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
        tallies.classes.iter().map(|(class, count)| (class.id().to_owned(), (*count).into())).collect();
    let rules: serde_json::Map<_, _> = tallies.rules.iter().map(|(id, count)| (id.clone(), (*count).into())).collect();
    json!({
        "rows": rows,
        "refused": of_level(Level::Refused),
        "notices": of_level(Level::Notice),
        "not_tables": left_out,
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
