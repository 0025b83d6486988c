-- The house, as first built. Portable SQL; see src/db/migrate.rs for the two covered words.
-- Text that is absent is '' (never NULL); figures and links that are absent are NULL.
-- Quantities are thousandths of a kilogram, a litre or one counted unit; money is in minor units; days count from 1970.

CREATE TABLE schema_steps (
  name TEXT PRIMARY KEY,
  applied_at TEXT NOT NULL
);

CREATE TABLE history (
  id UUID PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id UUID NOT NULL,
  at TIMESTAMPTZ NOT NULL,
  actor TEXT NOT NULL,
  verb TEXT NOT NULL,
  reason TEXT NOT NULL,
  changes TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  sealed_order BIGINT UNIQUE,
  previous_hash TEXT,
  sealed_hash TEXT
);
CREATE INDEX history_by_subject ON history (subject_id, at, id);

CREATE TABLE organisations (
  id UUID PRIMARY KEY,
  name TEXT NOT NULL,
  other_names TEXT NOT NULL,
  country TEXT NOT NULL,
  address TEXT NOT NULL,
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  notes TEXT NOT NULL,
  merged_into UUID REFERENCES organisations (id),
  version BIGINT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX organisations_by_merged ON organisations (merged_into);
CREATE INDEX organisations_by_change ON organisations (updated_at, id);
-- Each name whole, and each later word of one by itself: whatever word a search begins, one look-up finds.
CREATE TABLE organisation_names (
  folded TEXT /*postgres COLLATE "C" */ NOT NULL,
  organisation_id UUID NOT NULL REFERENCES organisations (id),
  whole BOOLEAN NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (folded, organisation_id, whole)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX organisation_names_by_owner ON organisation_names (organisation_id);

CREATE TABLE places (
  id UUID PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  other_names TEXT NOT NULL,
  country TEXT NOT NULL,
  function TEXT NOT NULL,
  latitude TEXT NOT NULL,
  longitude TEXT NOT NULL,
  notes TEXT NOT NULL,
  built_in BOOLEAN NOT NULL,
  merged_into UUID REFERENCES places (id),
  version BIGINT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX places_by_code ON places (code) WHERE code <> '';
CREATE INDEX places_by_merged ON places (merged_into);
CREATE INDEX places_by_change ON places (built_in, updated_at, id);
CREATE TABLE place_names (
  folded TEXT /*postgres COLLATE "C" */ NOT NULL,
  place_id UUID NOT NULL REFERENCES places (id),
  whole BOOLEAN NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (folded, place_id, whole)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX place_names_by_owner ON place_names (place_id);

CREATE TABLE items (
  id UUID PRIMARY KEY,
  category TEXT NOT NULL,
  unit TEXT NOT NULL,
  package TEXT NOT NULL,
  kg_per_unit BIGINT,
  density BIGINT,
  figure_source TEXT NOT NULL,
  hs TEXT NOT NULL,
  flags TEXT NOT NULL,
  notes TEXT NOT NULL,
  built_in BOOLEAN NOT NULL,
  merged_into UUID REFERENCES items (id),
  version BIGINT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX items_by_merged ON items (merged_into);
CREATE TABLE item_names (
  folded TEXT /*postgres COLLATE "C" */ NOT NULL,
  item_id UUID NOT NULL REFERENCES items (id),
  lang TEXT NOT NULL,
  whole BOOLEAN NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (folded, item_id, lang, whole)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX item_names_by_owner ON item_names (item_id, lang);

CREATE TABLE missions (
  id UUID PRIMARY KEY,
  code TEXT NOT NULL,
  folded_code TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  crisis TEXT NOT NULL,
  glide TEXT NOT NULL,
  recipient_country TEXT NOT NULL,
  purpose TEXT NOT NULL,
  decision_number TEXT NOT NULL,
  decision_date TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('planned', 'active', 'closed')),
  need_people TEXT NOT NULL,
  need_source TEXT NOT NULL,
  handover_from TEXT NOT NULL,
  handover_to TEXT NOT NULL,
  handover_office TEXT NOT NULL,
  handover_place TEXT NOT NULL,
  handover_date TEXT NOT NULL,
  handover_act TEXT NOT NULL,
  default_consignor_id UUID REFERENCES organisations (id),
  default_consignee_id UUID REFERENCES organisations (id),
  default_carrier_id UUID REFERENCES organisations (id),
  default_mode TEXT NOT NULL,
  default_from_id UUID REFERENCES places (id),
  default_via_id UUID REFERENCES places (id),
  default_to_id UUID REFERENCES places (id),
  notes TEXT NOT NULL,
  approved_at TIMESTAMPTZ,
  edition BIGINT NOT NULL,
  last_number BIGINT NOT NULL,
  day BIGINT NOT NULL,
  posted TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX missions_by_day ON missions (status, day, id);
CREATE TABLE mission_donors (
  mission_id UUID NOT NULL REFERENCES missions (id),
  position BIGINT NOT NULL,
  organisation_id UUID NOT NULL REFERENCES organisations (id),
  PRIMARY KEY (mission_id, position)
) /*sqlite WITHOUT ROWID */;
CREATE TABLE mission_allotments (
  mission_id UUID NOT NULL REFERENCES missions (id),
  position BIGINT NOT NULL,
  item_id UUID REFERENCES items (id),
  goods TEXT NOT NULL,
  qualifier TEXT NOT NULL,
  milli BIGINT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (mission_id, position)
) /*sqlite WITHOUT ROWID */;

CREATE TABLE consignments (
  id UUID PRIMARY KEY,
  mission_id UUID NOT NULL REFERENCES missions (id),
  number BIGINT NOT NULL,
  external_ref TEXT NOT NULL,
  consignor_id UUID REFERENCES organisations (id),
  donor_id UUID REFERENCES organisations (id),
  consignee_id UUID REFERENCES organisations (id),
  stated_weight BIGINT,
  stated_weight_kind TEXT NOT NULL CHECK (stated_weight_kind IN ('net', 'gross', 'unsaid')),
  stated_packages BIGINT,
  value_minor BIGINT,
  value_currency TEXT NOT NULL,
  freight_minor BIGINT,
  freight_currency TEXT NOT NULL,
  insurance_minor BIGINT,
  insurance_currency TEXT NOT NULL,
  source TEXT NOT NULL,
  reported TEXT NOT NULL,
  remarks TEXT NOT NULL,
  main_leg BIGINT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('planned', 'ready', 'in_transit', 'arrived', 'received', 'closed', 'cancelled', 'lost', 'returned')),
  date TEXT NOT NULL,
  date_kind TEXT NOT NULL,
  day BIGINT NOT NULL,
  void_reason TEXT NOT NULL,
  voided_at TIMESTAMPTZ,
  posted TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL,
  UNIQUE (mission_id, number)
);
CREATE INDEX consignments_by_day ON consignments (day, id);
CREATE INDEX consignments_by_mission_day ON consignments (mission_id, day, id);

-- A consignment moved to another mission keeps its former number there for ever.
CREATE TABLE former_numbers (
  mission_id UUID NOT NULL REFERENCES missions (id),
  number BIGINT NOT NULL,
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  moved_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (mission_id, number)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX former_numbers_by_consignment ON former_numbers (consignment_id);

CREATE TABLE lines (
  id UUID PRIMARY KEY,
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  position BIGINT NOT NULL,
  sharing TEXT NOT NULL CHECK (sharing IN ('together', 'each', 'unsaid')),
  qualifier TEXT NOT NULL CHECK (qualifier IN ('exact', 'about', 'at_least', 'at_most', 'not_stated')),
  milli BIGINT NOT NULL,
  unit TEXT NOT NULL,
  packages TEXT NOT NULL,
  net_weight BIGINT,
  gross_weight BIGINT,
  volume BIGINT,
  batch TEXT NOT NULL,
  expiry TEXT NOT NULL,
  hs TEXT NOT NULL,
  value_minor BIGINT,
  value_currency TEXT NOT NULL,
  cost_minor BIGINT,
  cost_currency TEXT NOT NULL,
  donor_id UUID REFERENCES organisations (id),
  note TEXT NOT NULL
);
CREATE INDEX lines_by_consignment ON lines (consignment_id, position);
CREATE TABLE line_goods (
  line_id UUID NOT NULL REFERENCES lines (id),
  position BIGINT NOT NULL,
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  item_id UUID REFERENCES items (id),
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  PRIMARY KEY (line_id, position)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX line_goods_by_consignment ON line_goods (consignment_id);

CREATE TABLE legs (
  id UUID PRIMARY KEY,
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  position BIGINT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('not_stated', 'sea', 'rail', 'road', 'air', 'mail', 'multimodal', 'fixed', 'inland')),
  from_id UUID REFERENCES places (id),
  via_id UUID REFERENCES places (id),
  to_id UUID REFERENCES places (id),
  carrier_id UUID REFERENCES organisations (id),
  document_type TEXT NOT NULL,
  document TEXT NOT NULL,
  units BIGINT,
  unit_kind TEXT NOT NULL,
  planned_departure TEXT NOT NULL,
  planned_arrival TEXT NOT NULL
);
CREATE INDEX legs_by_consignment ON legs (consignment_id, position);

-- What happened, in the order it became known; never changed, only withdrawn by a later entry.
CREATE TABLE events (
  id UUID PRIMARY KEY,
  consignment_id UUID NOT NULL REFERENCES consignments (id),
  milestone TEXT NOT NULL,
  leg_id UUID REFERENCES legs (id),
  happened TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_at TIMESTAMPTZ NOT NULL,
  recorded_by TEXT NOT NULL,
  supersedes UUID REFERENCES events (id),
  withdrawn_at TIMESTAMPTZ
);
CREATE INDEX events_by_consignment ON events (consignment_id, recorded_at, id);

-- Every filter and every searchable word of a consignment, newest first: one look-up answers any one of them.
CREATE TABLE consignment_terms (
  term TEXT /*postgres COLLATE "C" */ NOT NULL,
  day BIGINT NOT NULL,
  consignment_id UUID NOT NULL,
  mission_id UUID NOT NULL,
  PRIMARY KEY (term, day, consignment_id)
) /*sqlite WITHOUT ROWID */;
CREATE INDEX consignment_terms_by_mission ON consignment_terms (mission_id, term, day, consignment_id);

-- Kept sums of a mission: see consignments::contributions. `doctor` derives them again.
CREATE TABLE mission_sums (
  mission_id UUID NOT NULL REFERENCES missions (id),
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  measure TEXT NOT NULL,
  unit TEXT NOT NULL,
  state TEXT NOT NULL,
  amount BIGINT NOT NULL,
  lines BIGINT NOT NULL,
  about BIGINT NOT NULL,
  at_least BIGINT NOT NULL,
  at_most BIGINT NOT NULL,
  not_stated BIGINT NOT NULL,
  PRIMARY KEY (mission_id, facet, value, measure, unit, state)
) /*sqlite WITHOUT ROWID */;
