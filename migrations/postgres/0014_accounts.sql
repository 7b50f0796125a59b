-- What an account was created after, by the numbers of requests. The same tables stand in ../sqlite under the same number.

-- The highest request number when the account was created: it sees only requests with a higher one. Of the accounts that are
-- here already, the times tell; but what an account asked or decided itself shows that it was there, whatever a clock said.
ALTER TABLE accounts ADD COLUMN created_after_request BIGINT NOT NULL DEFAULT 0;
UPDATE accounts SET created_after_request = COALESCE(
    (SELECT MAX(r.id) FROM requests r
     WHERE r.to_account = accounts.handle AND r.asked_at < accounts.created_at
       AND NOT EXISTS (SELECT 1 FROM requests own WHERE own.asked_by = accounts.handle AND own.id <= r.id)
       AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.account = accounts.handle AND d.request_id <= r.id)), 0);
