//! The content of an archive: blocks, each packed by itself, so that never more than one of them lies in memory twice.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::record::{AboutOf1, AboutOf2};
use super::{About, Archive, Fault};
use facts::Enterprise;
use facts::compiled::{WithoutFigures, from_bytes, to_bytes};

/// How many records go into a block.
const A_BLOCK: usize = 8192;
/// Deflate packs quickly rather than as small as can be: level 1 of 9.
const LEVEL: u8 = 1;
/// No block that was ever written comes near to so many bytes when it is unpacked.
const MOST_BYTES: usize = 256 << 20;

/// Packs records and what is known about them: a block for the latter, one for the text of a ledger, which may be empty, then the
/// records, block after block. Before each block stand the four bytes of its length, the lowest first.
#[must_use]
pub fn pack(about: &About, ledger: &str, enterprises: &[Enterprise]) -> Vec<u8> {
    let mut content = Vec::new();
    put(&mut content, &to_bytes(about));
    put(&mut content, ledger.as_bytes());
    for block in enterprises.chunks(A_BLOCK) {
        put(&mut content, &records_to_bytes(block));
    }
    content
}

fn put(content: &mut Vec<u8>, block: &[u8]) {
    let packed = compress_to_vec(block, LEVEL);
    content.extend_from_slice(&(packed.len() as u32).to_le_bytes());
    content.extend_from_slice(&packed);
}

/// Takes out what was packed in this version of the format.
///
/// # Errors
/// [`Fault::Damaged`] when it is not what [`pack()`] gives, or gave in that version.
pub fn unpack(version: u8, mut content: &[u8]) -> Result<Archive, Fault> {
    let about = next(&mut content)?;
    let about: Option<About> = match version {
        1 => from_bytes::<AboutOf1>(&about).map(About::from),
        2 => from_bytes::<AboutOf2>(&about).map(About::from),
        _ => from_bytes(&about),
    };
    let about = about.ok_or(Fault::Damaged)?;
    let ledger = match version {
        1..=3 => Vec::new(),
        _ => next(&mut content)?,
    };
    let ledger = String::from_utf8(ledger).map_err(|_| Fault::Damaged)?;
    let mut enterprises = Vec::new();
    while !content.is_empty() {
        let block = next(&mut content)?;
        let records = match version {
            1 | 2 => {
                from_bytes::<Vec<WithoutFigures>>(&block).map(|records| records.into_iter().map(|it| it.0).collect())
            }
            _ => from_bytes::<Vec<Enterprise>>(&block),
        };
        enterprises.append(&mut records.ok_or(Fault::Damaged)?);
    }
    let indices = about.remarks.iter().map(|it| it.index).chain(about.by_hand.iter().map(|it| it.index));
    if about.registered > enterprises.len() || indices.max().is_some_and(|index| index >= enterprises.len()) {
        return Err(Fault::Damaged);
    }
    Ok(Archive { about, ledger, enterprises })
}

/// Takes the next block from the front and unpacks it.
fn next(content: &mut &[u8]) -> Result<Vec<u8>, Fault> {
    let (length, rest) = content.split_first_chunk().ok_or(Fault::Damaged)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| Fault::Damaged)?;
    let (block, rest) = rest.split_at_checked(length).ok_or(Fault::Damaged)?;
    *content = rest;
    decompress_to_vec_with_limit(block, MOST_BYTES).map_err(|_| Fault::Damaged)
}

/// The same bytes as those of a list, without making one.
fn records_to_bytes(records: &[Enterprise]) -> Vec<u8> {
    use facts::compiled::Compiled;

    let mut bytes = Vec::new();
    records.len().write(&mut bytes);
    records.iter().for_each(|record| record.write(&mut bytes));
    bytes
}
