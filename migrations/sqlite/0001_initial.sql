-- Times are Unix milliseconds, UTC. The same tables stand in ../postgres under the same number.

CREATE TABLE accounts (
    handle        TEXT    NOT NULL PRIMARY KEY,
    email         TEXT    NOT NULL UNIQUE,
    name          TEXT    NOT NULL,
    language      TEXT    NOT NULL,
    password_hash TEXT    NOT NULL,
    active        INTEGER NOT NULL DEFAULT 1,
    created_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE services (
    id         BLOB    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    category   TEXT    NOT NULL,
    status     TEXT    NOT NULL CHECK (status IN ('ok', 'inCreation', 'expired', 'pendingDebt', 'unPaid')),
    expires_at INTEGER,
    created_at INTEGER NOT NULL,
    UNIQUE (category, name)
) STRICT;

-- One contact per service and role.
CREATE TABLE contacts (
    service_id BLOB NOT NULL REFERENCES services (id),
    role       TEXT NOT NULL CHECK (role IN ('contactAdmin', 'contactTech', 'contactBilling')),
    account    TEXT NOT NULL REFERENCES accounts (handle),
    PRIMARY KEY (service_id, role)
) STRICT;
CREATE INDEX contacts_by_account ON contacts (account, role);

CREATE TABLE invoices (
    number       TEXT    NOT NULL PRIMARY KEY,
    account      TEXT    NOT NULL REFERENCES accounts (handle),
    unpaid_since INTEGER NOT NULL,
    paid_at      INTEGER
) STRICT;
CREATE INDEX invoices_unpaid ON invoices (account) WHERE paid_at IS NULL;

-- The accounts named are no foreign keys: an unknown customer ID gets the same answer as a known one.
CREATE TABLE requests (
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    submission   BLOB    NOT NULL,
    linked       INTEGER NOT NULL,
    service_id   BLOB    NOT NULL REFERENCES services (id),
    from_account TEXT    NOT NULL,
    to_account   TEXT    NOT NULL,
    asked_by     TEXT    NOT NULL REFERENCES accounts (handle),
    standing     TEXT    NOT NULL CHECK (standing IN ('administrator', 'holder')),
    message      TEXT,
    asked_at     INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('todo', 'checkValidity', 'validatingByCustomers', 'doing', 'done', 'refused', 'aborted', 'expired', 'error')),
    ended_at     INTEGER,
    ended_by     TEXT,
    reason       TEXT CHECK (reason IN ('cancelled', 'rightLost', 'contactChanged', 'debt', 'accountDisabled', 'linkedEnded')),
    reason_note  TEXT,
    reminded_at  INTEGER
) STRICT;
CREATE INDEX requests_by_asker ON requests (asked_by, id);
CREATE INDEX requests_by_target ON requests (to_account, id);
CREATE INDEX requests_by_submission ON requests (submission);
CREATE INDEX requests_running ON requests (expires_at) WHERE ended_at IS NULL;

CREATE TABLE request_roles (
    request_id INTEGER NOT NULL REFERENCES requests (id),
    service_id BLOB    NOT NULL REFERENCES services (id),
    role       TEXT    NOT NULL CHECK (role IN ('contactAdmin', 'contactTech', 'contactBilling')),
    open       INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (request_id, role)
) STRICT;
-- At most one open request per service and role.
CREATE UNIQUE INDEX request_roles_open ON request_roles (service_id, role) WHERE open;

-- At most one decision per request and party.
CREATE TABLE decisions (
    request_id INTEGER NOT NULL REFERENCES requests (id),
    account    TEXT    NOT NULL REFERENCES accounts (handle),
    decision   TEXT    NOT NULL CHECK (decision IN ('accept', 'refuse')),
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (request_id, account)
) STRICT;

CREATE TABLE codes (
    request_id INTEGER NOT NULL REFERENCES requests (id),
    account    TEXT    NOT NULL,
    generation INTEGER NOT NULL,
    hash       BLOB    NOT NULL,
    tries      INTEGER NOT NULL DEFAULT 0,
    state      TEXT    NOT NULL CHECK (state IN ('live', 'spent', 'replaced', 'void')),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (request_id, account, generation)
) STRICT;
-- At most one live code per request and party.
CREATE UNIQUE INDEX codes_live ON codes (request_id, account) WHERE state = 'live';
CREATE INDEX codes_by_account ON codes (account) WHERE state = 'live';

CREATE TABLE email_changes (
    id         BLOB    NOT NULL PRIMARY KEY,
    account    TEXT    NOT NULL REFERENCES accounts (handle),
    address    TEXT    NOT NULL,
    hash       BLOB    NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('live', 'spent', 'replaced')),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX email_changes_live ON email_changes (account) WHERE state = 'live';

CREATE TABLE sessions (
    id_hash    BLOB    NOT NULL PRIMARY KEY,
    account    TEXT REFERENCES accounts (handle),
    data       TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_account ON sessions (account);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- A mail is a row first. `payload` holds what only this mail may tell (a code) and is emptied when it is sent.
CREATE TABLE outbox (
    id           BLOB    NOT NULL PRIMARY KEY,
    event        TEXT    NOT NULL,
    recipient    TEXT    NOT NULL,
    address      TEXT,
    request_id   INTEGER REFERENCES requests (id),
    generation   INTEGER NOT NULL DEFAULT 0,
    payload      TEXT,
    state        TEXT    NOT NULL CHECK (state IN ('pending', 'sent', 'dead', 'void')),
    attempts     INTEGER NOT NULL DEFAULT 0,
    due_at       INTEGER NOT NULL,
    lease        BLOB,
    leased_until INTEGER,
    error        TEXT,
    created_at   INTEGER NOT NULL,
    sent_at      INTEGER,
    UNIQUE (request_id, event, recipient, generation)
) STRICT;
CREATE INDEX outbox_pending ON outbox (due_at) WHERE state = 'pending';

-- Who held which role since when. Positions count from 1 without a gap for each service.
CREATE TABLE history (
    service_id   BLOB    NOT NULL REFERENCES services (id),
    position     INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    role         TEXT    NOT NULL,
    from_account TEXT,
    to_account   TEXT    NOT NULL,
    request_id   INTEGER REFERENCES requests (id),
    PRIMARY KEY (service_id, position)
) STRICT;
