//! Taking out of a release what only its authors read: comments, indentation, long names.

use crate::Failure;
use crate::shell::{command, put_on_path, run};
use std::fs;
use std::path::{Path, PathBuf};

/// Minifies the scripts and styles among `files`, in place. A style that imports others takes them in, and they go.
///
/// # Errors
/// When one of them is written in newer JavaScript than its target can say.
pub fn minify(files: &[PathBuf]) -> Result<(), Failure> {
    for file in files.iter().filter(|file| !is_part(file)) {
        let Some(target) = target(file) else { continue };
        // Each script by itself and in no module format: so esbuild leaves the names of the outermost scope alone, by
        // which these scripts know each other. Without the charset it would write each Chinese character as \uXXXX.
        let mut esbuild = command("esbuild");
        esbuild.args(["--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite"]);
        if file.extension().is_some_and(|extension| extension == "css") {
            esbuild.arg("--bundle");
        }
        esbuild.arg(format!("--target={target}")).arg(format!("--outfile={}", file.display())).arg(file);
        run(&format!("the minification of {}", file.display()), &mut esbuild)?;
    }
    let mut folders: Vec<&Path> = files.iter().filter(|file| is_part(file)).filter_map(|file| file.parent()).collect();
    folders.dedup();
    for folder in folders {
        fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(())
}

/// Minifies scripts that import each other, in place, for browsers as old as the npm package promises.
///
/// # Errors
/// When one of them is written in newer JavaScript than its target can say.
pub fn modules(files: &[PathBuf], tools: &[PathBuf]) -> Result<(), Failure> {
    modules_with(&[], files, tools)
}

/// Minifies the scripts of the npm package as [`modules`] does, and writes beside each a map with the script as it was, so that
/// an integrator's debugger shows that.
///
/// # Errors
/// As [`modules`].
pub fn modules_and_maps(files: &[PathBuf], tools: &[PathBuf]) -> Result<(), Failure> {
    // The map names its source as it names the script; the folder, which is nowhere, tells them apart.
    modules_with(&["--sourcemap=linked", "--sources-content=true", "--source-root=source"], files, tools)
}

fn modules_with(more: &[&str], files: &[PathBuf], tools: &[PathBuf]) -> Result<(), Failure> {
    for file in files {
        let mut esbuild = command("esbuild");
        put_on_path(&mut esbuild, tools)?;
        esbuild.args(["--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite", "--format=esm"]);
        esbuild.args(more).arg("--target=es2022").arg(format!("--outfile={}", file.display())).arg(file);
        run(&format!("the minification of {}", file.display()), &mut esbuild)?;
    }
    Ok(())
}

/// A script of [`modules_and_maps`] without the line that names its map, for where that does not lie beside it.
pub fn without_map(script: &str) -> &str {
    script.rfind("//# sourceMappingURL=").and_then(|at| script.get(..at)).unwrap_or(script)
}

/// Minifies the styles of the npm package, in place.
///
/// # Errors
/// When esbuild does not understand one of them.
pub fn styles(files: &[PathBuf], tools: &[PathBuf]) -> Result<(), Failure> {
    for file in files {
        let mut esbuild = command("esbuild");
        put_on_path(&mut esbuild, tools)?;
        esbuild.args(["--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite"]);
        esbuild.arg(format!("--outfile={}", file.display())).arg(file);
        run(&format!("the minification of {}", file.display()), &mut esbuild)?;
    }
    Ok(())
}

/// Whether a file is part of another: of app.css, which imports it.
fn is_part(file: &Path) -> bool {
    file.parent().and_then(Path::file_name).is_some_and(|folder| folder == "style")
}

/// The JavaScript a file may be written in, or nothing for what is neither script nor style.
fn target(file: &Path) -> Option<&'static str> {
    if file.file_name()? == "boot.js" {
        // It must be understood where nothing else is, to say so; esbuild refuses what it cannot put in this version.
        return Some("es5");
    }
    matches!(file.extension()?.to_str()?, "js" | "css").then_some("es2019")
}

/// The page without comments and indentation. Nothing in it may depend on either, as text in `<pre>` would.
pub fn page(html: &str) -> String {
    let mut pieces = html.split("<!--");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text.push_str(piece.split_once("-->").map_or("", |(_, after)| after));
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_script_stays_readable_for_old_browsers() {
        assert_eq!(target(Path::new("site/boot.js")), Some("es5"));
        assert_eq!(target(Path::new("site/boot_worker.js")), Some("es2019"));
        assert_eq!(target(Path::new("site/app.css")), Some("es2019"));
        assert_eq!(target(Path::new("site/app_bg.wasm")), None);
    }

    #[test]
    fn a_script_loses_the_name_of_its_map_only() {
        assert_eq!(without_map("export{a};\n//# sourceMappingURL=a.js.map\n"), "export{a};\n");
        assert_eq!(without_map("export{a};\n"), "export{a};\n");
    }

    #[test]
    fn a_page_loses_comments_and_indentation_only() {
        let html =
            "<head>\n  <!-- one\n  two -->\n  <meta\n    charset=utf-8>\n</head>\n<p>信衡 <b>a</b></p><!-- x -->";
        assert_eq!(page(html), "<head>\n<meta\ncharset=utf-8>\n</head>\n<p>信衡 <b>a</b></p>\n");
    }
}
