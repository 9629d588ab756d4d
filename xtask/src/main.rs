//! Every task a person runs on this repository: `cargo xtask` lists them.

mod bench;
mod element_style;
mod features;
mod finish;
mod help;
mod minify;
mod offline;
mod package;
mod paths;
mod pictures;
mod portal;
mod release;
mod serve;
mod shell;
mod single;
mod site;
mod size;
mod system;
mod test;
mod tools;
mod types;

use std::path::Path;
use std::process::ExitCode;

/// What went wrong, in one sentence for the person at the terminal.
type Failure = String;

const USAGE: &str = "\
cargo xtask serve [--port N] [--release]   build the page and serve it on 127.0.0.1 (port 8080)
cargo xtask test [lint] [native] [web] [browser]
                                           check everything, or only the parts named
cargo xtask test browser NAME…             build the release and run only the specs with these names
cargo xtask test browser --slow            every spec on a machine made six times slower
cargo xtask test browsers [NAME…]          build the release and run what a person does first in Firefox, WebKitGTK
                                           and a Chromium as old as the floor
cargo xtask dist [--record]                write the release site to dist/site/, the single file
                                           dist/xinheng.html and the npm package to dist/npm/, with
                                           checksums, and report their sizes
cargo xtask reproduce                      build the release here and in another folder, and compare the bytes
cargo xtask reseal DIR                     name the files of a built site anew, after some were changed
cargo xtask single [DIR FILE]              write a built site, dist/site/ or another, as one file
cargo xtask package                        write the npm package alone to dist/npm/
cargo xtask size [--record]                report the sizes of what lies there
cargo xtask bench [--sizes N,…] [--runs N] measure the release site against what could be used instead of it
cargo xtask bench page                     measure in the release site how long a change takes
cargo xtask bench objects                  measure the npm package against itself taking objects, not text
cargo xtask pictures [--out DIR]           write every screen as PNG, to dist/pictures/
  --record  remember the sizes in xtask/sizes.toml, for later reports to be compared with";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), Failure> {
    let Some((task, rest)) = arguments.split_first() else {
        println!("{USAGE}");
        return Ok(());
    };
    match task.as_str() {
        "serve" => serve::serve(rest),
        "test" => test::test(rest),
        "dist" => dist(size::wants_record(rest)?),
        "reproduce" => release::reproduce(rest),
        "package" => match rest {
            [] => package::build(),
            [other, ..] => Err(unknown_argument(other)),
        },
        "size" => size::report(size::wants_record(rest)?),
        "bench" => bench::bench(rest),
        "pictures" => pictures::pictures(rest),
        "reseal" => match rest {
            [folder] => finish::reseal(Path::new(folder)),
            _ => Err(format!("reseal takes the folder of a site\n{USAGE}")),
        },
        "single" => match rest {
            [] => single::write(&site::folder(), &single::file()),
            [folder, file] => single::write(Path::new(folder), Path::new(file)),
            _ => Err(format!("single takes the folder of a site and the file to write\n{USAGE}")),
        },
        // Called by Trunk at the end of each build, see Trunk.toml.
        "finish" => finish::finish_build(),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("there is no task `{other}`\n{USAGE}")),
    }
}

/// Builds all of a release, and remembers its sizes if so asked.
fn dist(record: bool) -> Result<(), Failure> {
    // The site takes in of the package what its pages for portals run.
    package::build()?;
    site::build()?;
    single::write(&site::folder(), &single::file())?;
    release::finish()?;
    size::report(record)
}

/// The failure for an argument that a task does not know.
fn unknown_argument(argument: &str) -> Failure {
    format!("unknown argument `{argument}`\n{USAGE}")
}
