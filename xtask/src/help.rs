//! The texts of the help, where some of what they lead to is not there.

use crate::Failure;
use serde_json::Value;

/// The texts without the items that lead to files beside the page, and without the parts that are nothing but such items:
/// neither the single file nor a site that is being developed has those files.
///
/// # Errors
/// When the text is no JSON.
pub fn without_files(text: &str) -> Result<String, Failure> {
    let mut help: Value = serde_json::from_str(text).map_err(|error| format!("the help: {error}"))?;
    let leads_to_file = |item: &Value| item[0].as_str().is_some_and(|href| !href.starts_with('#'));
    if let Some(parts) = help["parts"].as_array_mut() {
        parts.retain_mut(|part| {
            let Some(items) = part.get_mut("items").and_then(Value::as_array_mut) else { return true };
            let before = items.len();
            items.retain(|item| !leads_to_file(item));
            before == items.len() || !items.is_empty()
        });
    }
    Ok(help.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_to_files_is_left_out_and_all_else_stays() {
        let text = r##"{"parts": [{"id": "a", "items": ["words", ["#/help/b", "b"], ["bom.json", "file"]]},
            {"id": "b", "items": [["embedding.html", "page"]]}, {"id": "c", "text": ["no items"]}]}"##;
        let help: Value = serde_json::from_str(&without_files(text).unwrap()).unwrap();
        let expected = r##"[{"id": "a", "items": ["words", ["#/help/b", "b"]]}, {"id": "c", "text": ["no items"]}]"##;
        assert_eq!(help["parts"], serde_json::from_str::<Value>(expected).unwrap());
        assert!(without_files("{").is_err());
    }
}
