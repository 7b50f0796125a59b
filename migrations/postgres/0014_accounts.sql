-- Accounts: what they were created after, temporary passwords, invitations; readiness and restores. The same tables stand in
-- ../sqlite under the same number.

-- The highest request number when the account was created: it sees only requests with a higher one. Of the accounts that are
-- here already, the times tell; but what an account asked or decided itself shows that it was there, whatever a clock said.
ALTER TABLE accounts ADD COLUMN created_after_request BIGINT NOT NULL DEFAULT 0;
UPDATE accounts SET created_after_request = COALESCE(
    (SELECT MAX(r.id) FROM requests r
     WHERE r.to_account = accounts.handle AND r.asked_at < accounts.created_at
       AND NOT EXISTS (SELECT 1 FROM requests own WHERE own.asked_by = accounts.handle AND own.id <= r.id)
       AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.account = accounts.handle AND d.request_id <= r.id)), 0);

-- The operator knows the password, so it must be replaced at the first sign-in.
ALTER TABLE accounts ADD COLUMN password_is_temporary BOOLEAN NOT NULL DEFAULT FALSE;

-- Links to choose the first password (`invite`).
ALTER TABLE links DROP CONSTRAINT links_purpose_check;
ALTER TABLE links ADD CONSTRAINT links_purpose_check CHECK (purpose IN ('signUp', 'passwordReset', 'emailChange', 'invite'));

-- The row that /readyz writes to see whether writing is possible.
CREATE TABLE heartbeat (
    only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    beat_at  BIGINT NOT NULL
);
INSERT INTO heartbeat (only_one, beat_at) VALUES (1, 0);

-- When the database was restored from a backup. Customer IDs that were given in between are unknown.
CREATE TABLE restores (
    restored_at BIGINT NOT NULL
);
