-- Customers that an account has blocked. The same tables stand in ../postgres under the same number. A blocked customer ID is no foreign
-- key: blocking one that nobody has gets the same answer as blocking a customer.
CREATE TABLE blocks (
    account    TEXT    NOT NULL REFERENCES accounts (handle),
    blocked    TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (account, blocked)
) STRICT;
-- For a new account, which gets no customer ID that somebody has blocked.
CREATE INDEX blocks_by_customer ON blocks (blocked);

-- The new contact had blocked the requester, or did so before it accepted: it does not see the request, and cannot decide on it.
ALTER TABLE requests ADD COLUMN hidden_from_target INTEGER NOT NULL DEFAULT 0;
