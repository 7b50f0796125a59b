-- Accounts: what they were created after, temporary passwords, invitations; readiness and restores. The same tables stand in
-- ../postgres under the same number.

-- The highest request number when the account was created: it sees only requests with a higher one. Of the accounts that are
-- here already, the times tell; but what an account asked or decided itself shows that it was there, whatever a clock said.
ALTER TABLE accounts ADD COLUMN created_after_request INTEGER NOT NULL DEFAULT 0;
UPDATE accounts SET created_after_request = COALESCE(
    (SELECT MAX(r.id) FROM requests r
     WHERE r.to_account = accounts.handle AND r.asked_at < accounts.created_at
       AND NOT EXISTS (SELECT 1 FROM requests own WHERE own.asked_by = accounts.handle AND own.id <= r.id)
       AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.account = accounts.handle AND d.request_id <= r.id)), 0);

-- The operator knows the password, so it must be replaced at the first sign-in.
ALTER TABLE accounts ADD COLUMN password_is_temporary INTEGER NOT NULL DEFAULT 0;

-- Links to choose the first password (`invite`). SQLite changes no CHECK, so the table is made anew; `sign_ups` is set aside meanwhile,
-- because dropping `links` would delete its rows.
CREATE TABLE links_new (
    id         BLOB NOT NULL PRIMARY KEY,
    purpose    TEXT NOT NULL CHECK (purpose IN ('signUp', 'passwordReset', 'emailChange', 'invite')),
    holder     TEXT,
    address    TEXT NOT NULL,
    hash       BLOB NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('live', 'spent', 'replaced', 'void')),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
INSERT INTO links_new (id, purpose, holder, address, hash, state, created_at, expires_at)
    SELECT id, purpose, holder, address, hash, state, created_at, expires_at FROM links;
CREATE TABLE sign_ups_kept AS SELECT link, name, organisation, language, password_hash FROM sign_ups;
DROP TABLE sign_ups;
DROP TABLE links;
ALTER TABLE links_new RENAME TO links;
CREATE UNIQUE INDEX links_live ON links (purpose, holder) WHERE state = 'live';
CREATE INDEX links_by_hash ON links (hash);
CREATE INDEX links_by_address ON links (address, purpose, created_at);
CREATE INDEX links_by_expiry ON links (expires_at);
CREATE TABLE sign_ups (
    link          BLOB NOT NULL PRIMARY KEY REFERENCES links (id) ON DELETE CASCADE,
    name          TEXT NOT NULL,
    organisation  TEXT,
    language      TEXT NOT NULL,
    password_hash TEXT NOT NULL
) STRICT;
INSERT INTO sign_ups (link, name, organisation, language, password_hash)
    SELECT link, name, organisation, language, password_hash FROM sign_ups_kept;
DROP TABLE sign_ups_kept;

-- The row that /readyz writes to see whether writing is possible.
CREATE TABLE heartbeat (
    only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    beat_at  INTEGER NOT NULL
) STRICT;
INSERT INTO heartbeat (only_one, beat_at) VALUES (1, 0);

-- When the database was restored from a backup. Customer IDs that were given in between are unknown.
CREATE TABLE restores (
    restored_at INTEGER NOT NULL
) STRICT;
