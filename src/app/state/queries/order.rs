//! Short lists in order.

/// Sorts by a key and leaves equals as they stand. The library's own sort weighs some two kilobytes for each type that
/// it sorts; the lists of a page are short. Each key is asked for once: asking may be long.
pub fn in_order<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let mut keys: Vec<K> = items.iter().map(key).collect();
    for end in 1..items.len() {
        let mut place = end;
        while place > 0 && keys[place - 1] > keys[place] {
            keys.swap(place - 1, place);
            items.swap(place - 1, place);
            place -= 1;
        }
    }
}
