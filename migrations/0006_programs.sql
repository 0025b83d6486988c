-- The interface for programs: tokens, by which a program acts for a person.

-- A token is kept as its SHA-256. `acts` are the codes of what it may do, `missions` the ids of those it keeps to (all where it is
-- empty), parted by spaces: never more than its person may.
CREATE TABLE tokens (
  id UUID PRIMARY KEY,
  person_id UUID NOT NULL REFERENCES people (id),
  hash TEXT NOT NULL UNIQUE,
  hint TEXT NOT NULL,
  name TEXT NOT NULL,
  acts TEXT NOT NULL,
  missions TEXT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  used_at TIMESTAMPTZ
);
CREATE INDEX tokens_by_person ON tokens (person_id);
