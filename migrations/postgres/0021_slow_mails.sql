-- Mails that the mail server was slow to answer for are sent in a queue of their own, so that they delay no others. The same stands in
-- ../sqlite under the same number.
ALTER TABLE outbox ADD COLUMN is_slow BOOLEAN NOT NULL DEFAULT FALSE;
