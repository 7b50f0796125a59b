-- Accounts that customers open themselves, and forgotten passwords. The same tables stand in ../sqlite under the same number.

ALTER TABLE accounts ADD COLUMN organisation TEXT;

-- Every customer ID that was ever given: none is given twice, not even when its account is gone.
CREATE TABLE customer_ids (
    handle   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    given_at BIGINT NOT NULL
);
INSERT INTO customer_ids (handle, given_at) SELECT handle, created_at FROM accounts;

-- What mails lead to, once. `holder` is whose link it is: a customer ID or, before there is one, an e-mail address. A link that
-- was sent to nobody has none; it is written so that the answer takes as long as any other.
CREATE TABLE links (
    id         UUID NOT NULL PRIMARY KEY,
    purpose    TEXT COLLATE "C" NOT NULL CHECK (purpose IN ('signUp', 'passwordReset', 'emailChange')),
    holder     TEXT COLLATE "C",
    address    TEXT COLLATE "C" NOT NULL,
    hash       BYTEA NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('live', 'spent', 'replaced', 'void')),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
-- At most one live link per holder and purpose.
CREATE UNIQUE INDEX links_live ON links (purpose, holder) WHERE state = 'live';
CREATE INDEX links_by_hash ON links (hash);
CREATE INDEX links_by_address ON links (address, purpose, created_at);
CREATE INDEX links_by_expiry ON links (expires_at);
INSERT INTO links (id, purpose, holder, address, hash, state, created_at, expires_at)
    SELECT id, 'emailChange', account, address, hash, state, created_at, expires_at FROM email_changes;
DROP TABLE email_changes;

-- What was typed to open an account, until its address is confirmed.
CREATE TABLE sign_ups (
    link          UUID NOT NULL PRIMARY KEY REFERENCES links (id) ON DELETE CASCADE,
    name          TEXT NOT NULL,
    organisation  TEXT,
    language      TEXT NOT NULL,
    password_hash TEXT NOT NULL
);

-- A mail to an address without an account has no recipient, but a language of its own.
ALTER TABLE outbox ADD COLUMN language TEXT;
CREATE INDEX outbox_without_account ON outbox (created_at) WHERE recipient = '';
