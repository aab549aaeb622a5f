-- The directory as publishers exchange it (Open Referral HSDS 3.0, https://docs.openreferral.org/en/v3.0.1/hsds/): each record whole as it was
-- written, and typed what the line reads. Whatever changes the directory is an import: staged while the line goes on, then applied.

-- Who brought what and when. Staging: being read, nothing has changed yet. Applying: decided, and finished by whoever comes. Seen at: the importer lives.
CREATE TABLE directory_import (
  id bigint NOT NULL PRIMARY KEY,
  source nvarchar(100) NOT NULL,
  format nvarchar(32) NOT NULL,
  imported_by nvarchar(300) NOT NULL,
  state nvarchar(32) NOT NULL CHECK (state IN ('staging', 'applying', 'done', 'abandoned')),
  added int NOT NULL,
  changed int NOT NULL,
  retired int NOT NULL,
  unchanged int NOT NULL,
  defects int NOT NULL,
  started_at datetime2(3) NOT NULL,
  seen_at datetime2(3) NOT NULL,
  finished_at datetime2(3) NULL
);

-- What an import changes, in order, until it is applied. Record: a flat JSON object.
CREATE TABLE directory_change (
  import_id bigint NOT NULL REFERENCES directory_import (id),
  number bigint NOT NULL,
  action nvarchar(32) NOT NULL CHECK (action IN ('write', 'retire')),
  kind nvarchar(64) NOT NULL,
  record_id nvarchar(100) NOT NULL,
  record nvarchar(max) NOT NULL,
  PRIMARY KEY (import_id, number)
);

-- Every record of the standard as its publisher wrote it: what an export gives back. Kind: the standard's table. Active 0: gone from the publisher's files.
CREATE TABLE hsds_record (
  kind nvarchar(64) NOT NULL,
  id nvarchar(100) NOT NULL,
  source nvarchar(100) NOT NULL,
  active bit NOT NULL,
  fingerprint bigint NOT NULL,
  record nvarchar(max) NOT NULL,
  PRIMARY KEY (kind, id)
);

-- The rows of these came from the sample, which is read again, whole, at the next start.
DROP TABLE schedule;
DROP TABLE phone;
DROP TABLE service_need;
DROP TABLE service_at_location;

ALTER TABLE organization DROP COLUMN phone;
ALTER TABLE organization ADD parent_id nvarchar(100) NULL;
ALTER TABLE organization ADD active bit NOT NULL DEFAULT 1;

ALTER TABLE location DROP COLUMN wheelchair;
ALTER TABLE location ADD type nvarchar(32) NOT NULL DEFAULT 'physical';
ALTER TABLE location ADD active bit NOT NULL DEFAULT 1;

-- Status: active, inactive, defunct or temporarily closed. Alert: what a caller must hear first.
ALTER TABLE service DROP COLUMN languages;
ALTER TABLE service DROP COLUMN bring_fr;
ALTER TABLE service DROP COLUMN bring_en;
ALTER TABLE service DROP COLUMN cost;
ALTER TABLE service DROP COLUMN covers;
ALTER TABLE service ADD status nvarchar(32) NOT NULL DEFAULT 'active';
ALTER TABLE service ADD alert_fr nvarchar(max) NOT NULL DEFAULT '';
ALTER TABLE service ADD alert_en nvarchar(max) NOT NULL DEFAULT '';
ALTER TABLE service ADD eligibility_fr nvarchar(max) NOT NULL DEFAULT '';
ALTER TABLE service ADD eligibility_en nvarchar(max) NOT NULL DEFAULT '';
ALTER TABLE service ADD minimum_age int NULL;
ALTER TABLE service ADD maximum_age int NULL;
ALTER TABLE service ADD active bit NOT NULL DEFAULT 1;

-- A service at one of its addresses.
CREATE TABLE service_at_location (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  service_id nvarchar(100) NOT NULL REFERENCES service (id),
  location_id nvarchar(100) NOT NULL REFERENCES location (id)
);

-- A public telephone: never a citizen's. Number: E.164, or as written when it is none.
CREATE TABLE phone (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  organization_id nvarchar(100) NULL,
  location_id nvarchar(100) NULL,
  service_id nvarchar(100) NULL,
  service_at_location_id nvarchar(100) NULL,
  number nvarchar(64) NOT NULL,
  extension nvarchar(32) NOT NULL,
  type nvarchar(64) NOT NULL
);
CREATE INDEX phone_service ON phone (service_id);

CREATE TABLE address (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  location_id nvarchar(100) NULL,
  address_1 nvarchar(1000) NOT NULL,
  address_2 nvarchar(1000) NOT NULL,
  city nvarchar(300) NOT NULL,
  state_province nvarchar(100) NOT NULL,
  postal_code nvarchar(32) NOT NULL,
  country nvarchar(32) NOT NULL,
  address_type nvarchar(32) NOT NULL
);

-- When a service, a location or a service at a location is open (or closed): a recurrence of RFC 5545 in the standard's own words. Dates are
-- yyyy-MM-dd, times as written, at the door. Timezone: hours from UTC; empty for the door's own.
CREATE TABLE schedule (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  service_id nvarchar(100) NULL,
  location_id nvarchar(100) NULL,
  service_at_location_id nvarchar(100) NULL,
  freq nvarchar(32) NOT NULL,
  every nvarchar(32) NOT NULL,
  byday nvarchar(300) NOT NULL,
  bymonthday nvarchar(300) NOT NULL,
  bymonth nvarchar(300) NOT NULL,
  byyearday nvarchar(1000) NOT NULL,
  byweekno nvarchar(300) NOT NULL,
  wkst nvarchar(32) NOT NULL,
  dtstart nvarchar(32) NOT NULL,
  until_on nvarchar(32) NOT NULL,
  occurrences nvarchar(32) NOT NULL,
  valid_from nvarchar(32) NOT NULL,
  valid_to nvarchar(32) NOT NULL,
  opens_at nvarchar(32) NOT NULL,
  closes_at nvarchar(32) NOT NULL,
  timezone nvarchar(32) NOT NULL,
  closed bit NOT NULL
);

-- Languages in which a service, a location or a telephone answers: ISO 639-1.
CREATE TABLE language (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  service_id nvarchar(100) NULL,
  location_id nvarchar(100) NULL,
  phone_id nvarchar(100) NULL,
  code nvarchar(32) NOT NULL
);

-- Wheelchair: 1, 0, or null when the words do not say.
CREATE TABLE accessibility (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  location_id nvarchar(100) NULL,
  wheelchair bit NULL,
  description nvarchar(max) NOT NULL
);

-- For whom a service is. Extent: a place's id, mrc:NAME, region:NAME or everywhere where extent type is appelaide; otherwise the publisher's own.
CREATE TABLE service_area (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  service_id nvarchar(100) NULL,
  name nvarchar(max) NOT NULL,
  extent nvarchar(max) NOT NULL,
  extent_type nvarchar(64) NOT NULL
);

-- What a citizen must bring.
CREATE TABLE required_document (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  service_id nvarchar(100) NULL,
  document_fr nvarchar(max) NOT NULL,
  document_en nvarchar(max) NOT NULL
);

CREATE TABLE cost_option (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  service_id nvarchar(100) NOT NULL,
  name nvarchar(max) NOT NULL,
  amount decimal(12, 2) NULL,
  currency nvarchar(32) NOT NULL
);

-- What services are about. Code and name are what ivr-scripts/needs maps to needs.
CREATE TABLE taxonomy_term (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  code nvarchar(300) NOT NULL,
  name nvarchar(1000) NOT NULL,
  taxonomy nvarchar(300) NOT NULL,
  parent_id nvarchar(100) NULL
);

-- A term said of a record: link entity is the record's kind, link id its id.
CREATE TABLE attribute (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  link_entity nvarchar(64) NOT NULL,
  link_id nvarchar(100) NOT NULL,
  taxonomy_term_id nvarchar(100) NOT NULL
);
