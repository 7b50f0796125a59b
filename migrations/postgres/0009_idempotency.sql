-- The key under which a decision was sent, if it had one: the same press, sent again, is answered again.
ALTER TABLE decisions ADD COLUMN idempotency_key TEXT COLLATE "C";
