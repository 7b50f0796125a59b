-- What the list of an account's services is sorted, filtered and searched by, in indexes that begin with the account: a page
-- costs the same however many services there are. Derived from services and contacts, in the transactions that change those.

-- One row for each account that is a contact of a service.
CREATE TABLE listings (
    number      INTEGER NOT NULL PRIMARY KEY,
    account     TEXT    NOT NULL,
    service_id  BLOB    NOT NULL,
    name_key    TEXT    NOT NULL,
    category    TEXT    NOT NULL,
    status      TEXT    NOT NULL,
    expires_key INTEGER NOT NULL,
    admin       TEXT    NOT NULL,
    tech        TEXT    NOT NULL,
    billing     TEXT    NOT NULL,
    UNIQUE (account, service_id)
) STRICT;
CREATE INDEX listings_by_name ON listings (account, name_key, service_id);
CREATE INDEX listings_by_category ON listings (account, category, name_key, service_id);
CREATE INDEX listings_by_status ON listings (account, status, name_key, service_id);
CREATE INDEX listings_by_expiry ON listings (account, expires_key, name_key, service_id);
CREATE INDEX listings_by_admin ON listings (account, admin, name_key, service_id);
CREATE INDEX listings_by_tech ON listings (account, tech, name_key, service_id);
CREATE INDEX listings_by_billing ON listings (account, billing, name_key, service_id);

-- Every ending of a listing's name and contacts: what contains a text has an ending that begins with it. Endings that the
-- account's own ID contains are left out: every listing of the account has those. `shared` is how many characters an ending
-- begins with in common with the one before it in the alphabet, of the same service: among those that begin with a text of
-- n characters, exactly one shares fewer than n, so a search meets each listing once.
CREATE TABLE listing_endings (
    account TEXT    NOT NULL,
    ending  TEXT    NOT NULL,
    listing INTEGER NOT NULL,
    shared  INTEGER NOT NULL,
    PRIMARY KEY (account, ending, listing)
) STRICT, WITHOUT ROWID;

INSERT INTO listings (account, service_id, name_key, category, status, expires_key, admin, tech, billing)
SELECT DISTINCT c.account, s.id, lower(s.name), s.category, s.status, COALESCE(s.expires_at, 9007199254740991),
       a.account, t.account, b.account
FROM services s
JOIN contacts c ON c.service_id = s.id
JOIN contacts a ON a.service_id = s.id AND a.role = 'contactAdmin'
JOIN contacts t ON t.service_id = s.id AND t.role = 'contactTech'
JOIN contacts b ON b.service_id = s.id AND b.role = 'contactBilling';

INSERT INTO listing_endings (account, ending, listing, shared)
WITH RECURSIVE
    endings (service_id, ending) AS (
        SELECT id, lower(name) FROM services
        UNION SELECT service_id, account FROM contacts
        UNION SELECT service_id, substr(ending, 2) FROM endings WHERE length(ending) > 1
    ),
    pairs (service_id, former, ending) AS (
        SELECT service_id, LAG(ending, 1, '') OVER (PARTITION BY service_id ORDER BY ending), ending FROM endings
    ),
    compared (service_id, former, ending, shared) AS (
        SELECT service_id, former, ending, 0 FROM pairs
        UNION ALL
        SELECT service_id, former, ending, shared + 1 FROM compared
        WHERE shared < length(former) AND substr(former, shared + 1, 1) = substr(ending, shared + 1, 1)
    )
SELECT l.account, c.ending, l.number, MAX(c.shared)
FROM compared c JOIN listings l ON l.service_id = c.service_id
WHERE replace(l.account, c.ending, '') = l.account
GROUP BY l.account, c.ending, l.number
ORDER BY l.account, c.ending, l.number;
