//! How much comes out of a package or an archive, counted while it is unpacked.

use std::cell::Cell;
use std::rc::Rc;

use crate::limits::Limits;
use crate::problem::Fault;

/// So much may come out of any package, however few of its bytes were read.
const SURELY_BEARABLE_BYTES: u64 = 64 * 1024 * 1024;

/// What was unpacked so far of all that is within one file: an archive, and the workbooks in it.
#[derive(Default)]
pub(super) struct Budget {
    unpacked: u64,
}

impl Budget {
    /// Counts bytes that came out of a package of which so many were read.
    pub(super) fn take(&mut self, bytes: usize, from: &mut Unpacked, limits: &Limits) -> Result<(), Fault> {
        self.unpacked += bytes as u64;
        from.unpacked += bytes as u64;
        if self.unpacked > limits.unpacked_bytes {
            return Err(Fault::UnpackedTooLarge);
        }
        let most = limits.unpacked_times.saturating_mul(from.read.get());
        if from.unpacked > SURELY_BEARABLE_BYTES && from.unpacked > most {
            return Err(Fault::UnpackedTooFar);
        }
        Ok(())
    }
}

/// What was unpacked so far of one package.
pub(super) struct Unpacked {
    unpacked: u64,
    read: Rc<Cell<u64>>,
}

impl Unpacked {
    /// `read` tells how many bytes of the package were read.
    pub(super) fn new(read: Rc<Cell<u64>>) -> Self {
        Self { unpacked: 0, read }
    }
}
