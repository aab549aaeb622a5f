-- The directory as publishers exchange it (Open Referral HSDS 3.0, https://docs.openreferral.org/en/v3.0.1/hsds/): each record whole as it was
-- written, and typed what the line reads. Whatever changes the directory is an import: staged while the line goes on, then applied.

-- Who brought what and when. Staging: being read, nothing has changed yet. Applying: decided, and finished by whoever comes. Seen at: the importer lives.
CREATE TABLE directory_import (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  format TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('staging', 'applying', 'done', 'abandoned')),
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  retired INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  defects INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;

-- What an import changes, in order, until it is applied. Record: a flat JSON object.
CREATE TABLE directory_change (
  import_id INTEGER NOT NULL REFERENCES directory_import (id),
  number INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('write', 'retire')),
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (import_id, number)
) STRICT, WITHOUT ROWID;

-- Every record of the standard as its publisher wrote it: what an export gives back. Kind: the standard's table. Active 0: gone from the publisher's files.
CREATE TABLE hsds_record (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  source TEXT NOT NULL,
  active INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT;

-- The rows of these came from the sample, which is read again, whole, at the next start.
DROP TABLE schedule;
DROP TABLE phone;
DROP TABLE service_need;
DROP TABLE service_at_location;

ALTER TABLE organization DROP COLUMN phone;
ALTER TABLE organization ADD COLUMN parent_id TEXT;
ALTER TABLE organization ADD COLUMN active INTEGER NOT NULL DEFAULT 1;

ALTER TABLE location DROP COLUMN wheelchair;
ALTER TABLE location ADD COLUMN type TEXT NOT NULL DEFAULT 'physical';
ALTER TABLE location ADD COLUMN active INTEGER NOT NULL DEFAULT 1;

-- Status: active, inactive, defunct or temporarily closed. Alert: what a caller must hear first.
ALTER TABLE service DROP COLUMN languages;
ALTER TABLE service DROP COLUMN bring_fr;
ALTER TABLE service DROP COLUMN bring_en;
ALTER TABLE service DROP COLUMN cost;
ALTER TABLE service DROP COLUMN covers;
ALTER TABLE service ADD COLUMN status TEXT NOT NULL DEFAULT 'active';
ALTER TABLE service ADD COLUMN alert_fr TEXT NOT NULL DEFAULT '';
ALTER TABLE service ADD COLUMN alert_en TEXT NOT NULL DEFAULT '';
ALTER TABLE service ADD COLUMN eligibility_fr TEXT NOT NULL DEFAULT '';
ALTER TABLE service ADD COLUMN eligibility_en TEXT NOT NULL DEFAULT '';
ALTER TABLE service ADD COLUMN minimum_age INTEGER;
ALTER TABLE service ADD COLUMN maximum_age INTEGER;
ALTER TABLE service ADD COLUMN active INTEGER NOT NULL DEFAULT 1;

-- A service at one of its addresses.
CREATE TABLE service_at_location (
  id TEXT PRIMARY KEY,
  service_id TEXT NOT NULL REFERENCES service (id),
  location_id TEXT NOT NULL REFERENCES location (id)
) STRICT, WITHOUT ROWID;

-- A public telephone: never a citizen's. Number: E.164, or as written when it is none.
CREATE TABLE phone (
  id TEXT PRIMARY KEY,
  organization_id TEXT,
  location_id TEXT,
  service_id TEXT,
  service_at_location_id TEXT,
  number TEXT NOT NULL,
  extension TEXT NOT NULL,
  type TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX phone_service ON phone (service_id);

CREATE TABLE address (
  id TEXT PRIMARY KEY,
  location_id TEXT,
  address_1 TEXT NOT NULL,
  address_2 TEXT NOT NULL,
  city TEXT NOT NULL,
  state_province TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  country TEXT NOT NULL,
  address_type TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- When a service, a location or a service at a location is open (or closed): a recurrence of RFC 5545 in the standard's own words. Dates are
-- yyyy-MM-dd, times as written, at the door. Timezone: hours from UTC; empty for the door's own.
CREATE TABLE schedule (
  id TEXT PRIMARY KEY,
  service_id TEXT,
  location_id TEXT,
  service_at_location_id TEXT,
  freq TEXT NOT NULL,
  every TEXT NOT NULL,
  byday TEXT NOT NULL,
  bymonthday TEXT NOT NULL,
  bymonth TEXT NOT NULL,
  byyearday TEXT NOT NULL,
  byweekno TEXT NOT NULL,
  wkst TEXT NOT NULL,
  dtstart TEXT NOT NULL,
  until_on TEXT NOT NULL,
  occurrences TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  opens_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  timezone TEXT NOT NULL,
  closed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Languages in which a service, a location or a telephone answers: ISO 639-1.
CREATE TABLE language (
  id TEXT PRIMARY KEY,
  service_id TEXT,
  location_id TEXT,
  phone_id TEXT,
  code TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Wheelchair: 1, 0, or null when the words do not say.
CREATE TABLE accessibility (
  id TEXT PRIMARY KEY,
  location_id TEXT,
  wheelchair INTEGER,
  description TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- For whom a service is. Extent: a place's id, mrc:NAME, region:NAME or everywhere where extent type is appelaide; otherwise the publisher's own.
CREATE TABLE service_area (
  id TEXT PRIMARY KEY,
  service_id TEXT,
  name TEXT NOT NULL,
  extent TEXT NOT NULL,
  extent_type TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a citizen must bring.
CREATE TABLE required_document (
  id TEXT PRIMARY KEY,
  service_id TEXT,
  document_fr TEXT NOT NULL,
  document_en TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cost_option (
  id TEXT PRIMARY KEY,
  service_id TEXT NOT NULL,
  name TEXT NOT NULL,
  amount REAL,
  currency TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What services are about. Code and name are what ivr-scripts/needs maps to needs.
CREATE TABLE taxonomy_term (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  taxonomy TEXT NOT NULL,
  parent_id TEXT
) STRICT, WITHOUT ROWID;

-- A term said of a record: link entity is the record's kind, link id its id.
CREATE TABLE attribute (
  id TEXT PRIMARY KEY,
  link_entity TEXT NOT NULL,
  link_id TEXT NOT NULL,
  taxonomy_term_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
