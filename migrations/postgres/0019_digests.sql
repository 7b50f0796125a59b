-- Unsolicited mails of which one customer gets many are collected in a digest: one mail that brings all of them. The same stands in
-- ../sqlite under the same number.

-- The account whose act sends the mail to somebody who has agreed to nothing. Only such mails are counted and collected.
ALTER TABLE outbox ADD COLUMN prompted_by TEXT COLLATE "C";
-- The digest that brings this mail; it ends when the digest ends.
ALTER TABLE outbox ADD COLUMN bundle UUID REFERENCES outbox (id);
-- A digest to which mails may still be added: no worker has leased it yet.
ALTER TABLE outbox ADD COLUMN collects BOOLEAN NOT NULL DEFAULT FALSE;

-- Workers lease what goes by itself.
DROP INDEX outbox_pending;
CREATE INDEX outbox_pending ON outbox (due_at, id) WHERE state = 'pending' AND bundle IS NULL;
CREATE INDEX outbox_bundled ON outbox (bundle) WHERE bundle IS NOT NULL;
-- At most one digest of a customer collects.
CREATE UNIQUE INDEX outbox_collecting ON outbox (recipient) WHERE collects;
-- Unsolicited mails that went at once.
CREATE INDEX outbox_prompted ON outbox (recipient, created_at) WHERE prompted_by IS NOT NULL AND bundle IS NULL;

-- What one account has asked of another of late. What all others have asked is not limited any more.
CREATE INDEX requests_by_pair ON requests (to_account, asked_by, asked_at);
DROP INDEX requests_by_target_and_time;
