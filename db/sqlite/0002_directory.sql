-- The directory: places, and who helps where (HSDS 3.0 names where it has one). Identifiers are texts, as HSDS has them.
-- Lists inside a cell are separated by ';'. Dates are yyyy-MM-dd, times HH:mm, both local.

-- A municipality, borough, neighbourhood, unorganised territory or First Nation.
CREATE TABLE place (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  parent_id TEXT,
  mrc TEXT NOT NULL,
  region TEXT NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL,
  time_zone TEXT NOT NULL,
  postal_codes TEXT NOT NULL,
  aliases TEXT NOT NULL,
  population INTEGER NOT NULL
) STRICT;

-- Who offers services and trainings.
CREATE TABLE organization (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  description_fr TEXT NOT NULL,
  description_en TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  url TEXT NOT NULL
) STRICT;

-- Where one can go. Wheelchair: 1, 0, or null when not known.
CREATE TABLE location (
  id TEXT PRIMARY KEY,
  organization_id TEXT REFERENCES organization (id),
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  place_id TEXT REFERENCES place (id),
  latitude REAL,
  longitude REAL,
  wheelchair INTEGER
) STRICT;

-- Help that is offered. Covers: place ids, mrc:NAME or region:NAME; empty means by distance alone. Cost in dollars; null is free.
CREATE TABLE service (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id),
  name_fr TEXT NOT NULL,
  name_en TEXT NOT NULL,
  description_fr TEXT NOT NULL,
  description_en TEXT NOT NULL,
  languages TEXT NOT NULL,
  bring_fr TEXT NOT NULL,
  bring_en TEXT NOT NULL,
  cost REAL,
  covers TEXT NOT NULL
) STRICT;
CREATE INDEX service_organization ON service (organization_id);

-- A service at one of its addresses.
CREATE TABLE service_at_location (
  id TEXT PRIMARY KEY,
  service_id TEXT NOT NULL REFERENCES service (id),
  location_id TEXT NOT NULL REFERENCES location (id),
  UNIQUE (service_id, location_id)
) STRICT;
CREATE INDEX service_at_location_location ON service_at_location (location_id);

-- The needs that a service answers: food, housing, heating, health, papers, digital, internet, transport, talk.
CREATE TABLE service_need (
  service_id TEXT NOT NULL REFERENCES service (id),
  need TEXT NOT NULL,
  PRIMARY KEY (service_id, need)
) STRICT, WITHOUT ROWID;

-- A public telephone of a service, a location or an organization: never a citizen's.
CREATE TABLE phone (
  id TEXT PRIMARY KEY,
  organization_id TEXT REFERENCES organization (id),
  location_id TEXT REFERENCES location (id),
  service_id TEXT REFERENCES service (id),
  number TEXT NOT NULL,
  extension TEXT NOT NULL,
  type TEXT NOT NULL,
  description TEXT NOT NULL
) STRICT;
CREATE INDEX phone_service ON phone (service_id);

-- When a service is open at a location: days of the week (MO,TU…) and hours; 00:00 to 24:00 is all day. No row: hours not known.
CREATE TABLE schedule (
  id TEXT PRIMARY KEY,
  service_at_location_id TEXT NOT NULL REFERENCES service_at_location (id),
  byday TEXT NOT NULL,
  opens_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE INDEX schedule_service_at_location ON schedule (service_at_location_id);

-- A citizen was told of a service. How: told, texted or transferred.
CREATE TABLE referral (
  id INTEGER PRIMARY KEY,
  conversation_no INTEGER NOT NULL,
  caller_id INTEGER NOT NULL REFERENCES caller (id),
  service_id TEXT NOT NULL,
  need TEXT NOT NULL,
  how TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX referral_caller ON referral (caller_id);
CREATE INDEX referral_conversation ON referral (conversation_no);

-- One row: it grows when anything of the directory, trainings or consultations changes, and each host then loads its snapshot anew.
CREATE TABLE directory_version (
  version INTEGER NOT NULL
) STRICT;
INSERT INTO directory_version (version) VALUES (0);
