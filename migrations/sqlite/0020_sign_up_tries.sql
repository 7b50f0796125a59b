-- Passwords that were typed with a link that opens an account, for its address: each is compared with several forms, which keeps a
-- processor busy. The same stands in ../postgres under the same number.
ALTER TABLE links ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
