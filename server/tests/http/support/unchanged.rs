//! What an act has changed in the database: for those that must change nothing, or no more than they say.

use super::Server;

impl Server {
    /// Does something, and names the tables that are not as they were.
    #[track_caller]
    pub(crate) fn changed_by<T>(&self, act: impl FnOnce() -> T) -> (T, Vec<String>) {
        self.settle();
        let before = self.database().dump();
        let done = act();
        self.settle();
        let after = self.database().dump();
        assert!(before.keys().eq(after.keys()), "a table has come or gone");
        let tables = after.iter().filter(|(table, rows)| before[*table] != **rows);
        (done, tables.map(|(table, _)| table.clone()).collect())
    }

    /// Does something that must leave every row as it was.
    #[track_caller]
    pub(crate) fn unchanged<T>(&self, act: impl FnOnce() -> T) -> T {
        let (done, tables) = self.changed_by(act);
        assert!(tables.is_empty(), "it has changed {tables:?}");
        done
    }
}
