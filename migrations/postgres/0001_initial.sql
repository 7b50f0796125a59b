-- Times are Unix milliseconds, UTC. The same tables stand in ../sqlite under the same number.

CREATE TABLE accounts (
    handle        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    email         TEXT COLLATE "C" NOT NULL UNIQUE,
    name          TEXT COLLATE "C" NOT NULL,
    language      TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    active        BOOLEAN NOT NULL DEFAULT TRUE,
    created_at    BIGINT NOT NULL
);

CREATE TABLE services (
    id         UUID NOT NULL PRIMARY KEY,
    name       TEXT COLLATE "C" NOT NULL,
    category   TEXT COLLATE "C" NOT NULL,
    status     TEXT COLLATE "C" NOT NULL CHECK (status IN ('ok', 'inCreation', 'expired', 'pendingDebt', 'unPaid')),
    expires_at BIGINT,
    created_at BIGINT NOT NULL,
    UNIQUE (category, name)
);

-- One contact per service and role.
CREATE TABLE contacts (
    service_id UUID NOT NULL REFERENCES services (id),
    role       TEXT COLLATE "C" NOT NULL CHECK (role IN ('contactAdmin', 'contactTech', 'contactBilling')),
    account    TEXT COLLATE "C" NOT NULL REFERENCES accounts (handle),
    PRIMARY KEY (service_id, role)
);
CREATE INDEX contacts_by_account ON contacts (account, role);

CREATE TABLE invoices (
    number       TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account      TEXT COLLATE "C" NOT NULL REFERENCES accounts (handle),
    unpaid_since BIGINT NOT NULL,
    paid_at      BIGINT
);
CREATE INDEX invoices_unpaid ON invoices (account) WHERE paid_at IS NULL;

-- The accounts named are no foreign keys: an unknown customer ID gets the same answer as a known one.
CREATE TABLE requests (
    id           BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    submission   UUID NOT NULL,
    linked       BOOLEAN NOT NULL,
    service_id   UUID NOT NULL REFERENCES services (id),
    from_account TEXT COLLATE "C" NOT NULL,
    to_account   TEXT COLLATE "C" NOT NULL,
    asked_by     TEXT COLLATE "C" NOT NULL REFERENCES accounts (handle),
    standing     TEXT NOT NULL CHECK (standing IN ('administrator', 'holder')),
    message      TEXT,
    asked_at     BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('todo', 'checkValidity', 'validatingByCustomers', 'doing', 'done', 'refused', 'aborted', 'expired', 'error')),
    ended_at     BIGINT,
    ended_by     TEXT,
    reason       TEXT CHECK (reason IN ('cancelled', 'rightLost', 'contactChanged', 'debt', 'accountDisabled', 'linkedEnded')),
    reason_note  TEXT,
    reminded_at  BIGINT
);
CREATE INDEX requests_by_asker ON requests (asked_by, id);
CREATE INDEX requests_by_target ON requests (to_account, id);
CREATE INDEX requests_by_submission ON requests (submission);
CREATE INDEX requests_running ON requests (expires_at) WHERE ended_at IS NULL;

CREATE TABLE request_roles (
    request_id BIGINT NOT NULL REFERENCES requests (id),
    service_id UUID NOT NULL REFERENCES services (id),
    role       TEXT COLLATE "C" NOT NULL CHECK (role IN ('contactAdmin', 'contactTech', 'contactBilling')),
    open       BOOLEAN NOT NULL DEFAULT TRUE,
    PRIMARY KEY (request_id, role)
);
-- At most one open request per service and role.
CREATE UNIQUE INDEX request_roles_open ON request_roles (service_id, role) WHERE open;

-- At most one decision per request and party.
CREATE TABLE decisions (
    request_id BIGINT NOT NULL REFERENCES requests (id),
    account    TEXT COLLATE "C" NOT NULL REFERENCES accounts (handle),
    decision   TEXT NOT NULL CHECK (decision IN ('accept', 'refuse')),
    decided_at BIGINT NOT NULL,
    PRIMARY KEY (request_id, account)
);

CREATE TABLE codes (
    request_id BIGINT NOT NULL REFERENCES requests (id),
    account    TEXT COLLATE "C" NOT NULL,
    generation INTEGER NOT NULL,
    hash       BYTEA NOT NULL,
    tries      INTEGER NOT NULL DEFAULT 0,
    state      TEXT NOT NULL CHECK (state IN ('live', 'spent', 'replaced', 'void')),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (request_id, account, generation)
);
-- At most one live code per request and party.
CREATE UNIQUE INDEX codes_live ON codes (request_id, account) WHERE state = 'live';
CREATE INDEX codes_by_account ON codes (account) WHERE state = 'live';

CREATE TABLE email_changes (
    id         UUID NOT NULL PRIMARY KEY,
    account    TEXT COLLATE "C" NOT NULL REFERENCES accounts (handle),
    address    TEXT NOT NULL,
    hash       BYTEA NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('live', 'spent', 'replaced')),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX email_changes_live ON email_changes (account) WHERE state = 'live';

CREATE TABLE sessions (
    id_hash    BYTEA NOT NULL PRIMARY KEY,
    account    TEXT COLLATE "C" REFERENCES accounts (handle),
    data       TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- A mail is a row first. `payload` holds what only this mail may tell (a code) and is emptied when it is sent.
CREATE TABLE outbox (
    id           UUID NOT NULL PRIMARY KEY,
    event        TEXT NOT NULL,
    recipient    TEXT COLLATE "C" NOT NULL,
    address      TEXT,
    request_id   BIGINT REFERENCES requests (id),
    generation   INTEGER NOT NULL DEFAULT 0,
    payload      TEXT,
    state        TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'dead', 'void')),
    attempts     INTEGER NOT NULL DEFAULT 0,
    due_at       BIGINT NOT NULL,
    lease        UUID,
    leased_until BIGINT,
    error        TEXT,
    created_at   BIGINT NOT NULL,
    sent_at      BIGINT,
    UNIQUE (request_id, event, recipient, generation)
);
CREATE INDEX outbox_pending ON outbox (due_at) WHERE state = 'pending';

-- Who held which role since when. Positions count from 1 without a gap for each service.
CREATE TABLE history (
    service_id   UUID NOT NULL REFERENCES services (id),
    position     INTEGER NOT NULL,
    at           BIGINT NOT NULL,
    role         TEXT COLLATE "C" NOT NULL,
    from_account TEXT COLLATE "C",
    to_account   TEXT COLLATE "C" NOT NULL,
    request_id   BIGINT REFERENCES requests (id),
    PRIMARY KEY (service_id, position)
);
