//! A set of places in a district: a bit an enterprise.

/// Places from 0 up to a length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    length: usize,
}

impl Bits {
    /// Every place.
    pub(super) fn all(length: usize) -> Self {
        let mut words = vec![u64::MAX; length.div_ceil(64)];
        if let Some(last) = words.last_mut()
            && !length.is_multiple_of(64)
        {
            *last = (1 << (length % 64)) - 1;
        }
        Self { words, length }
    }

    /// Leaves those for which a test of the value of their place in a column is true. A column as long as the set.
    pub(super) fn keep<T: Copy>(&mut self, column: &[T], test: impl Fn(T) -> bool) {
        debug_assert_eq!(column.len(), self.length);
        for (word, values) in self.words.iter_mut().zip(column.chunks(64)) {
            if *word != 0 {
                let mut kept = 0;
                for (index, value) in values.iter().enumerate() {
                    kept |= u64::from(test(*value)) << index;
                }
                *word &= kept;
            }
        }
    }

    /// Leaves those for which a test of their place is true; only places in the set are tested.
    pub(super) fn keep_indices(&mut self, test: impl Fn(usize) -> bool) {
        for (number, word) in self.words.iter_mut().enumerate() {
            let mut left = *word;
            while left != 0 {
                let index = left.trailing_zeros();
                if !test(number * 64 + index as usize) {
                    *word &= !(1 << index);
                }
                left &= left - 1;
            }
        }
    }

    pub(super) fn contains(&self, index: usize) -> bool {
        self.words[index / 64] >> (index % 64) & 1 != 0
    }

    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The indices in the set, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(number, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let index = left.trailing_zeros() as usize;
                left &= left.wrapping_sub(1);
                (index < 64).then_some(number * 64 + index)
            })
        })
    }
}
