-- Forms of contacts that an account has sent in the last hour, whatever came of them.
CREATE TABLE attempts (
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (handle),
    at      BIGINT NOT NULL
);
CREATE INDEX attempts_by_account ON attempts (account, at);

-- What was asked of an account of late.
CREATE INDEX requests_by_target_and_time ON requests (to_account, asked_at);
