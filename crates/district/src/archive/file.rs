//! The frame around the content of an archive: what it is, how it is sealed, whether it is whole.

use sha2::{Digest, Sha256};

use super::Fault;

/// What every archive begins with. No text does: the last of it is a control character.
const MAGIC: &[u8; 8] = b"XINHENG\x1a";
/// The version of the format that is written. Every version up to it is read.
pub const VERSION: u8 = 4;
/// Bytes of the check sum at the end.
const SUM: usize = 32;

const OPEN: u8 = 0;
const SEALED: u8 = 1;

/// How the content is sealed: AES-256-GCM under a key that PBKDF2 with HMAC-SHA-256 makes of a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// How often PBKDF2 goes round.
    pub rounds: u32,
    pub salt: [u8; 16],
    /// The initialisation vector of AES-GCM.
    pub nonce: [u8; 12],
}

/// An archive whose frame was taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enclosed<'f> {
    /// The version of the format of its content.
    pub version: u8,
    /// How the content is sealed; `None` when it lies open.
    pub seal: Option<Seal>,
    /// What [`pack`](super::pack) gave, or that sealed.
    pub content: &'f [u8],
}

/// Puts the frame around content, which is already sealed where there is a seal.
#[must_use]
pub fn enclose(seal: Option<&Seal>, content: &[u8]) -> Vec<u8> {
    let mut file = Vec::with_capacity(content.len() + 80);
    file.extend_from_slice(MAGIC);
    file.push(VERSION);
    match seal {
        None => file.push(OPEN),
        Some(seal) => {
            file.push(SEALED);
            file.extend_from_slice(&seal.rounds.to_le_bytes());
            file.extend_from_slice(&seal.salt);
            file.extend_from_slice(&seal.nonce);
        }
    }
    file.extend_from_slice(content);
    let sum = Sha256::digest(&file);
    file.extend_from_slice(&sum);
    file
}

/// Whether a file begins as an archive does. The rest of it may be anything.
#[must_use]
pub fn is_archive(beginning: &[u8]) -> bool {
    beginning.starts_with(MAGIC)
}

impl<'f> Enclosed<'f> {
    /// Takes the frame off.
    ///
    /// # Errors
    /// [`Fault::NotAnArchive`] when the bytes do not begin as one, [`Fault::Newer`] when their version is above
    /// [`VERSION`], [`Fault::Damaged`] when they are not those that were written, to the last of them.
    pub fn of(file: &'f [u8]) -> Result<Self, Fault> {
        let rest = file.strip_prefix(MAGIC).ok_or(Fault::NotAnArchive)?;
        let (version, rest) = rest.split_first().ok_or(Fault::Damaged)?;
        if *version > VERSION {
            return Err(Fault::Newer(*version));
        }
        let end = rest.len().checked_sub(SUM).ok_or(Fault::Damaged)?;
        let (body, sum) = rest.split_at(end);
        if Sha256::digest(&file[..file.len() - SUM]).as_slice() != sum {
            return Err(Fault::Damaged);
        }
        let (sealed, body) = body.split_first().ok_or(Fault::Damaged)?;
        match *sealed {
            OPEN => Ok(Self { version: *version, seal: None, content: body }),
            SEALED => {
                let (rounds, body) = body.split_first_chunk().ok_or(Fault::Damaged)?;
                let (salt, body) = body.split_first_chunk().ok_or(Fault::Damaged)?;
                let (nonce, content) = body.split_first_chunk().ok_or(Fault::Damaged)?;
                let seal = Seal { rounds: u32::from_le_bytes(*rounds), salt: *salt, nonce: *nonce };
                Ok(Self { version: *version, seal: Some(seal), content })
            }
            _ => Err(Fault::Damaged),
        }
    }
}
