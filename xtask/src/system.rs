//! What comes with the machine: Node, Chromium, its driver, a font with Chinese characters, nginx, and the other engines.

use crate::Failure;
use crate::shell::{capture, command, find, root, run};
use crate::tools::{read, write};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Where Chromium and its driver are.
pub struct Browser {
    /// The browser's program.
    pub chromium: PathBuf,
    /// The program that drives it for the WebAssembly tests.
    pub driver: PathBuf,
}

/// The oldest Node that the browser tests run on.
const NODE_MAJOR: u32 = 20;

/// Makes sure that Node is there and new enough.
pub fn node() -> Result<(), Failure> {
    let version = command("node").arg("--version").output().ok().filter(|output| output.status.success());
    let version = version.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    let major = version.as_deref().and_then(|text| text.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    match (major, version) {
        (Some(major), _) if major >= NODE_MAJOR && find("npm").is_some() => Ok(()),
        (Some(major), _) if major >= NODE_MAJOR => Err("install npm, which belongs to Node".into()),
        (_, Some(version)) => Err(format!("install Node {NODE_MAJOR} or newer: the one on PATH is {version}")),
        _ => Err(format!("install Node {NODE_MAJOR} or newer, with npm")),
    }
}

/// Finds the browser, its driver and a Chinese font, installing Debian's where one is missing.
pub fn browser() -> Result<Browser, Failure> {
    let mut missing = Vec::new();
    if chromium().is_none() {
        missing.push("chromium");
    }
    if driver().is_none() {
        missing.push("chromium-driver");
    }
    if !chinese_font() {
        missing.push("fonts-wqy-zenhei");
    }
    if !missing.is_empty() {
        install(&missing)?;
    }
    match (chromium(), driver()) {
        (Some(chromium), Some(driver)) => Ok(Browser { chromium, driver }),
        _ => Err("Chromium or its driver is still missing; set CHROMIUM and CHROMEDRIVER to their programs".into()),
    }
}

/// Where the other engines are, and what they need.
pub struct Engines {
    /// Firefox's program.
    pub firefox: PathBuf,
    /// The program that drives `WebKitGTK`; it brings its browser along.
    pub webkit_driver: PathBuf,
    /// The program that shows that browser to nobody.
    pub display: PathBuf,
}

/// Finds Firefox, `WebKitGTK` with its driver and a display for it, installing Debian's where one is missing.
pub fn engines() -> Result<Engines, Failure> {
    let firefox = || named_or_found("FIREFOX", &["firefox-esr", "firefox"]);
    let webkit_driver = || named_or_found("WEBKITDRIVER", &["WebKitWebDriver"]);
    let display = || named_or_found("XVFB", &["Xvfb"]);
    let missing: Vec<&str> = [(firefox(), "firefox-esr"), (webkit_driver(), "webkit2gtk-driver"), (display(), "xvfb")]
        .into_iter()
        .filter_map(|(found, package)| found.is_none().then_some(package))
        .collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    match (firefox(), webkit_driver(), display()) {
        (Some(firefox), Some(webkit_driver), Some(display)) => Ok(Engines { firefox, webkit_driver, display }),
        _ => Err("an engine is still missing; set FIREFOX, WEBKITDRIVER and XVFB to the programs".into()),
    }
}

/// Makes sure that nginx is there, by which the specs try the settings of deploy/.
pub fn nginx() -> Result<(), Failure> {
    // Debian's place for it is not on the path of every person.
    if named_or_found("NGINX", &["nginx"]).is_some() || Path::new("/usr/sbin/nginx").is_file() {
        return Ok(());
    }
    install(&["nginx"])?;
    // Debian has it serve port 80 from then on; a spec starts one of its own. Where nothing starts services, nothing is lost.
    if find("systemctl").is_some() {
        let words: Vec<&str> =
            prefix()?.into_iter().flatten().copied().chain(["systemctl", "disable", "--now", "nginx"]).collect();
        let _ = command(words[0]).args(&words[1..]).output();
    }
    Ok(())
}

fn chromium() -> Option<PathBuf> {
    named_or_found("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
}

/// Finds the headless shell of Chromium, installing it where the browser is Debian's. It is a convenience of the specs, which
/// take a quarter less time in it: where it cannot be had, the browser does.
pub fn headless_shell() -> Option<PathBuf> {
    let found = || named_or_found("CHROMIUM_SHELL", &["chromium-headless-shell"]);
    let debian = chromium().is_some_and(|chromium| chromium == Path::new("/usr/bin/chromium"));
    if found().is_none()
        && debian
        && let Err(failure) = install(&["chromium-headless-shell"])
    {
        eprintln!("xtask: going on without it: {failure}");
    }
    found()
}

fn driver() -> Option<PathBuf> {
    named_or_found("CHROMEDRIVER", &["chromedriver"])
}

fn named_or_found(variable: &str, programs: &[&str]) -> Option<PathBuf> {
    let named = std::env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file());
    named.or_else(|| programs.iter().find_map(|program| find(program)))
}

fn chinese_font() -> bool {
    let listed = command("fc-list").arg(":lang=zh").output().is_ok_and(|output| !output.stdout.is_empty());
    // A machine without fc-list may have the font all the same.
    listed || Path::new("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc").is_file()
}

fn install(packages: &[&str]) -> Result<(), Failure> {
    let by_hand = format!("install these packages, then try again: {}", packages.join(" "));
    let prefix = prefix()?.filter(|_| find("apt-get").is_some()).ok_or_else(|| by_hand.clone())?;
    eprintln!("xtask: installing {}", packages.join(", "));
    let apt = |arguments: &[&str]| {
        // `env` sets the variable on sudo's far side too, where sudo would drop it.
        let before = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"];
        let words: Vec<&str> = prefix.iter().chain(&before).chain(arguments).copied().collect();
        run("apt-get", command(words[0]).args(&words[1..])).map_err(|failure| format!("{failure}; {by_hand}"))
    };
    apt(&["update"])?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(packages);
    apt(&arguments)
}

/// What stands before a command that needs the rights of root; nothing where they cannot be had without a password.
fn prefix() -> Result<Option<&'static [&'static str]>, Failure> {
    Ok(match (is_root()?, may_sudo()) {
        (true, _) => Some(&[]),
        (false, true) => Some(&["sudo", "-n"]),
        (false, false) => None,
    })
}

fn may_sudo() -> bool {
    command("sudo").args(["-n", "true"]).output().is_ok_and(|output| output.status.success())
}

fn is_root() -> Result<bool, Failure> {
    Ok(capture("id", command("id").arg("-u"))?.trim() == "0")
}

/// Writes webdriver.json anew for this machine — the browser's path, and for root no sandbox, which Chromium
/// otherwise demands — and returns the new file.
pub fn webdriver_config(chromium: &Path) -> Result<PathBuf, Failure> {
    let mut config: Value = serde_json::from_str(&read(&root().join("webdriver.json"))?)
        .map_err(|error| format!("webdriver.json: {error}"))?;
    let options = &mut config["goog:chromeOptions"];
    options["binary"] = chromium.to_string_lossy().into();
    if is_root()?
        && let Some(flags) = options["args"].as_array_mut()
    {
        flags.push("--no-sandbox".into());
    }
    let target = root().join("target");
    std::fs::create_dir_all(&target).map_err(|error| format!("{}: {error}", target.display()))?;
    let file = target.join("webdriver.json");
    write(&file, &config.to_string())?;
    Ok(file)
}
