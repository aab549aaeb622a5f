-- Trainings and who registered.

-- A training that can be given many times. Cost in dollars, null is free; seats null is unlimited.
CREATE TABLE training (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id),
  location_id TEXT NOT NULL REFERENCES location (id),
  title_fr TEXT NOT NULL,
  title_en TEXT NOT NULL,
  description_fr TEXT NOT NULL,
  description_en TEXT NOT NULL,
  topic TEXT NOT NULL,
  language TEXT NOT NULL,
  level TEXT NOT NULL,
  cost REAL,
  bring_fr TEXT NOT NULL,
  bring_en TEXT NOT NULL,
  seats INTEGER
) STRICT;

-- A training on a date, in the local time of its place.
CREATE TABLE training_session (
  id TEXT PRIMARY KEY,
  training_id TEXT NOT NULL REFERENCES training (id),
  date TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'cancelled'))
) STRICT;
CREATE INDEX training_session_training ON training_session (training_id, date);
CREATE INDEX training_session_date ON training_session (date);

-- A caller has a seat, or waits for one. The code is what the citizen is told: a few digits, unique within a session.
CREATE TABLE registration (
  id INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES training_session (id),
  caller_id INTEGER NOT NULL REFERENCES caller (id),
  conversation_no INTEGER NOT NULL,
  code TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('registered', 'waiting', 'cancelled')),
  registered_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (session_id, caller_id)
) STRICT;
CREATE UNIQUE INDEX registration_code ON registration (session_id, code);
CREATE INDEX registration_caller ON registration (caller_id, code);
