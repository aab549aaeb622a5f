-- Trainings and who registered.

-- A training that can be given many times. Cost in dollars, null is free; seats null is unlimited.
CREATE TABLE training (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  organization_id nvarchar(100) NOT NULL REFERENCES organization (id),
  location_id nvarchar(100) NOT NULL REFERENCES location (id),
  title_fr nvarchar(300) NOT NULL,
  title_en nvarchar(300) NOT NULL,
  description_fr nvarchar(max) NOT NULL,
  description_en nvarchar(max) NOT NULL,
  topic nvarchar(32) NOT NULL,
  language nvarchar(8) NOT NULL,
  level nvarchar(32) NOT NULL,
  cost decimal(9, 2) NULL,
  bring_fr nvarchar(max) NOT NULL,
  bring_en nvarchar(max) NOT NULL,
  seats int NULL
);

-- A training on a date, in the local time of its place.
CREATE TABLE training_session (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  training_id nvarchar(100) NOT NULL REFERENCES training (id),
  date char(10) NOT NULL,
  starts_at char(5) NOT NULL,
  ends_at char(5) NOT NULL,
  state nvarchar(32) NOT NULL CHECK (state IN ('planned', 'cancelled'))
);
CREATE INDEX training_session_training ON training_session (training_id, date);
CREATE INDEX training_session_date ON training_session (date);

-- A caller has a seat, or waits for one. The code is what the citizen is told: a few digits, unique within a session.
CREATE TABLE registration (
  id bigint NOT NULL PRIMARY KEY,
  session_id nvarchar(100) NOT NULL REFERENCES training_session (id),
  caller_id bigint NOT NULL REFERENCES caller (id),
  conversation_no bigint NOT NULL,
  code nvarchar(32) NOT NULL,
  state nvarchar(32) NOT NULL CHECK (state IN ('registered', 'waiting', 'cancelled')),
  registered_at datetime2(3) NOT NULL,
  updated_at datetime2(3) NOT NULL,
  UNIQUE (session_id, caller_id)
);
CREATE UNIQUE INDEX registration_code ON registration (session_id, code);
CREATE INDEX registration_caller ON registration (caller_id, code);
