-- More reasons why a request ends before its time: the service's administrator cancels it or asks for something else in its
-- place, or the provider's staff ends it. The same stands in ../sqlite under the same number. SQLite cannot change the check of a
-- column, so the column is made anew.
ALTER TABLE requests ADD COLUMN new_reason TEXT CHECK (new_reason IN ('cancelled', 'rightLost', 'contactChanged', 'debt', 'accountDisabled', 'linkedEnded', 'cancelledByAdministrator', 'superseded', 'staff'));
UPDATE requests SET new_reason = reason WHERE reason IS NOT NULL;
ALTER TABLE requests DROP COLUMN reason;
ALTER TABLE requests RENAME COLUMN new_reason TO reason;
