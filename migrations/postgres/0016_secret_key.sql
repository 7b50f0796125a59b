-- The installation's key, where no setting holds it: several processes must have the same.
CREATE TABLE secret_key (
    only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    hex      TEXT    NOT NULL COLLATE "C"
);
