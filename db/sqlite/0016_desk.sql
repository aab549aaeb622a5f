-- What waits for staff: voice messages and promised calls. The sound of what was said. Bulletins that are rewritten; messages that are looked for.

-- The sound of a recording, encrypted. At provider: it is still there too, and is to be deleted there.
CREATE TABLE recording_sound (
  recording_id INTEGER PRIMARY KEY REFERENCES recording (id),
  content_type TEXT NOT NULL,
  at_provider INTEGER NOT NULL,
  fetched_at TEXT NOT NULL,
  cipher BLOB NOT NULL
) STRICT;
CREATE INDEX recording_sound_at_provider ON recording_sound (recording_id) WHERE at_provider = 1;

-- A recording that could not be fetched, or not be deleted at the provider: how often, why, and when it is tried again; null for never.
CREATE TABLE recording_trouble (
  recording_id INTEGER PRIMARY KEY REFERENCES recording (id),
  tries INTEGER NOT NULL,
  reason TEXT NOT NULL,
  next_at TEXT
) STRICT;
CREATE INDEX recording_conversation ON recording (conversation_no);
CREATE INDEX callback_request_conversation ON callback_request (conversation_no);

-- Somebody is to be called: because they left a voice message, or were promised a call, or both. Due: what they were promised, or what staff promise
-- themselves. Holder: who of the staff has it in hand. Version: grows with each act, so that nobody overwrites what they did not see.
CREATE TABLE queue_item (
  id INTEGER PRIMARY KEY,
  conversation_no INTEGER NOT NULL,
  caller_id INTEGER NOT NULL REFERENCES caller (id),
  asked_at TEXT NOT NULL,
  due_by TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done')),
  holder_id INTEGER,
  holder TEXT,
  tries INTEGER NOT NULL,
  tried_at TEXT,
  outcome TEXT CHECK (outcome IN ('helped', 'referred', 'unreached', 'unneeded')),
  settled_at TEXT,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX queue_item_conversation ON queue_item (conversation_no) WHERE state = 'open';
CREATE INDEX queue_item_due ON queue_item (due_by, id) WHERE state = 'open';
CREATE INDEX queue_item_settled ON queue_item (settled_at, id) WHERE state = 'done';
CREATE INDEX queue_item_caller ON queue_item (caller_id);

-- What was done about it, by whom. Rows are only added.
CREATE TABLE queue_event (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES queue_item (id),
  at TEXT NOT NULL,
  account_id INTEGER NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX queue_event_item ON queue_event (item_id, id);
CREATE TRIGGER queue_event_is_kept BEFORE UPDATE ON queue_event BEGIN SELECT RAISE(ABORT, 'what was done is only added to'); END;
CREATE TRIGGER queue_event_stays BEFORE DELETE ON queue_event BEGIN SELECT RAISE(ABORT, 'what was done is only added to'); END;

-- Those who wait already.
INSERT INTO queue_item (id, conversation_no, caller_id, asked_at, due_by, state, tries, version)
SELECT ROW_NUMBER() OVER (ORDER BY MIN(waiting.due_by), waiting.conversation_no), waiting.conversation_no, MIN(waiting.caller_id), MIN(waiting.asked_at), MIN(waiting.due_by), 'open', 0, 1
FROM (
  SELECT conversation_no, caller_id, requested_at AS asked_at, due_by FROM callback_request WHERE state = 'open'
  UNION ALL
  SELECT conversation_no, caller_id, created_at, created_at FROM recording
  WHERE purpose = 'voicemail' AND state <> 'deleted'
    AND NOT EXISTS (SELECT 1 FROM callback_request WHERE callback_request.conversation_no = recording.conversation_no AND callback_request.state = 'open')
) waiting
GROUP BY waiting.conversation_no;
INSERT INTO sequence (name, next) SELECT 'queue_item', MAX(id) + 1 FROM queue_item HAVING MAX(id) IS NOT NULL;

-- Bulletins that two people write.
ALTER TABLE bulletin ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- Messages as staff look for them, the newest first.
CREATE INDEX outbox_message_created ON outbox_message (created_at, id);
CREATE INDEX outbox_message_state ON outbox_message (state, created_at, id);
CREATE INDEX outbox_message_purpose ON outbox_message (purpose, created_at, id);
CREATE INDEX outbox_message_kind ON outbox_message (kind, created_at, id);
