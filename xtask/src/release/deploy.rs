//! The settings of web servers, which stand in deploy/ and go along with a release.

use crate::Failure;
use crate::shell::root;
use std::fs;
use std::path::Path;

/// Copies them.
pub fn copy(target: &Path) -> Result<(), Failure> {
    let at = |error: std::io::Error| format!("{}: {error}", target.display());
    fs::create_dir_all(target).map_err(at)?;
    for entry in fs::read_dir(root().join("deploy")).map_err(at)? {
        let entry = entry.map_err(at)?;
        fs::copy(entry.path(), target.join(entry.file_name())).map_err(at)?;
    }
    Ok(())
}

/// Checks that a script makes no code of texts: workers are held to the policy only where a server gives it, so that
/// a page that no server gave it would run all the same.
///
/// # Errors
/// When it does.
pub fn check_script(file: &Path, script: &str) -> Result<(), Failure> {
    let found = ["new Function(", "eval("].into_iter().find(|call| script.contains(call));
    found.map_or(Ok(()), |call| Err(format!("{} calls `{call}`, which the policy forbids", file.display())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::read;

    #[test]
    fn a_script_that_makes_code_of_a_text_is_refused() {
        let file = Path::new("worker.js");
        for script in ["a=new Function(s(e,n))", "x.eval('1')"] {
            assert!(check_script(file, script).unwrap_err().contains("worker.js"), "{script}");
        }
        check_script(file, "new FunctionList; evaluate(1)").unwrap();
    }

    /// The policy that a page gives itself.
    fn policy(page: &str) -> String {
        let page = read(&root().join(page)).unwrap();
        let after = page.split("http-equiv=\"Content-Security-Policy\"").nth(1).unwrap();
        after.split("content=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }

    fn settings(name: &str) -> String {
        read(&root().join("deploy").join(name)).unwrap()
    }

    #[test]
    fn every_server_gives_the_policy_of_the_page_and_says_who_may_frame_it() {
        let expected = format!("\"{}; frame-ancestors 'self'\"", policy("index.html"));
        for name in ["nginx.conf", "htaccess", "web.config"] {
            let settings = settings(name);
            let stated: Vec<&str> = settings.lines().filter(|line| line.contains("default-src")).collect();
            assert_eq!(stated.len(), 1, "{name}");
            assert!(stated[0].contains(&expected), "{name} has another policy than index.html:\n{}", stated[0]);
        }
    }

    #[test]
    fn what_the_pages_for_portals_need_the_policy_of_the_server_allows() {
        let served = policy("index.html");
        let served: Vec<&str> = served.split("; ").collect();
        for page in ["www/embed.html", "www/embedding.html"] {
            let policy = policy(page);
            for directive in policy.split("; ") {
                assert!(
                    served.contains(&directive),
                    "{page} says `{directive}`, which index.html and the servers do not"
                );
            }
        }
    }

    #[test]
    fn every_server_gives_the_same_other_headers_and_the_type_of_modules() {
        let nginx = settings("nginx.conf");
        let headers =
            nginx.lines().filter_map(|line| line.trim().strip_prefix("add_header ")?.strip_suffix(" always;"));
        let mut named = 0;
        for header in headers {
            let (name, value) = header.split_once(' ').unwrap();
            for other in ["htaccess", "web.config"] {
                let lines = settings(other);
                assert!(lines.lines().any(|line| line.contains(name) && line.contains(value)), "{name} in {other}");
            }
            named += 1;
        }
        assert_eq!(named, 4);
        for name in ["nginx.conf", "htaccess", "web.config"] {
            assert!(settings(name).contains("application/wasm"), "{name}");
        }
    }
}
