-- Texting: consents that prove themselves, an outbox that can be held to account, bulletins and who wants them.

-- What holds now for a telephone; the register of consents is the truth and is written with it. Texts: 1 can, 0 cannot (a landline), null not known.
ALTER TABLE caller ADD stopped bit NOT NULL DEFAULT 0;
ALTER TABLE caller ADD texts bit NULL;

-- Proof: the provider's name for the call or the message, or the provider's error.
ALTER TABLE consent ADD proof nvarchar(100) NOT NULL DEFAULT '';
ALTER TABLE consent ALTER COLUMN purpose nvarchar(100) NOT NULL;
GO

-- STOP and START are about every message and call that the line begins, not texts alone.
UPDATE consent SET purpose = 'messages' WHERE purpose = 'sms';
UPDATE caller SET stopped = 1 WHERE EXISTS (
  SELECT 1 FROM consent latest
  WHERE latest.caller_id = caller.id AND latest.purpose = 'messages' AND latest.given = 0
    AND NOT EXISTS (
      SELECT 1 FROM consent later
      WHERE later.caller_id = latest.caller_id AND later.purpose = 'messages' AND later.id <> latest.id
        AND (later.at > latest.at OR (later.at = latest.at AND later.id > latest.id))));

-- From here on nobody changes or removes a consent: SQLite refuses it by a trigger; here, grant the line's login INSERT and SELECT alone on consent.

-- A text or a call to be made, leased to one host at a time. Purpose: answer, reminder, notice, bulletin or test. Priority: 0 an answer, 1 a reminder,
-- 2 a bulletin. Spoken: what a call says. Reason: a word on why it failed or waits. Sent at: when the provider was last asked. Expires at: nobody wants it after.
CREATE TABLE outbox_message (
  id bigint NOT NULL PRIMARY KEY,
  conversation_no bigint NULL,
  caller_id bigint NOT NULL REFERENCES caller (id),
  bulletin_id bigint NULL,
  kind nvarchar(32) NOT NULL CHECK (kind IN ('sms', 'call')),
  purpose nvarchar(32) NOT NULL,
  priority int NOT NULL,
  language nvarchar(8) NOT NULL,
  body nvarchar(max) NOT NULL,
  spoken nvarchar(max) NOT NULL,
  segments int NOT NULL,
  state nvarchar(32) NOT NULL CHECK (state IN ('due', 'sending', 'sent', 'delivered', 'failed', 'cancelled')),
  reason nvarchar(100) NULL,
  due_at datetime2(3) NOT NULL,
  expires_at datetime2(3) NULL,
  lease_until datetime2(3) NULL,
  attempts int NOT NULL,
  provider_sid nvarchar(64) NULL,
  error_code int NULL,
  sent_at datetime2(3) NULL,
  created_at datetime2(3) NOT NULL,
  updated_at datetime2(3) NOT NULL
);
INSERT INTO outbox_message (
  id, conversation_no, caller_id, kind, purpose, priority, language, body, spoken, segments, state, due_at, lease_until, attempts,
  provider_sid, error_code, sent_at, created_at, updated_at)
SELECT id, conversation_no, caller_id, kind, 'answer', 0, language, body, body, segments, state, due_at, lease_until, attempts,
  provider_sid, error_code, CASE WHEN provider_sid IS NULL THEN NULL ELSE updated_at END, created_at, updated_at
FROM outbox;
DROP TABLE outbox;
UPDATE sequence SET name = 'outbox_message' WHERE name = 'outbox';
CREATE INDEX outbox_message_due ON outbox_message (state, priority, due_at);
CREATE INDEX outbox_message_caller ON outbox_message (caller_id, sent_at);
CREATE UNIQUE INDEX outbox_message_provider_sid ON outbox_message (provider_sid) WHERE provider_sid IS NOT NULL;
CREATE UNIQUE INDEX outbox_message_bulletin ON outbox_message (bulletin_id, caller_id) WHERE bulletin_id IS NOT NULL;
CREATE INDEX outbox_message_progress ON outbox_message (bulletin_id, state) WHERE bulletin_id IS NOT NULL;

-- Each time a message was handed to the provider. Open: handed over, and nothing is known of it yet.
CREATE TABLE outbox_attempt (
  message_id bigint NOT NULL,
  attempt int NOT NULL,
  at datetime2(3) NOT NULL,
  ended_at datetime2(3) NULL,
  outcome nvarchar(32) NOT NULL CHECK (outcome IN ('open', 'taken', 'refused', 'later', 'unknown', 'absent')),
  error_code int NULL,
  provider_sid nvarchar(64) NULL,
  PRIMARY KEY (message_id, attempt)
);

-- What the provider reported of a message, each thing once, in whatever order it came.
CREATE TABLE outbox_report (
  message_id bigint NOT NULL,
  provider_sid nvarchar(64) NOT NULL,
  status nvarchar(32) NOT NULL,
  error_code int NULL,
  at datetime2(3) NOT NULL,
  PRIMARY KEY (message_id, provider_sid, status)
);

-- What a citizen wants to be told of: news, training, or a need of the directory; for a place, or for everywhere when the place is empty.
CREATE TABLE subscription (
  caller_id bigint NOT NULL REFERENCES caller (id),
  topic nvarchar(100) NOT NULL,
  place_id nvarchar(100) NOT NULL,
  channel nvarchar(32) NOT NULL CHECK (channel IN ('sms', 'call')),
  conversation_no bigint NOT NULL,
  since datetime2(3) NOT NULL,
  PRIMARY KEY (caller_id, topic, place_id)
);
CREATE INDEX subscription_topic ON subscription (topic, place_id, caller_id);

-- A text that staff write to all who want it. Places are separated by ';', none is everywhere. Planned to: the last caller whose message is in the
-- outbox; planning goes on after it.
CREATE TABLE bulletin (
  id bigint NOT NULL PRIMARY KEY,
  topic nvarchar(100) NOT NULL,
  places nvarchar(max) NOT NULL,
  body_fr nvarchar(max) NOT NULL,
  body_en nvarchar(max) NOT NULL,
  state nvarchar(32) NOT NULL CHECK (state IN ('draft', 'scheduled', 'planned', 'cancelled')),
  due_at datetime2(3) NULL,
  author nvarchar(100) NOT NULL,
  planned_to bigint NOT NULL,
  people int NOT NULL,
  created_at datetime2(3) NOT NULL,
  updated_at datetime2(3) NOT NULL
);
CREATE INDEX bulletin_state ON bulletin (state, due_at);
