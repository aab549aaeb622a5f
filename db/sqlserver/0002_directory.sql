-- The directory: places, and who helps where (HSDS 3.0 names where it has one). Identifiers are texts, as HSDS has them.
-- Lists inside a cell are separated by ';'. Dates are yyyy-MM-dd, times HH:mm, both local.

-- A municipality, borough, neighbourhood, unorganised territory or First Nation.
CREATE TABLE place (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  name nvarchar(300) NOT NULL,
  kind nvarchar(32) NOT NULL,
  parent_id nvarchar(100) NULL,
  mrc nvarchar(300) NOT NULL,
  region nvarchar(300) NOT NULL,
  latitude float NOT NULL,
  longitude float NOT NULL,
  time_zone nvarchar(64) NOT NULL,
  postal_codes nvarchar(max) NOT NULL,
  aliases nvarchar(max) NOT NULL,
  population int NOT NULL
);

-- Who offers services and trainings.
CREATE TABLE organization (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  name nvarchar(300) NOT NULL,
  description_fr nvarchar(max) NOT NULL,
  description_en nvarchar(max) NOT NULL,
  phone nvarchar(32) NOT NULL,
  email nvarchar(300) NOT NULL,
  url nvarchar(1000) NOT NULL
);

-- Where one can go. Wheelchair: 1, 0, or null when not known.
CREATE TABLE location (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  organization_id nvarchar(100) NULL REFERENCES organization (id),
  name nvarchar(300) NOT NULL,
  address nvarchar(1000) NOT NULL,
  place_id nvarchar(100) NULL REFERENCES place (id),
  latitude float NULL,
  longitude float NULL,
  wheelchair bit NULL
);

-- Help that is offered. Covers: place ids, mrc:NAME or region:NAME; empty means by distance alone. Cost in dollars; null is free.
CREATE TABLE service (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  organization_id nvarchar(100) NOT NULL REFERENCES organization (id),
  name_fr nvarchar(300) NOT NULL,
  name_en nvarchar(300) NOT NULL,
  description_fr nvarchar(max) NOT NULL,
  description_en nvarchar(max) NOT NULL,
  languages nvarchar(64) NOT NULL,
  bring_fr nvarchar(max) NOT NULL,
  bring_en nvarchar(max) NOT NULL,
  cost decimal(9, 2) NULL,
  covers nvarchar(max) NOT NULL
);
CREATE INDEX service_organization ON service (organization_id);

-- A service at one of its addresses.
CREATE TABLE service_at_location (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  service_id nvarchar(100) NOT NULL REFERENCES service (id),
  location_id nvarchar(100) NOT NULL REFERENCES location (id),
  UNIQUE (service_id, location_id)
);
CREATE INDEX service_at_location_location ON service_at_location (location_id);

-- The needs that a service answers: food, housing, heating, health, papers, digital, internet, transport, talk.
CREATE TABLE service_need (
  service_id nvarchar(100) NOT NULL REFERENCES service (id),
  need nvarchar(32) NOT NULL,
  PRIMARY KEY (service_id, need)
);

-- A public telephone of a service, a location or an organization: never a citizen's.
CREATE TABLE phone (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  organization_id nvarchar(100) NULL REFERENCES organization (id),
  location_id nvarchar(100) NULL REFERENCES location (id),
  service_id nvarchar(100) NULL REFERENCES service (id),
  number nvarchar(32) NOT NULL,
  extension nvarchar(32) NOT NULL,
  type nvarchar(32) NOT NULL,
  description nvarchar(max) NOT NULL
);
CREATE INDEX phone_service ON phone (service_id);

-- When a service is open at a location: days of the week (MO,TU…) and hours; 00:00 to 24:00 is all day. No row: hours not known.
CREATE TABLE schedule (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  service_at_location_id nvarchar(100) NOT NULL REFERENCES service_at_location (id),
  byday nvarchar(64) NOT NULL,
  opens_at char(5) NOT NULL,
  closes_at char(5) NOT NULL,
  valid_from char(10) NULL,
  valid_to char(10) NULL
);
CREATE INDEX schedule_service_at_location ON schedule (service_at_location_id);

-- A citizen was told of a service. How: told, texted or transferred.
CREATE TABLE referral (
  id bigint NOT NULL PRIMARY KEY,
  conversation_no bigint NOT NULL,
  caller_id bigint NOT NULL REFERENCES caller (id),
  service_id nvarchar(100) NOT NULL,
  need nvarchar(32) NOT NULL,
  how nvarchar(32) NOT NULL,
  at datetime2(3) NOT NULL
);
CREATE INDEX referral_caller ON referral (caller_id);
CREATE INDEX referral_conversation ON referral (conversation_no);

-- One row: it grows when anything of the directory, trainings or consultations changes, and each host then loads its snapshot anew.
CREATE TABLE directory_version (
  version bigint NOT NULL
);
INSERT INTO directory_version (version) VALUES (0);
