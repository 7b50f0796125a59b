-- A request may change two services: a domain and its DNS zone, both or neither.
ALTER TABLE requests ADD COLUMN companion_id BLOB REFERENCES services (id);

CREATE TABLE request_roles_new (
    request_id INTEGER NOT NULL REFERENCES requests (id),
    service_id BLOB    NOT NULL REFERENCES services (id),
    role       TEXT    NOT NULL CHECK (role IN ('contactAdmin', 'contactTech', 'contactBilling')),
    open       INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (request_id, service_id, role)
) STRICT;
INSERT INTO request_roles_new (request_id, service_id, role, open) SELECT request_id, service_id, role, open FROM request_roles;
DROP TABLE request_roles;
ALTER TABLE request_roles_new RENAME TO request_roles;
CREATE UNIQUE INDEX request_roles_open ON request_roles (service_id, role) WHERE open;
