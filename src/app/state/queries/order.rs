//! Short lists in order.

/// Sorts by a key and leaves equals as they stand. The library's own sort weighs some two kilobytes for each type that
/// it sorts; the lists of a page are short.
pub fn in_order<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        let mut place = end;
        while place > 0 && key(&items[place - 1]) > key(&items[place]) {
            items.swap(place - 1, place);
            place -= 1;
        }
    }
}
