//! Rows pasted into a record, as page and worker speak of them.

use super::messages::{PasteAnswer, PasteRequest};
use crate::import::{Unit, pasted};
use crate::request::{Record, write_record};

/// Reads what was pasted.
pub(super) fn read(ask: &PasteRequest) -> PasteAnswer {
    let unit = ask.in_yuan.map(|yuan| if yuan { Unit::Yuan } else { Unit::TenThousand });
    let read = pasted(&ask.text, &ask.uscc, &ask.name, unit);
    let lines = std::iter::once(read.told).chain(read.lines).map(|line| (line.zh, line.en));
    PasteAnswer {
        record: write_record(&Record { as_of: None, enterprise: read.facts, judgement: None, desk: Vec::new() }),
        lines: lines.collect(),
        rest: read.rest,
        asks_unit: read.asks_unit,
    }
}
