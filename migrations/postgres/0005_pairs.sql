-- A request may change two services: a domain and its DNS zone, both or neither.
ALTER TABLE requests ADD COLUMN companion_id UUID REFERENCES services (id);

ALTER TABLE request_roles DROP CONSTRAINT request_roles_pkey;
ALTER TABLE request_roles ADD PRIMARY KEY (request_id, service_id, role);
