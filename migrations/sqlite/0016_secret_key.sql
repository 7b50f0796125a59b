-- The installation's key, where no setting holds it. With SQLite it is in a file beside the database, and this table stays empty.
CREATE TABLE secret_key (
    only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    hex      TEXT    NOT NULL
) STRICT;
