-- The owner of a service: its legal holder. `version` is the position of the change that made it what it is.
CREATE TABLE owners (
    service_id   UUID NOT NULL PRIMARY KEY REFERENCES services (id),
    version      INTEGER NOT NULL,
    name         TEXT NOT NULL,
    organisation TEXT,
    street       TEXT NOT NULL,
    postal_code  TEXT,
    city         TEXT NOT NULL,
    country      TEXT NOT NULL,
    phone        TEXT NOT NULL,
    email        TEXT COLLATE "C" NOT NULL
);

-- What was changed of an owner, a row for each detail. Positions count from 1 without a gap for each service.
CREATE TABLE owner_changes (
    service_id UUID NOT NULL REFERENCES owners (service_id),
    position   INTEGER NOT NULL,
    field      TEXT COLLATE "C" NOT NULL CHECK (field IN ('name', 'organisation', 'street', 'postal_code', 'city', 'country', 'phone', 'email')),
    at         BIGINT NOT NULL,
    account    TEXT COLLATE "C" NOT NULL REFERENCES accounts (handle),
    before     TEXT NOT NULL,
    after      TEXT NOT NULL,
    PRIMARY KEY (service_id, position, field)
);
CREATE INDEX owner_changes_by_account ON owner_changes (account, at);

-- Of which end of a service its billing contact was told, how many days before: once for each.
CREATE TABLE renewal_notices (
    service_id UUID NOT NULL REFERENCES services (id),
    expires_at BIGINT NOT NULL,
    days       INTEGER NOT NULL,
    PRIMARY KEY (service_id, expires_at, days)
);
CREATE INDEX services_by_expiry ON services (expires_at);
