//! The bytes of a package while they are read.

use std::cell::Cell;
use std::io::{Cursor, Error, Read, Result, Seek, SeekFrom};
use std::rc::Rc;

/// The bytes of a package, of which no more is read than twice as much as there is: what is counted while unpacking
/// once would else say nothing, since any number of sheets may have the same part.
pub(super) struct Metered<'b> {
    bytes: Cursor<&'b [u8]>,
    most: u64,
    read: Rc<Cell<u64>>,
    sought: Rc<Cell<u64>>,
}

impl<'b> Metered<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        // The directory and the heads of parts are read more than once.
        let most = bytes.len() as u64 * 2 + 64 * 1024;
        Self { bytes: Cursor::new(bytes), most, read: Rc::default(), sought: Rc::default() }
    }

    /// Tells, whoever has the bytes by now, how many were read so far.
    pub(super) fn meter(&self) -> Rc<Cell<u64>> {
        self.read.clone()
    }

    /// Tells, likewise, where reading went on after the last leap: where the part begins that is being read.
    pub(super) fn place(&self) -> Rc<Cell<u64>> {
        self.sought.clone()
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let length = self.bytes.read(into)?;
        self.read.update(|read| read + length as u64);
        if self.read.get() > self.most { Err(Error::other("read over and over")) } else { Ok(length) }
    }
}

impl Seek for Metered<'_> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let place = self.bytes.seek(to)?;
        self.sought.set(place);
        Ok(place)
    }
}
