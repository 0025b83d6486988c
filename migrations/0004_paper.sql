-- Paper: documents as they were issued, the letterhead, and what a mission wants printed.

-- Issued documents. `content` is what it says, as JSON, in each of its languages; `body` is what was printed; `hash` is the SHA-256
-- of both. Nothing of them ever changes. `subject` says what of the consignment it is about (a leg and its wagons, a receipt, a loss
-- report, a donor): a later document of the same is its next revision. `code` is what a stranger checks it by.
CREATE TABLE documents (
  id UUID PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('waybill', 'packing-list', 'goods-received-note', 'loss-report', 'gift-certificate', 'summary')),
  mission_id UUID NOT NULL REFERENCES missions (id),
  consignment_id UUID REFERENCES consignments (id),
  subject TEXT NOT NULL,
  number BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  reference TEXT NOT NULL,
  pad TEXT NOT NULL,
  languages TEXT NOT NULL,
  content TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  posted TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  issued_at TIMESTAMPTZ NOT NULL,
  void_reason TEXT NOT NULL,
  voided_at TIMESTAMPTZ,
  UNIQUE (mission_id, kind, number, revision)
);
CREATE UNIQUE INDEX documents_by_pad ON documents (kind, pad) WHERE pad <> '';
CREATE INDEX documents_by_consignment ON documents (consignment_id, kind);
CREATE INDEX documents_by_issue ON documents (mission_id, issued_at, id);

-- The last number given to a document of a kind in a mission.
CREATE TABLE document_counters (
  mission_id UUID NOT NULL REFERENCES missions (id),
  kind TEXT NOT NULL,
  last BIGINT NOT NULL,
  PRIMARY KEY (mission_id, kind)
) /*sqlite WITHOUT ROWID */;

-- Logos, by the SHA-256 of their bytes (here in hexadecimal). None is ever taken away: documents that were issued show them.
CREATE TABLE logos (
  sha256 TEXT PRIMARY KEY,
  media TEXT NOT NULL,
  content TEXT NOT NULL
);

-- The language beside the first on a mission's paper; what its summary tells besides figures, and how it is printed.
ALTER TABLE missions ADD COLUMN second_language TEXT NOT NULL DEFAULT '';
ALTER TABLE missions ADD COLUMN narrative TEXT NOT NULL DEFAULT '';
ALTER TABLE missions ADD COLUMN asked TEXT NOT NULL DEFAULT '';
ALTER TABLE missions ADD COLUMN summary TEXT NOT NULL DEFAULT '';

-- The trailer's plate, and who drives.
ALTER TABLE transport_units ADD COLUMN trailer TEXT NOT NULL DEFAULT '';
ALTER TABLE transport_units ADD COLUMN driver TEXT NOT NULL DEFAULT '';
