//! Chance with a seed. `COUNTERSIGN_SEED` brings a run's choices back, though never its moments.

use countersign_backend::ambient;

#[derive(Clone, Debug)]
pub(super) struct Dice(u64);

impl Dice {
    /// Dice of a seed of their own, which is printed.
    pub(super) fn new(what: &str) -> Self {
        let given =
            std::env::var("COUNTERSIGN_SEED").ok().map(|seed| seed.parse().expect("COUNTERSIGN_SEED is a number"));
        let seed = given.unwrap_or_else(|| u64::from_le_bytes(ambient::random()));
        println!("{what}: COUNTERSIGN_SEED={seed}");
        Self(seed)
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Other dice.
    pub(super) fn split(&mut self) -> Self {
        Self(self.next())
    }

    /// A number less than `end`.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub(super) fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    pub(super) fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        if of.is_empty() {
            return None;
        }
        of.get(usize::try_from(self.below(of.len() as u64)).unwrap())
    }
}
