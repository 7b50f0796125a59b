-- Several links of one purpose may work at once: a form that a stranger sends does not kill the link that the owner was mailed. The same
-- tables stand in ../postgres under the same number.

-- The network that sent the form, for the limit of mails; removed with the link.
ALTER TABLE links ADD COLUMN sender TEXT;
-- When the link's mail is due; none if nobody was mailed.
ALTER TABLE links ADD COLUMN mailed_at INTEGER;
UPDATE links SET mailed_at = created_at WHERE address <> '';

DROP INDEX links_live;
-- Of these, which strangers cannot ask for, a newer one replaces the former.
CREATE UNIQUE INDEX links_live ON links (purpose, holder) WHERE state = 'live' AND purpose IN ('emailChange', 'invite');
CREATE INDEX links_live_by_holder ON links (holder, purpose) WHERE state = 'live';
