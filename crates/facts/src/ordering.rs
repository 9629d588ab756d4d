//! One sort for all that is sorted where a page waits for its download.

use std::cmp::Ordering;

/// Sorts numbers, mostly indices, by how two of them stand to each other; equal ones stay as they stood.
///
/// The library's sort is compiled anew for every type and every key, five kilobytes each: those of a page were a thirtieth of what
/// it fetches. Here it is compiled once.
///
/// ```
/// let days = ["2025-03-02", "2024-01-05", "2025-03-02"];
/// let mut order = vec![0, 1, 2];
/// facts::sort_numbers(&mut order, &|one, other| days[one].cmp(days[other]));
/// assert_eq!(order, [1, 0, 2]);
/// ```
#[inline(never)]
pub fn sort_numbers(numbers: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    numbers.sort_by(|one, other| compare(*one, *other));
}
