-- The journey: what happened on the way, what was found at its end, and on whose word.

-- A status more. Neither engine changes a CHECK in place on both; a new column takes the old one's name.
ALTER TABLE consignments ADD COLUMN standing TEXT NOT NULL DEFAULT 'planned' CHECK (standing IN ('planned', 'ready', 'in_transit', 'arrived', 'partly_received', 'received', 'closed', 'cancelled', 'lost', 'returned'));
UPDATE consignments SET standing = status;
ALTER TABLE consignments DROP COLUMN status;
ALTER TABLE consignments RENAME COLUMN standing TO status;

-- The temperature to keep, as stated; the UN number of dangerous goods; the receipt that found goods nobody had listed.
ALTER TABLE lines ADD COLUMN cold TEXT NOT NULL DEFAULT '';
ALTER TABLE lines ADD COLUMN dangerous TEXT NOT NULL DEFAULT '';
ALTER TABLE lines ADD COLUMN found_by UUID;

-- Where; of how many transport units (all where it is empty); the receipt that tells of it.
ALTER TABLE events ADD COLUMN place_id UUID REFERENCES places (id);
ALTER TABLE events ADD COLUMN units BIGINT;
ALTER TABLE events ADD COLUMN receipt_id UUID;

-- Wagons, containers, trucks, flights of a leg, one by one. Weights are thousandths of a kilogram.
CREATE TABLE transport_units (
  id UUID PRIMARY KEY,
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  leg_id UUID NOT NULL REFERENCES legs (id),
  position BIGINT NOT NULL,
  number TEXT NOT NULL,
  seals TEXT NOT NULL,
  gross BIGINT,
  tare BIGINT,
  net BIGINT,
  ticket TEXT NOT NULL,
  contents TEXT NOT NULL
);
CREATE INDEX transport_units_by_consignment ON transport_units (consignment_id, position);

-- Which of them an event is about, where it says so.
CREATE TABLE event_units (
  event_id UUID NOT NULL REFERENCES events (id),
  unit_id UUID NOT NULL REFERENCES transport_units (id),
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  PRIMARY KEY (event_id, unit_id)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX event_units_by_consignment ON event_units (consignment_id);

-- What a receipt or a loss report found of a line (of its `part`th good, where the line's quantity is of each): an amount in
-- thousandths of the base of the line's unit, and how it was counted. A loss that a receipt takes up no longer counts.
CREATE TABLE findings (
  id UUID PRIMARY KEY,
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  document_id UUID NOT NULL,
  line_id UUID NOT NULL REFERENCES lines (id),
  part BIGINT NOT NULL,
  fate TEXT NOT NULL CHECK (fate IN ('good', 'damaged', 'missing', 'returned')),
  reason TEXT NOT NULL,
  milli BIGINT NOT NULL,
  counted TEXT NOT NULL,
  note TEXT NOT NULL,
  taken_by UUID,
  withdrawn_at TIMESTAMPTZ
);
CREATE INDEX findings_by_consignment ON findings (consignment_id);

-- Figures changed after the goods had left: the old stays beside the new.
CREATE TABLE amendments (
  id UUID PRIMARY KEY,
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  number BIGINT NOT NULL,
  figure TEXT NOT NULL,
  row_id UUID,
  old TEXT NOT NULL,
  new TEXT NOT NULL,
  reason TEXT NOT NULL,
  source TEXT NOT NULL,
  recorded_at TIMESTAMPTZ NOT NULL,
  recorded_by TEXT NOT NULL,
  UNIQUE (consignment_id, number)
);

-- Receipts: documents that say what was found, added one after the other and never changed; a mistaken one is void.
CREATE TABLE receipts (
  id UUID PRIMARY KEY,
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  number BIGINT NOT NULL,
  happened TEXT NOT NULL,
  place_id UUID REFERENCES places (id),
  leg_id UUID REFERENCES legs (id),
  units BIGINT,
  external_ref TEXT NOT NULL,
  receiver TEXT NOT NULL,
  seals TEXT NOT NULL,
  ticket TEXT NOT NULL,
  gross BIGINT,
  tare BIGINT,
  temperature TEXT NOT NULL,
  remarks TEXT NOT NULL,
  posted TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at TIMESTAMPTZ NOT NULL,
  void_reason TEXT NOT NULL,
  voided_at TIMESTAMPTZ,
  UNIQUE (consignment_id, number)
);

-- Loss reports, of an incident or of a receipt.
CREATE TABLE losses (
  id UUID PRIMARY KEY,
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  number BIGINT NOT NULL,
  receipt_id UUID REFERENCES receipts (id),
  happened TEXT NOT NULL,
  place_id UUID REFERENCES places (id),
  leg_id UUID,
  stage TEXT NOT NULL CHECK (stage IN ('loading', 'leg', 'border', 'warehouse', 'distribution', 'unsaid')),
  circumstances TEXT NOT NULL,
  disposition TEXT NOT NULL CHECK (disposition IN ('destroyed', 'reconditioned', 'returned', 'fit', 'unsaid')),
  value_minor BIGINT,
  value_currency TEXT NOT NULL,
  commercial_act TEXT NOT NULL,
  police_report TEXT NOT NULL,
  survey_report TEXT NOT NULL,
  posted TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at TIMESTAMPTZ NOT NULL,
  void_reason TEXT NOT NULL,
  voided_at TIMESTAMPTZ,
  UNIQUE (consignment_id, number)
);

-- Who said a figure, and what others said of it.
CREATE TABLE sources (
  id UUID PRIMARY KEY,
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  figure TEXT NOT NULL,
  row_id UUID,
  role TEXT NOT NULL CHECK (role IN ('own', 'also')),
  stated TEXT NOT NULL,
  said_by TEXT NOT NULL,
  document TEXT NOT NULL,
  page TEXT NOT NULL,
  address TEXT NOT NULL,
  dated TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at TIMESTAMPTZ NOT NULL,
  void_reason TEXT NOT NULL,
  voided_at TIMESTAMPTZ
);
CREATE INDEX sources_by_consignment ON sources (consignment_id);

-- Photographs and scans. The bytes are outside the database, under their SHA-256.
CREATE TABLE attachments (
  id UUID PRIMARY KEY,
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  receipt_id UUID,
  paper TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size BIGINT NOT NULL,
  media TEXT NOT NULL,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at TIMESTAMPTZ NOT NULL,
  void_reason TEXT NOT NULL,
  voided_at TIMESTAMPTZ
);
CREATE INDEX attachments_by_consignment ON attachments (consignment_id);
CREATE INDEX attachments_by_content ON attachments (sha256);

-- Which papers a mission asks for of what travels in a mode.
CREATE TABLE required_papers (
  mission_id UUID NOT NULL REFERENCES missions (id),
  mode TEXT NOT NULL,
  paper TEXT NOT NULL,
  PRIMARY KEY (mission_id, mode, paper)
) /*sqlite WITHOUT ROWID */;
