//! Sorting, compiled once for every kind of thing.

use std::cmp::Ordering;

/// Sorts by a comparison of places; what compares equal keeps its order. Only the places are moved about, so that one
/// sorting algorithm stands in the module instead of one for each type.
pub(super) fn sorted<T>(items: Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let order = indices(items.len(), &mut |left, right| match (&items[left], &items[right]) {
        (Some(left), Some(right)) => compare(left, right),
        // Nothing is taken before the order stands.
        _ => Ordering::Equal,
    });
    order.into_iter().filter_map(|index| items[index].take()).collect()
}

#[inline(never)]
fn indices(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    indices.sort_by(|left, right| compare(*left, *right));
    indices
}
