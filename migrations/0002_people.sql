-- People, what they may do and where they are signed in; the organisation's own settings; what the history's chain needs.
-- Tokens, codes and tickets are kept as SHA-256 only: what is read here opens nothing.

CREATE TABLE people (
  id UUID PRIMARY KEY,
  sign_in TEXT NOT NULL,
  folded_sign_in TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password TEXT NOT NULL,
  totp TEXT NOT NULL,
  totp_step BIGINT NOT NULL,
  lang TEXT NOT NULL,
  calendar TEXT NOT NULL,
  digits TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  theme TEXT NOT NULL,
  disabled_at TIMESTAMPTZ,
  version BIGINT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE grants (
  id UUID PRIMARY KEY,
  person_id UUID NOT NULL REFERENCES people (id),
  role TEXT NOT NULL CHECK (role IN ('viewer', 'logger', 'manager', 'receiver', 'donor', 'auditor', 'administrator')),
  mission_id UUID REFERENCES missions (id),
  organisation_id UUID REFERENCES organisations (id),
  granted_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX grants_by_person ON grants (person_id);
CREATE TABLE recovery_codes (
  hash TEXT PRIMARY KEY,
  person_id UUID NOT NULL REFERENCES people (id),
  used_at TIMESTAMPTZ
);
CREATE INDEX recovery_codes_by_person ON recovery_codes (person_id);
CREATE TABLE sessions (
  id UUID PRIMARY KEY,
  person_id UUID NOT NULL REFERENCES people (id),
  token TEXT NOT NULL UNIQUE,
  former_token TEXT NOT NULL,
  renewed_at TIMESTAMPTZ NOT NULL,
  renew BOOLEAN NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  seen_at TIMESTAMPTZ NOT NULL,
  address TEXT NOT NULL,
  browser TEXT NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person_id);
CREATE INDEX sessions_by_former ON sessions (former_token) WHERE former_token <> '';
-- One-time links and the second step of a sign-in.
CREATE TABLE tickets (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('set-up', 'reset', 'second')),
  person_id UUID REFERENCES people (id),
  expires_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

ALTER TABLE history ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE history ADD COLUMN state TEXT NOT NULL DEFAULT '';
ALTER TABLE history ADD COLUMN private TEXT NOT NULL DEFAULT '';
CREATE INDEX history_unsealed ON history (id) WHERE sealed_order IS NULL;
CREATE INDEX history_by_actor ON history (actor, id);
CREATE INDEX history_by_kind ON history (subject_kind, id);
CREATE INDEX history_by_verb ON history (verb, id);
