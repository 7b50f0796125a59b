-- The last notice of a service's present end, as the number of days before it; 366, more than any setting, while there was none.
-- Repeats `renewal_notices`, in the transactions that change those or the end, so that an index finds what is due.
ALTER TABLE services ADD COLUMN last_notice_days INTEGER NOT NULL DEFAULT 366;
UPDATE services SET last_notice_days = (SELECT MIN(n.days) FROM renewal_notices n
    WHERE n.service_id = services.id
    AND n.expires_at > services.expires_at - 86400000 AND n.expires_at < services.expires_at + 86400000)
WHERE EXISTS (SELECT 1 FROM renewal_notices n
    WHERE n.service_id = services.id
    AND n.expires_at > services.expires_at - 86400000 AND n.expires_at < services.expires_at + 86400000);
CREATE INDEX services_by_last_notice ON services (last_notice_days, expires_at, id) WHERE status <> 'expired';
DROP INDEX services_by_expiry;

-- What the jobs of time look for, in indexes that hold nothing else: their cost is that of what is due.
CREATE INDEX requests_to_remind ON requests (expires_at) WHERE ended_at IS NULL AND reminded_at IS NULL;
CREATE INDEX links_live_by_expiry ON links (expires_at) WHERE state = 'live';
CREATE INDEX attempts_by_time ON attempts (at);
