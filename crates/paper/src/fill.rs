//! Fills a template.

use super::fault::Fault;
use super::file::File;
use super::names::Names;
use super::render::Writer;
use super::tags::Finder;
use super::values::Values;
use super::{blocks, fields, tree};

/// The most bytes that a template may have: 10 MB.
pub const MAX_FILE_BYTES: usize = 10 * 1000 * 1000;
/// The most bytes that its parts may have together, before and after they are filled: 100 MB.
pub const MAX_UNPACKED_BYTES: usize = 100 * 1000 * 1000;

/// Fills a template, a `.docx` file with tags in its text, with values: returns a `.docx` file.
///
/// What no value is known for stands there as `【名称】`, marked yellow. A part without tags stays as it was to the byte.
///
/// # Errors
/// - The file is no `.docx`, is damaged, is larger than [`MAX_FILE_BYTES`], or has more than [`MAX_UNPACKED_BYTES`]
///   unpacked or filled.
/// - It has macros or controls, or pictures, objects or other things that would be fetched from elsewhere.
/// - A tag is not known or of the other kind, braces do not pair, a block is not closed, is closed by another, or begins
///   and ends within different paragraphs.
///
/// ```
/// use paper::{Paper, Values, fill, template};
///
/// let mut values = Values::default();
/// values.set("企业名称", "示例有限公司");
/// let paper = fill(&template(Paper::AddressConfirmation), &values).unwrap();
/// assert!(paper.starts_with(b"PK"));
/// assert!(fill(b"no document", &values).is_err());
/// ```
pub fn fill(template: &[u8], values: &Values) -> Result<Vec<u8>, Fault> {
    let mut file = File::open(template)?;
    let names = Names::with(values);
    for name in file.text_parts()? {
        if let Some(text) = fill_part(file.text(&name)?, &name, &names, values, file.room_for(&name))? {
            file.change(&name, text);
        }
    }
    file.write()
}

/// The text of a part with its tags filled, of at most so many bytes; `None` where it has no tags.
fn fill_part(source: &str, part: &str, names: &Names, values: &Values, most: usize) -> Result<Option<String>, Fault> {
    let tree = tree::read(source, part)?;
    fields::check(&tree.nodes, part)?;
    let mut finder = Finder::new(part, names);
    let nodes = finder.find(tree.nodes)?;
    if finder.found == 0 {
        return Ok(None);
    }
    blocks::check(&nodes)?;
    let nodes = blocks::build(nodes)?;
    let mut writer = Writer::new(&tree.prefix, values, most);
    writer.write(&nodes)?;
    Ok(Some(writer.out))
}
