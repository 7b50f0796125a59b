-- Each line of a service's history is sealed: its hash covers what it tells and the hash of the line before. Lines that are
-- older than this column are sealed when the program brings the database up to date.
ALTER TABLE history ADD COLUMN hash TEXT COLLATE "C";
CREATE INDEX history_unsealed ON history (service_id) WHERE hash IS NULL;

-- While there is a row, no mail goes out: after a restore, until the operator has looked.
CREATE TABLE outbox_hold (
    only_one   INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    held_since BIGINT NOT NULL
);
