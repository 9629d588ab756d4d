//! Fields of a document that fetch something when it is opened.

use super::fault::Fault;
use super::tree::{Kind, Node};

/// The names of such fields, in capitals.
const FETCHING: &[&str] =
    &["DATABASE", "DDE", "DDEAUTO", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "MACROBUTTON", "RD"];

/// Holds that no field fetches anything.
///
/// # Errors
/// [`Fault::Linked`] with the code of the first field that does.
pub(super) fn check(nodes: &[Node], part: &str) -> Result<(), Fault> {
    let mut codes = vec![String::new()];
    collect(nodes, &mut codes);
    let fetches = |code: &&String| {
        let name = code.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        FETCHING.contains(&name.as_str())
    };
    codes.iter().find(fetches).map_or(Ok(()), |code| {
        Err(Fault::Linked { part: part.to_owned(), target: code.trim().chars().take(60).collect() })
    })
}

/// Gathers the codes of fields, which may be cut into runs: each mark of a field begins another.
fn collect(nodes: &[Node], codes: &mut Vec<String>) {
    for node in nodes {
        let Node::Element(element) = node else { continue };
        match element.kind {
            Kind::Instruction => {
                for child in &element.children {
                    if let (Node::Raw(raw), Some(code)) = (child, codes.last_mut()) {
                        code.push_str(raw);
                    }
                }
            }
            Kind::FieldMark => {
                let code = element.start.split("instr=").nth(1).unwrap_or_default();
                codes.push(code.trim_start_matches(['"', '\'']).to_owned());
                // What follows a simple field is no part of its code.
                if !code.is_empty() {
                    codes.push(String::new());
                }
                collect(&element.children, codes);
            }
            _ => collect(&element.children, codes),
        }
    }
}
