-- Why a mail was not handed over the last time; since when the mail server refuses its recipient for now; and how often it
-- was refused for a reason that may be the mail's own or the mail server's.
ALTER TABLE outbox ADD COLUMN failure TEXT CHECK (failure IN ('server', 'unclear', 'deferred', 'refused', 'unsendable'));
ALTER TABLE outbox ADD COLUMN failing_since INTEGER;
ALTER TABLE outbox ADD COLUMN unclear_failures INTEGER NOT NULL DEFAULT 0;
-- Mails that were given up are few, and are listed.
CREATE INDEX outbox_dead ON outbox (created_at) WHERE state = 'dead';

-- While there is a row, the mail server takes no mails: one mail at a time tries, for all processes. A mail that has not failed for an
-- unclear reason may try at fresh_probe_at already.
CREATE TABLE outbox_pause (
    only_one       INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    since          INTEGER NOT NULL,
    failures       INTEGER NOT NULL,
    failure        TEXT    NOT NULL CHECK (failure IN ('server', 'unclear')),
    reason         TEXT    NOT NULL,
    probe_at       INTEGER NOT NULL,
    fresh_probe_at INTEGER NOT NULL
) STRICT;
