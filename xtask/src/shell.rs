//! Running other programs: from the root of the repository, with a sentence when they fail.

use crate::Failure;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};

/// The root of the repository, whatever folder the person stands in.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// A command that runs in the root of the repository.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The program on the path, if it is there.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Puts `folders` before everything else on the command's path.
pub fn put_on_path(command: &mut Command, folders: &[PathBuf]) -> Result<(), Failure> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&old));
    let path: OsString =
        std::env::join_paths(all).map_err(|error| format!("the tools' folder cannot stand on PATH: {error}"))?;
    command.env("PATH", path);
    Ok(())
}

/// Runs a command to its end, its output going to the terminal.
///
/// # Errors
/// When it cannot be started or does not succeed; `what` names it: "npm ci in tests/browser".
pub fn run(what: &str, command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|error| not_started(what, &error))?;
    succeeded(what, status)
}

/// Runs a command to its end and returns what it wrote on standard output.
///
/// # Errors
/// As [`run`].
pub fn capture(what: &str, command: &mut Command) -> Result<String, Failure> {
    let output =
        command.stderr(Stdio::inherit()).stdin(Stdio::null()).output().map_err(|error| not_started(what, &error))?;
    succeeded(what, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command to its end, passing on each line of its standard output as it comes and showing it to `look`.
///
/// # Errors
/// As [`run`].
pub fn run_watched(what: &str, command: &mut Command, mut look: impl FnMut(&str)) -> Result<(), Failure> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(what, &error))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let Ok(line) = line else { break };
            let line = String::from_utf8_lossy(&line);
            look(&line);
            // A reader that has gone away (`| head`) must not stop the check.
            let _ = writeln!(std::io::stdout(), "{line}");
        }
    }
    let status = child.wait().map_err(|error| not_started(what, &error))?;
    succeeded(what, status)
}

/// A program that runs beside others, what it writes kept apart in a file until it is asked for.
pub struct Background {
    what: &'static str,
    child: Child,
    log: PathBuf,
}

impl Background {
    /// Starts the command; all that it writes goes to `log`.
    ///
    /// # Errors
    /// When the log cannot be written or the command cannot be started.
    pub fn start(what: &'static str, mut command: Command, log: &Path) -> Result<Self, Failure> {
        let unwritable = |error| format!("{}: {error}", log.display());
        let output = File::create(log).map_err(unwritable)?;
        command.stdin(Stdio::null()).stdout(output.try_clone().map_err(unwritable)?).stderr(output);
        let child = command.spawn().map_err(|error| not_started(what, &error))?;
        Ok(Background { what, child, log: log.to_owned() })
    }

    /// Waits for its end, and passes on what it wrote.
    ///
    /// # Errors
    /// When it did not succeed.
    pub fn finish(mut self) -> Result<(), Failure> {
        let status = self.child.wait().map_err(|error| not_started(self.what, &error))?;
        let told = fs::read(&self.log).map_err(|error| format!("{}: {error}", self.log.display()))?;
        let _ = std::io::stdout().write_all(&told);
        succeeded(self.what, status)
    }
}

impl Drop for Background {
    /// Nobody waits for it any more: what it runs just then comes to its end, and nothing follows.
    fn drop(&mut self) {
        // It has ended where it was waited for.
        let _ = self.child.kill();
    }
}

fn not_started(what: &str, error: &std::io::Error) -> Failure {
    format!("{what} could not be started: {error}")
}

fn succeeded(what: &str, status: ExitStatus) -> Result<(), Failure> {
    if status.success() { Ok(()) } else { Err(format!("{what} failed ({status})")) }
}
