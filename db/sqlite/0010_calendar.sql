-- The calendar of many partners; who has a seat, who waits, what they were told and what they answered.

-- Kind: training, meeting (of partners), group (for discussion), workshop (of citizens), culture. Venue: where, when the location's own name does not say
-- it. Dial in: the number of one that is given over the telephone. Source: who publishes it; empty for the sample and for what staff write.
ALTER TABLE training ADD COLUMN kind TEXT NOT NULL DEFAULT 'training' CHECK (kind IN ('training', 'meeting', 'group', 'workshop', 'culture'));
ALTER TABLE training ADD COLUMN venue TEXT NOT NULL DEFAULT '';
ALTER TABLE training ADD COLUMN dial_in TEXT NOT NULL DEFAULT '';
ALTER TABLE training ADD COLUMN access_fr TEXT NOT NULL DEFAULT '';
ALTER TABLE training ADD COLUMN access_en TEXT NOT NULL DEFAULT '';
ALTER TABLE training ADD COLUMN contact_name TEXT NOT NULL DEFAULT '';
ALTER TABLE training ADD COLUMN contact_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE training ADD COLUMN contact_email TEXT NOT NULL DEFAULT '';
ALTER TABLE training ADD COLUMN source TEXT NOT NULL DEFAULT '';

-- Location, venue and seats: null or empty is the training's own. All day: its times say nothing. Second hour: it starts in the hour that occurs twice
-- when the clocks go back, the second time. Revision grows with each change that citizens are told of. Uid: its name in the publisher's file. Note: why
-- it changed.
ALTER TABLE training_session ADD COLUMN location_id TEXT REFERENCES location (id);
ALTER TABLE training_session ADD COLUMN venue TEXT NOT NULL DEFAULT '';
ALTER TABLE training_session ADD COLUMN seats INTEGER;
ALTER TABLE training_session ADD COLUMN all_day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE training_session ADD COLUMN second_hour INTEGER NOT NULL DEFAULT 0;
ALTER TABLE training_session ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE training_session ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE training_session ADD COLUMN note_fr TEXT NOT NULL DEFAULT '';
ALTER TABLE training_session ADD COLUMN note_en TEXT NOT NULL DEFAULT '';
ALTER TABLE training_session ADD COLUMN updated_at TEXT NOT NULL DEFAULT '2026-01-01 00:00:00.000';

-- What is given again and again: the event as iCalendar text, from which its sessions are made as the days come. Made until: the last date looked at.
CREATE TABLE training_series (
  training_id TEXT PRIMARY KEY REFERENCES training (id),
  content TEXT NOT NULL,
  made_until TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Somebody has a seat, is offered one, or waits for one. Caller: whose telephone registered; contact: whose telephone is told. Name: as on the roster,
-- empty when not given; name key: folded, empty for the caller themself, so that nobody is there twice. Offers: how often a seat was offered.
CREATE TABLE registration_kept (
  id INTEGER NOT NULL,
  session_id TEXT NOT NULL,
  caller_id INTEGER NOT NULL,
  conversation_no INTEGER NOT NULL,
  code TEXT NOT NULL,
  state TEXT NOT NULL,
  registered_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
INSERT INTO registration_kept (id, session_id, caller_id, conversation_no, code, state, registered_at, updated_at)
SELECT id, session_id, caller_id, conversation_no, code, state, registered_at, updated_at FROM registration;
DROP TABLE registration;
CREATE TABLE registration (
  id INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES training_session (id),
  caller_id INTEGER NOT NULL REFERENCES caller (id),
  contact_id INTEGER NOT NULL REFERENCES caller (id),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  name_recording TEXT,
  conversation_no INTEGER NOT NULL,
  code TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('registered', 'offered', 'waiting', 'cancelled')),
  offered_until TEXT,
  offers INTEGER NOT NULL,
  attendance TEXT CHECK (attendance IN ('present', 'absent')),
  registered_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (session_id, caller_id, name_key)
) STRICT;
INSERT INTO registration (id, session_id, caller_id, contact_id, name, name_key, conversation_no, code, state, offers, registered_at, updated_at)
SELECT id, session_id, caller_id, caller_id, '', '', conversation_no, code, state, 0, registered_at, updated_at FROM registration_kept;
DROP TABLE registration_kept;
CREATE UNIQUE INDEX registration_code ON registration (session_id, code);
CREATE INDEX registration_caller ON registration (caller_id, code);
CREATE INDEX registration_contact ON registration (contact_id, code);
CREATE INDEX registration_offered ON registration (offered_until) WHERE state = 'offered';

-- What became of a registration, in order: added only. By: citizen, line or staff.
CREATE TABLE registration_change (
  registration_id INTEGER NOT NULL REFERENCES registration (id),
  number INTEGER NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL,
  done_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (registration_id, number)
) STRICT, WITHOUT ROWID;

-- What somebody was told of their registration, each thing once: reminder:2 and reminder:1 (days before), offer:1…, changed:3 and cancelled:4 (the session's
-- revision). Message: the latest in the outbox. Asks: it wants yes or no. Reached: when a person heard or received it.
CREATE TABLE registration_message (
  registration_id INTEGER NOT NULL REFERENCES registration (id),
  topic TEXT NOT NULL,
  message_id INTEGER NOT NULL,
  asks INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  answer TEXT CHECK (answer IN ('yes', 'no')),
  reached_at TEXT,
  created_at TEXT NOT NULL,
  PRIMARY KEY (registration_id, topic)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX registration_message_message ON registration_message (message_id);

-- The telephone of a partner that is told each evening of the next day's sessions, and what it was told of.
CREATE TABLE partner_contact (
  organization_id TEXT PRIMARY KEY REFERENCES organization (id),
  caller_id INTEGER NOT NULL REFERENCES caller (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE partner_summary (
  organization_id TEXT NOT NULL REFERENCES organization (id),
  date TEXT NOT NULL,
  message_id INTEGER NOT NULL,
  PRIMARY KEY (organization_id, date)
) STRICT, WITHOUT ROWID;
