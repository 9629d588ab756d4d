//! Whether a workbook is encrypted with the password that spreadsheet programs try by themselves.
//!
//! Who protects a workbook against changes gets an encrypted file at times, which opens without a question since every
//! program tries the built-in password first. "It has a password" would be no help for such a file. It is told apart by
//! the check that every encrypted workbook brings along for passwords; nothing else of it is decrypted.
//!
//! Source of the forms: [MS-OFFCRYPTO].

use aes::Block;
use aes::cipher::{BlockCipherDecrypt, KeyInit};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use crate::problem::Fault;

/// The password that spreadsheet programs try by themselves.
const BUILT_IN: &str = "VelvetSweatshop";

/// No program has a password hashed more often than this: a file that asks for more would only hold up its reader.
const MOST_ROUNDS: u32 = 1_000_000;

/// What is said of a locked workbook in the newer format, by the description of its encryption.
pub(super) fn package(description: &[u8]) -> Fault {
    let opens = match numbers(description, 0) {
        Some([4, 4]) => by_xml(&String::from_utf8_lossy(description)),
        Some([2..=4, 2]) => by_aes(description),
        _ => None,
    };
    fault(opens)
}

/// What is said of a locked workbook in the old format, by its record on passwords: in Excel 5 and 95 it has no kind.
pub(super) fn records(record: &[u8], unicode: bool) -> Fault {
    let record = if unicode { record } else { &[&[0, 0], record].concat() };
    let opens = match (numbers(record, 0), numbers(record, 2)) {
        (Some([0]), Some([_key, verifier])) => Some(verifier == obfuscated(BUILT_IN.as_bytes())),
        (Some([1]), Some([1, 1])) => by_rc4(record),
        (Some([1]), Some([2..=4, 2])) => by_rc4_of_system(record),
        _ => None,
    };
    fault(opens)
}

fn fault(opens: Option<bool>) -> Fault {
    if opens == Some(true) { Fault::BuiltInPassword } else { Fault::Password }
}

/// Numbers of two bytes.
fn numbers<const N: usize>(bytes: &[u8], at: usize) -> Option<[u16; N]> {
    let mut numbers = [0; N];
    let pairs = bytes.get(at..at.checked_add(2 * N)?)?.as_chunks::<2>().0;
    for (number, pair) in numbers.iter_mut().zip(pairs) {
        *number = u16::from_le_bytes(*pair);
    }
    Some(numbers)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

/// The built-in password as it is hashed.
fn password() -> Vec<u8> {
    BUILT_IN.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn hash<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
    let mut digest = D::new();
    parts.iter().for_each(|part| digest.update(part));
    digest.finalize().to_vec()
}

/// The password hashed with a salt, then so many times more.
fn hashed<D: Digest>(salt: &[u8], rounds: u32) -> Vec<u8> {
    let mut hashed = hash::<D>(&[salt, &password()]);
    for round in 0..rounds {
        hashed = hash::<D>(&[&round.to_le_bytes(), &hashed]);
    }
    hashed
}

/// Excel 2010 and later: what is needed stands in an element of XML.
fn by_xml(description: &str) -> Option<bool> {
    let (_, key) = description.split_once("encryptedKey ")?;
    let (key, _) = key.split_once('>')?;
    let value = |name: &str| {
        let (_, value) = key.split_once(&format!("{name}=\""))?;
        value.split_once('"').map(|(value, _)| value)
    };
    let rounds = value("spinCount")?.parse().ok().filter(|rounds| *rounds <= MOST_ROUNDS)?;
    let key_bytes = value("keyBits")?.parse::<usize>().ok()? / 8;
    let salt = base64(value("saltValue")?)?;
    let input = base64(value("encryptedVerifierHashInput")?)?;
    let expected = base64(value("encryptedVerifierHashValue")?)?;
    let check = match value("hashAlgorithm")? {
        "SHA1" => check_xml::<Sha1>,
        "SHA256" => check_xml::<Sha256>,
        "SHA384" => check_xml::<Sha384>,
        "SHA512" => check_xml::<Sha512>,
        _ => return None,
    };
    check(rounds, key_bytes, &salt, &input, &expected)
}

fn check_xml<D: Digest>(rounds: u32, key_bytes: usize, salt: &[u8], input: &[u8], expected: &[u8]) -> Option<bool> {
    const FOR_INPUT: [u8; 8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
    const FOR_HASH: [u8; 8] = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
    let hashed = hashed::<D>(salt, rounds);
    let open = |purpose: &[u8], bytes: &[u8]| {
        let mut key = hash::<D>(&[&hashed, purpose]);
        key.resize(key_bytes, 0x36);
        let mut before = salt.to_vec();
        before.resize(16, 0x36);
        let mut opened = decrypted(&key, bytes)?;
        // Each block was mixed with the one before.
        for (byte, before) in opened.iter_mut().zip(before.iter().chain(bytes)) {
            *byte ^= before;
        }
        Some(opened)
    };
    let (input, expected) = (open(&FOR_INPUT, input)?, open(&FOR_HASH, expected)?);
    Some(expected.starts_with(&hash::<D>(&[input.get(..salt.len()).unwrap_or(&input)])))
}

/// Blocks of AES, each by itself.
fn decrypted(key: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    fn with<C: KeyInit + BlockCipherDecrypt<BlockSize = aes::cipher::consts::U16>>(
        key: &[u8],
        bytes: &[u8],
    ) -> Option<Vec<u8>> {
        let cipher = C::new_from_slice(key).ok()?;
        let mut opened = Vec::new();
        for block in bytes.as_chunks::<16>().0 {
            let mut block = Block::from(*block);
            cipher.decrypt_block(&mut block);
            opened.extend_from_slice(&block);
        }
        Some(opened)
    }
    match key.len() {
        16 => with::<aes::Aes128>(key, bytes),
        24 => with::<aes::Aes192>(key, bytes),
        32 => with::<aes::Aes256>(key, bytes),
        _ => None,
    }
}

/// Where the check of a password stands behind a head of a length that is told before it.
struct Verifier<'d> {
    key_bits: u32,
    salt: &'d [u8],
    input: &'d [u8],
    expected: &'d [u8],
}

impl<'d> Verifier<'d> {
    /// `at` is the place of that length.
    fn read(description: &'d [u8], at: usize, hash_bytes: usize) -> Option<Self> {
        let head = at.checked_add(4)?;
        let behind = head.checked_add(u32_at(description, at)? as usize)?;
        let bytes = |from: usize, count: usize| {
            let start = behind.checked_add(from)?;
            description.get(start..start.checked_add(count)?)
        };
        Some(Self {
            key_bits: u32_at(description, head.checked_add(16)?)?,
            salt: bytes(4, 16)?,
            input: bytes(20, 16)?,
            expected: bytes(40, hash_bytes)?,
        })
    }
}

/// Excel 2007.
fn by_aes(description: &[u8]) -> Option<bool> {
    const ROUNDS: u32 = 50_000;
    let Verifier { key_bits, salt, input, expected } = Verifier::read(description, 8, 32)?;
    let hashed = hash::<Sha1>(&[&hashed::<Sha1>(salt, ROUNDS), &[0; 4]]);
    let mut key = Vec::new();
    for filler in [0x36, 0x5C] {
        let mut block = [filler; 64];
        block.iter_mut().zip(&hashed).for_each(|(byte, hashed)| *byte ^= hashed);
        key.extend(hash::<Sha1>(&[&block]));
    }
    let key = key.get(..key_bits as usize / 8)?;
    let (input, expected) = (decrypted(key, input)?, decrypted(key, expected)?);
    Some(expected.starts_with(&hash::<Sha1>(&[&input])))
}

/// Excel 97 and 2000.
fn by_rc4(record: &[u8]) -> Option<bool> {
    const KEY_BYTES: usize = 5;
    let (salt, encrypted) = record.get(6..54)?.split_at_checked(16)?;
    let hashed = hash::<Md5>(&[&password()]);
    let salted = [hashed.get(..KEY_BYTES)?, salt].concat().repeat(16);
    let hashed = hash::<Md5>(&[&salted]);
    let opened = rc4(&hash::<Md5>(&[hashed.get(..KEY_BYTES)?, &[0; 4]]), encrypted)?;
    let (input, expected) = opened.split_at_checked(16)?;
    Some(hash::<Md5>(&[input]) == expected)
}

/// Excel 2002 and 2003.
fn by_rc4_of_system(record: &[u8]) -> Option<bool> {
    let Verifier { key_bits, salt, input, expected } = Verifier::read(record, 10, 20)?;
    let hashed = hash::<Sha1>(&[&hash::<Sha1>(&[salt, &password()]), &[0; 4]]);
    // No number of bits means 40, and a key of 40 bits is filled up with zeros.
    let key_bytes = if key_bits == 0 { 5 } else { key_bits as usize / 8 };
    let mut key = hashed.get(..key_bytes)?.to_vec();
    if key_bytes == 5 {
        key.resize(16, 0);
    }
    let opened = rc4(&key, &[input, expected].concat())?;
    let (input, expected) = opened.split_at_checked(16)?;
    Some(hash::<Sha1>(&[input]) == expected)
}

fn rc4(key: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    let mut state: [u8; 256] = std::array::from_fn(|place| place as u8);
    let mut other = 0_u8;
    for (place, key) in (0..=255_u8).zip(key.iter().cycle()) {
        other = other.wrapping_add(*state.get(usize::from(place))?).wrapping_add(*key);
        state.swap(usize::from(place), usize::from(other));
    }
    let (mut place, mut other) = (0_u8, 0_u8);
    let mut opened = Vec::new();
    for byte in bytes {
        place = place.wrapping_add(1);
        other = other.wrapping_add(*state.get(usize::from(place))?);
        state.swap(usize::from(place), usize::from(other));
        let sum = state.get(usize::from(place))?.wrapping_add(*state.get(usize::from(other))?);
        opened.push(byte ^ state.get(usize::from(sum))?);
    }
    Some(opened)
}

/// The check of the oldest way, which hides a workbook rather than encrypting it.
fn obfuscated(password: &[u8]) -> u16 {
    let length = password.len() as u8;
    let folded = std::iter::once(&length).chain(password).rev().fold(0_u16, |check, byte| {
        let turned = (check >> 14 & 1) | (check << 1 & 0x7FFF);
        turned ^ u16::from(*byte)
    });
    folded ^ 0xCE4B
}

fn base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut held, mut bits) = (0_u32, 0);
    for letter in text.bytes().filter(|letter| *letter != b'=') {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
    }
    Some(bytes)
}
