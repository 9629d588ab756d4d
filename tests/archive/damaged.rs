//! Bytes that are no archive, or no longer one.

use xinheng::archive::{Enclosed, Fault, VERSION, enclose, pack, unpack};

use crate::{about, known};

#[test]
fn no_byte_of_a_file_can_change_unnoticed() {
    let file = enclose(None, &pack(&about(1), "", &[known()]));
    for index in 0..file.len() {
        let mut changed = file.clone();
        changed[index] ^= 0x20;
        let fault = Enclosed::of(&changed).unwrap_err();
        match index {
            0..8 => assert_eq!(fault, Fault::NotAnArchive, "byte {index}"),
            8 => assert_eq!(fault, Fault::Newer(VERSION ^ 0x20)),
            _ => assert_eq!(fault, Fault::Damaged, "byte {index}"),
        }
    }
}

#[test]
fn a_file_that_is_cut_off_or_goes_on_is_damaged() {
    let file = enclose(None, &pack(&about(1), "", &[known()]));
    for end in 0..file.len() {
        let expected = if end < 8 { Fault::NotAnArchive } else { Fault::Damaged };
        assert_eq!(Enclosed::of(&file[..end]), Err(expected), "cut off after {end} bytes");
    }
    let longer = [&file[..], b"\0"].concat();
    assert_eq!(Enclosed::of(&longer), Err(Fault::Damaged));
}

#[test]
fn a_file_of_a_newer_version_is_called_so_even_where_it_cannot_be_checked() {
    let file = [b"XINHENG\x1a", &[VERSION + 1][..], b"whatever comes"].concat();
    assert_eq!(Enclosed::of(&file), Err(Fault::Newer(VERSION + 1)));
}

#[test]
fn other_files_are_no_archives() {
    for file in [&b""[..], b"PK\x03\x04", b"XINHENG", "统一社会信用代码".as_bytes(), b"{\"enterprise\": {}}"] {
        assert_eq!(Enclosed::of(file), Err(Fault::NotAnArchive));
    }
}

#[test]
fn content_that_is_not_content_is_damaged() {
    let content = pack(&about(1), "", &[known()]);
    for end in 0..content.len() {
        // Without its last block it is whole content, of fewer records than are said to stand in the register.
        assert_eq!(unpack(VERSION, &content[..end]), Err(Fault::Damaged), "cut off after {end} bytes");
    }
    for index in 0..content.len() {
        let mut changed = content.clone();
        changed[index] ^= 0xff;
        // Whatever it reads as: no panic, and no memory beyond measure.
        let _ = unpack(VERSION, &changed);
    }
    assert_eq!(
        unpack(VERSION, &pack(&about(2), "", &[known()])),
        Err(Fault::Damaged),
        "fewer records than the register has"
    );
}

#[test]
fn a_block_of_nothing_but_zeros_is_not_unpacked_without_end() {
    let zeros = miniz_oxide::deflate::compress_to_vec(&vec![0; 300 << 20], 1);
    let content = [&(zeros.len() as u32).to_le_bytes()[..], &zeros].concat();
    assert_eq!(unpack(VERSION, &content), Err(Fault::Damaged));
}
