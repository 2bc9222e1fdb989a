//! Putting things in order: one merge sort over positions for the whole crate. Every generic sort weighs some four
//! kilobytes in wasm, more than what is sorted here.

/// The positions 0 to `count` in order, those that are equal as they stood. `is_before` says whether the thing at the
/// first position must stand before the thing at the second. Asks about `count` times its logarithm.
pub(crate) fn order(count: usize, is_before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    let mut width = 1_usize;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for pair in positions.chunks(width.saturating_mul(2)) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let ([one, ones @ ..], [other, others @ ..]) = (left, right) {
                if is_before(*other, *one) {
                    merged.push(*other);
                    right = others;
                } else {
                    merged.push(*one);
                    left = ones;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        positions = merged;
        width = width.saturating_mul(2);
    }
    positions
}

/// The texts in order.
pub(crate) fn ordered(mut texts: Vec<String>) -> Vec<String> {
    let order = order(texts.len(), &|one, other| texts.get(one) < texts.get(other));
    order.into_iter().filter_map(|at| texts.get_mut(at).map(std::mem::take)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_things_stay_as_they_stood() {
        let numbers = [5, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];
        let order = order(numbers.len(), &|one, other| numbers[one] < numbers[other]);
        assert_eq!(order, [1, 3, 6, 9, 2, 0, 4, 8, 10, 7, 5]);
        assert_eq!(super::order(0, &|_, _| true), Vec::<usize>::new());
        assert_eq!(ordered(vec!["b".to_owned(), String::new(), "a".to_owned()]), ["", "a", "b"]);
    }
}
