//! The median by which the benchmarks report.

#[path = "../../benches/comparison/median.rs"]
mod of;

use of::median;

#[test]
fn the_median_is_in_the_middle() {
    assert_eq!(median(vec![9.0, 1.0, 2.0]), Some(2.0));
    assert_eq!(median(vec![4.0, 1.0, 9.0, 2.0]), Some(3.0));
    assert_eq!(median(Vec::new()), None);
}
