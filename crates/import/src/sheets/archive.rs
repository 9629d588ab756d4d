//! ZIP archives of tables: each is read as if it had been chosen by itself.

use std::io::Read;

use zip::ZipArchive;
use zip::extra_fields::ExtraField;

use super::budget::{Budget, Unpacked};
use super::metered::Metered;
use super::{Makes, TakesSheets, packed_or_old};
use crate::detect::is_workbook;
use crate::folder::Member;
use crate::limits::Limits;
use crate::problem::Fault;

/// So much of a text is passed on at a time.
const PIECE_BYTES: usize = 256 * 1024;

/// By this flag a name is in UTF-8.
const IN_UTF_8: u16 = 1 << 11;

type Archive<'b> = ZipArchive<Metered<'b>>;

/// Reads the tables of an archive.
pub(super) fn read(bytes: &[u8], limits: &Limits, decoder: Makes, takes: &mut dyn TakesSheets) -> Result<(), Fault> {
    let bytes = Metered::new(bytes);
    let mut unpacked = Unpacked::new(bytes.meter());
    let mut archive = ZipArchive::new(bytes).map_err(|_| Fault::BrokenArchive)?;
    let mut budget = Budget::default();
    let (mut members, mut full) = (0, None);
    for place in 0..archive.len() {
        let head = head(&mut archive, place, decoder);
        let Ok(Head { name, is_encrypted }) = head else { return Err(Fault::BrokenArchive) };
        if name.ends_with('/') {
            continue;
        }
        let member = Member::of(&name);
        if member == Member::Other {
            takes.left_out(&name);
            continue;
        }
        members += 1;
        if members > limits.sheets {
            return Err(Fault::TooManyMembers);
        }
        takes.member(&name);
        let fault = if let Some(fault) = full {
            // What is not unpacked any more is told, file by file.
            Some(fault)
        } else if member == Member::Archive {
            Some(Fault::ArchiveInArchive)
        } else if is_encrypted {
            Some(Fault::ArchivePassword)
        } else {
            let read = table(&mut archive, place, (&mut budget, &mut unpacked), limits, decoder, takes).err();
            full = read.filter(|fault| matches!(fault, Fault::UnpackedTooLarge | Fault::UnpackedTooFar));
            read
        };
        if let Some(fault) = fault {
            takes.refuse(fault);
        }
    }
    if members == 0 { Err(Fault::NoTables) } else { Ok(()) }
}

struct Head {
    name: String,
    is_encrypted: bool,
}

/// What the directory says of a file.
fn head(archive: &mut Archive<'_>, place: usize, decoder: Makes) -> Result<Head, Fault> {
    let entry = archive.by_index_raw(place).map_err(|_| Fault::BrokenArchive)?;
    // Some programs write the name a second time, in UTF-8.
    let again = entry.extra_data_fields().find_map(|field| match field {
        ExtraField::UnicodePath(name) => {
            name.clone().unwrap_valid(entry.name_raw()).ok().and_then(|name| String::from_utf8(name.into_vec()).ok())
        }
        _ => None,
    });
    let raw = entry.name_raw();
    let in_utf_8 = || std::str::from_utf8(raw).ok().map(str::to_owned);
    let name = again.or_else(in_utf_8).unwrap_or_else(|| {
        let mut name = String::new();
        if entry.flags().as_u16() & IN_UTF_8 == 0 {
            decoder().decode(raw, true, &mut name);
        } else {
            name = String::from_utf8_lossy(raw).into_owned();
        }
        name
    });
    // Programs of one system put their own sign between folders.
    Ok(Head { name: name.replace('\\', "/"), is_encrypted: entry.encrypted() })
}

/// Reads one table.
fn table(
    archive: &mut Archive<'_>,
    place: usize,
    (budget, unpacked): (&mut Budget, &mut Unpacked),
    limits: &Limits,
    decoder: Makes,
    takes: &mut dyn TakesSheets,
) -> Result<(), Fault> {
    let mut entry = archive.by_index(place).map_err(|_| Fault::BrokenArchive)?;
    let mut piece = Vec::new();
    let mut workbook: Option<Vec<u8>> = None;
    loop {
        let begins = piece.is_empty();
        piece.clear();
        let length = (&mut entry).take(PIECE_BYTES as u64).read_to_end(&mut piece).map_err(|_| Fault::BrokenArchive)?;
        budget.take(length, unpacked, limits)?;
        if begins && is_workbook(&piece) {
            workbook = Some(Vec::new());
        }
        match &mut workbook {
            _ if length == 0 => break,
            Some(bytes) => {
                bytes.extend_from_slice(&piece);
                if bytes.len() as u64 > limits.workbook_bytes {
                    return Err(Fault::WorkbookTooLarge);
                }
            }
            None if !takes.bytes(&piece) => break,
            None => {}
        }
    }
    workbook.map_or(Ok(()), |bytes| packed_or_old(&bytes, limits, decoder, takes, budget))
}
