//! `cargo xtask serve`: the page on this machine, built anew whenever a source changes.

use crate::shell::root;
use crate::{Failure, site, tools, unknown_argument};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;

/// What a change of builds the page anew. Trunk by default watches all, the site it writes and node_modules too.
const SOURCES: [&str; 7] = ["src", "crates", "packs", "www", "index.html", "Cargo.toml", "Cargo.lock"];

/// Builds and serves until interrupted.
pub fn serve(arguments: &[String]) -> Result<(), Failure> {
    let mut port: u16 = 8080;
    let mut release = false;
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--release" => release = true,
            "--port" => {
                port = arguments
                    .next()
                    .and_then(|number| number.parse().ok())
                    .filter(|port| *port > 0)
                    .ok_or("--port takes a number from 1 to 65535")?;
            }
            other => return Err(unknown_argument(other)),
        }
    }
    // Trunk would notice only after the build.
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map_err(|error| format!("port {port} cannot be had ({error}); choose another with --port"))?;

    let folders = if release { tools::for_release()? } else { tools::for_build()? };
    let mut trunk = site::trunk(&folders)?;
    trunk.args(["serve", "--port", &port.to_string(), "--dist"]).arg(root().join("target/site"));
    if release {
        trunk.arg("--release");
    }
    // Trunk stops at a name that is not there.
    for source in SOURCES.iter().filter(|source| root().join(source).exists()) {
        trunk.args(["--watch", source]);
    }
    eprintln!("xtask: after the build the page is at http://127.0.0.1:{port}/ (Ctrl+C ends it)");
    // Taking Trunk's place, so that a signal to this process reaches the server.
    Err(format!("trunk could not be started: {}", trunk.exec()))
}
