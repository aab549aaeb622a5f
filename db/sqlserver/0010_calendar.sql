-- The calendar of many partners; who has a seat, who waits, what they were told and what they answered.

-- Kind: training, meeting (of partners), group (for discussion), workshop (of citizens), culture. Venue: where, when the location's own name does not say
-- it. Dial in: the number of one that is given over the telephone. Source: who publishes it; empty for the sample and for what staff write.
ALTER TABLE training ADD kind nvarchar(32) NOT NULL DEFAULT 'training' CHECK (kind IN ('training', 'meeting', 'group', 'workshop', 'culture'));
ALTER TABLE training ADD venue nvarchar(300) NOT NULL DEFAULT '';
ALTER TABLE training ADD dial_in nvarchar(32) NOT NULL DEFAULT '';
ALTER TABLE training ADD access_fr nvarchar(max) NOT NULL DEFAULT '';
ALTER TABLE training ADD access_en nvarchar(max) NOT NULL DEFAULT '';
ALTER TABLE training ADD contact_name nvarchar(300) NOT NULL DEFAULT '';
ALTER TABLE training ADD contact_phone nvarchar(32) NOT NULL DEFAULT '';
ALTER TABLE training ADD contact_email nvarchar(300) NOT NULL DEFAULT '';
ALTER TABLE training ADD source nvarchar(100) NOT NULL DEFAULT '';

-- Location, venue and seats: null or empty is the training's own. All day: its times say nothing. Second hour: it starts in the hour that occurs twice
-- when the clocks go back, the second time. Revision grows with each change that citizens are told of. Uid: its name in the publisher's file. Note: why
-- it changed.
ALTER TABLE training_session ADD location_id nvarchar(100) NULL REFERENCES location (id);
ALTER TABLE training_session ADD venue nvarchar(300) NOT NULL DEFAULT '';
ALTER TABLE training_session ADD seats int NULL;
ALTER TABLE training_session ADD all_day bit NOT NULL DEFAULT 0;
ALTER TABLE training_session ADD second_hour bit NOT NULL DEFAULT 0;
ALTER TABLE training_session ADD revision int NOT NULL DEFAULT 0;
ALTER TABLE training_session ADD uid nvarchar(450) NOT NULL DEFAULT '';
ALTER TABLE training_session ADD note_fr nvarchar(max) NOT NULL DEFAULT '';
ALTER TABLE training_session ADD note_en nvarchar(max) NOT NULL DEFAULT '';
ALTER TABLE training_session ADD updated_at datetime2(3) NOT NULL DEFAULT '2026-01-01T00:00:00.000';

-- What is given again and again: the event as iCalendar text, from which its sessions are made as the days come. Made until: the last date looked at.
CREATE TABLE training_series (
  training_id nvarchar(100) NOT NULL PRIMARY KEY REFERENCES training (id),
  content nvarchar(max) NOT NULL,
  made_until char(10) NOT NULL
);

-- Somebody has a seat, is offered one, or waits for one. Caller: whose telephone registered; contact: whose telephone is told. Name: as on the roster,
-- empty when not given; name key: folded, empty for the caller themself, so that nobody is there twice. Offers: how often a seat was offered.
CREATE TABLE registration_kept (
  id bigint NOT NULL,
  session_id nvarchar(100) NOT NULL,
  caller_id bigint NOT NULL,
  conversation_no bigint NOT NULL,
  code nvarchar(32) NOT NULL,
  state nvarchar(32) NOT NULL,
  registered_at datetime2(3) NOT NULL,
  updated_at datetime2(3) NOT NULL
);
GO
INSERT INTO registration_kept (id, session_id, caller_id, conversation_no, code, state, registered_at, updated_at)
SELECT id, session_id, caller_id, conversation_no, code, state, registered_at, updated_at FROM registration;
DROP TABLE registration;
GO
CREATE TABLE registration (
  id bigint NOT NULL PRIMARY KEY,
  session_id nvarchar(100) NOT NULL REFERENCES training_session (id),
  caller_id bigint NOT NULL REFERENCES caller (id),
  contact_id bigint NOT NULL REFERENCES caller (id),
  name nvarchar(200) NOT NULL,
  name_key nvarchar(200) NOT NULL,
  name_recording nvarchar(64) NULL,
  conversation_no bigint NOT NULL,
  code nvarchar(32) NOT NULL,
  state nvarchar(32) NOT NULL CHECK (state IN ('registered', 'offered', 'waiting', 'cancelled')),
  offered_until datetime2(3) NULL,
  offers int NOT NULL,
  attendance nvarchar(16) NULL CHECK (attendance IN ('present', 'absent')),
  registered_at datetime2(3) NOT NULL,
  updated_at datetime2(3) NOT NULL,
  UNIQUE (session_id, caller_id, name_key)
);
GO
INSERT INTO registration (id, session_id, caller_id, contact_id, name, name_key, conversation_no, code, state, offers, registered_at, updated_at)
SELECT id, session_id, caller_id, caller_id, '', '', conversation_no, code, state, 0, registered_at, updated_at FROM registration_kept;
GO
DROP TABLE registration_kept;
CREATE UNIQUE INDEX registration_code ON registration (session_id, code);
CREATE INDEX registration_caller ON registration (caller_id, code);
CREATE INDEX registration_contact ON registration (contact_id, code);
CREATE INDEX registration_offered ON registration (offered_until) WHERE state = 'offered';

-- What became of a registration, in order: added only. By: citizen, line or staff.
CREATE TABLE registration_change (
  registration_id bigint NOT NULL REFERENCES registration (id),
  number int NOT NULL,
  at datetime2(3) NOT NULL,
  state nvarchar(32) NOT NULL,
  done_by nvarchar(16) NOT NULL,
  reason nvarchar(100) NOT NULL,
  PRIMARY KEY (registration_id, number)
);

-- What somebody was told of their registration, each thing once: reminder:2 and reminder:1 (days before), offer:1…, changed:3 and cancelled:4 (the session's
-- revision). Message: the latest in the outbox. Asks: it wants yes or no. Reached: when a person heard or received it.
CREATE TABLE registration_message (
  registration_id bigint NOT NULL REFERENCES registration (id),
  topic nvarchar(32) NOT NULL,
  message_id bigint NOT NULL,
  asks bit NOT NULL,
  tries int NOT NULL,
  answer nvarchar(8) NULL CHECK (answer IN ('yes', 'no')),
  reached_at datetime2(3) NULL,
  created_at datetime2(3) NOT NULL,
  PRIMARY KEY (registration_id, topic)
);
CREATE UNIQUE INDEX registration_message_message ON registration_message (message_id);

-- The telephone of a partner that is told each evening of the next day's sessions, and what it was told of.
CREATE TABLE partner_contact (
  organization_id nvarchar(100) NOT NULL PRIMARY KEY REFERENCES organization (id),
  caller_id bigint NOT NULL REFERENCES caller (id)
);
CREATE TABLE partner_summary (
  organization_id nvarchar(100) NOT NULL REFERENCES organization (id),
  date char(10) NOT NULL,
  message_id bigint NOT NULL,
  PRIMARY KEY (organization_id, date)
);
