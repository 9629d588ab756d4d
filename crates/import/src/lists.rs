//! The two lists of market regulation, whose tables may have the same header.

use super::cell::{trimmed, word};
use super::columns::{Field, FileKind};
use super::layout::Layout;
use super::rows::Rows;
use super::split::{Found as Cut, Row};
use super::vocabulary::{ABNORMAL_REASONS, ABNORMAL_TITLE, SERIOUS_TITLE};

/// A header with reason, days of listing and removal alone fits both lists: the title above it tells, or the
/// reasons below it.
pub(super) fn tell_lists_apart(layouts: [Layout; 2], title: &str, mut below: Rows) -> Option<Layout> {
    let kind = if title.contains(ABNORMAL_TITLE) {
        FileKind::AbnormalListings
    } else if title.contains(SERIOUS_TITLE) {
        FileKind::SeriousListings
    } else {
        let reason = layouts.first().and_then(|layout| layout.index(Field::Reason))?;
        let mut row = Row::default();
        loop {
            if let Cut::Row(_) = below.next(true, &mut row)?
                && word(trimmed(row.cell(reason)), &ABNORMAL_REASONS).is_some()
            {
                break FileKind::AbnormalListings;
            }
        }
    };
    layouts.into_iter().find(|layout| layout.kind == kind)
}
