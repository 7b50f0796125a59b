-- The operator log says who acts (an operator, or the system), whose things it concerns, from where, and is chained like history.
-- Lines from before have no seal.
ALTER TABLE operator_log ADD COLUMN kind TEXT NOT NULL DEFAULT 'operator' CHECK (kind IN ('operator', 'system'));
ALTER TABLE operator_log ADD COLUMN customer TEXT;
ALTER TABLE operator_log ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE operator_log ADD COLUMN hash TEXT;
CREATE INDEX operator_log_by_customer ON operator_log (customer, number);
