-- What this database is: the ending of its customer IDs, and whether it is a demo's. One row, written at the first start.
CREATE TABLE installation (
    only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    suffix   TEXT    NOT NULL,
    demo     INTEGER NOT NULL
) STRICT;

-- A database from before this table: the first customer ID has the ending. It is a demo's if it has the demo's customers and
-- nobody else.
INSERT INTO installation (only_one, suffix, demo)
SELECT 1, substr(handle, instr(handle, '-') + 1),
       (SELECT COUNT(*) FROM accounts) > 0 AND NOT EXISTS (
           SELECT 1 FROM accounts WHERE substr(handle, 1, instr(handle, '-') - 1) NOT IN (
               'md10001', 'js10002', 'zk10003', 'lg10004', 'jm10005', 'gr10006', 'rt10007', 'sy10008'))
FROM customer_ids ORDER BY given_at, handle LIMIT 1;

-- What the operator has done by hand, and why.
CREATE TABLE operator_log (
    number  INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    who     TEXT    NOT NULL,
    act     TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    reason  TEXT    NOT NULL
) STRICT;
CREATE INDEX operator_log_by_subject ON operator_log (subject, number);
