-- Exchange: files taken in, what of them is known again, and conflicting reports of one consignment.

-- The conflicting reports a consignment is one of, by the name their file gives them, while nobody has chosen: it counts nowhere.
ALTER TABLE consignments ADD COLUMN contested TEXT NOT NULL DEFAULT '';
CREATE INDEX consignments_by_reference ON consignments (mission_id, external_ref) WHERE external_ref <> '';
CREATE INDEX consignments_contested ON consignments (mission_id, contested) WHERE contested <> '';

-- A file on its way in or taken in. The bytes are outside the database, under their SHA-256. `mapping` says which columns mean
-- what, as TOML; `signature` is the hash of the columns' names, so that the same kind of file is mapped alike.
CREATE TABLE imports (
  id UUID PRIMARY KEY,
  mission_id UUID REFERENCES missions (id),
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size BIGINT NOT NULL,
  signature TEXT NOT NULL,
  mapping TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'running', 'applied', 'undone')),
  made BIGINT NOT NULL,
  lines BIGINT NOT NULL,
  unchanged BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  refused BIGINT NOT NULL,
  blank BIGINT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at TIMESTAMPTZ NOT NULL,
  ended_at TIMESTAMPTZ
);
CREATE INDEX imports_by_time ON imports (recorded_at, id);
CREATE INDEX imports_by_signature ON imports (signature, recorded_at);

-- By what a consignment of a file is known again within its mission, and the hash of what the file said of it last.
CREATE TABLE import_keys (
  mission_id UUID NOT NULL REFERENCES missions (id),
  key TEXT NOT NULL,
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  print TEXT NOT NULL,
  PRIMARY KEY (mission_id, key)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX import_keys_by_consignment ON import_keys (consignment_id);

-- What an import did to a consignment: it made it (`before` is empty), or corrected it (`before` is the form it was, as JSON).
-- `version` is the consignment's after that: while it is still that, the import can be undone.
CREATE TABLE import_deeds (
  import_id UUID NOT NULL REFERENCES imports (id),
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  before TEXT NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (import_id, consignment_id)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX import_deeds_by_consignment ON import_deeds (consignment_id);
