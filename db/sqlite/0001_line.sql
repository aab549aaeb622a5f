-- The line itself: who called, what was said, what is owed.
-- Instants are UTC text, yyyy-MM-dd HH:mm:ss.fff; yes/no is 1/0; numbers of rows come from "sequence".

-- Next identifier of each table that is numbered.
CREATE TABLE sequence (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A telephone that called or texted. Its number is kept encrypted, and hashed with a key to be found again; the tail is its last 2 digits.
CREATE TABLE caller (
  id INTEGER PRIMARY KEY,
  phone_hash BLOB NOT NULL UNIQUE,
  phone_cipher BLOB NOT NULL,
  phone_tail TEXT NOT NULL,
  language TEXT NOT NULL,
  slow INTEGER NOT NULL,
  place_id TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

-- A call, or an exchange of texts. The only table found by the provider's random name.
CREATE TABLE conversation (
  no INTEGER PRIMARY KEY,
  channel TEXT NOT NULL CHECK (channel IN ('voice', 'sms')),
  provider_sid TEXT NOT NULL UNIQUE,
  caller_id INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  language TEXT NOT NULL,
  place_id TEXT,
  outcome TEXT,
  last_node TEXT,
  seconds INTEGER,
  turns INTEGER NOT NULL,
  script_version TEXT NOT NULL,
  trial INTEGER NOT NULL
) STRICT;
CREATE INDEX conversation_caller ON conversation (caller_id, no);
CREATE INDEX conversation_open ON conversation (started_at) WHERE ended_at IS NULL;

-- What was heard and what was said, once a turn: the call log. No index but its key, no foreign key: it is written at every turn. Not WITHOUT
-- ROWID: its rows are wide, and a tree of them by key writes more than twice as many pages as appending them does.
CREATE TABLE turn (
  conversation_no INTEGER NOT NULL,
  turn_no INTEGER NOT NULL,
  at TEXT NOT NULL,
  token TEXT,
  heard_kind TEXT NOT NULL,
  heard TEXT NOT NULL,
  intent TEXT,
  need TEXT,
  choice TEXT,
  confidence REAL,
  language TEXT NOT NULL,
  said TEXT NOT NULL,
  node TEXT NOT NULL,
  events TEXT,
  reply TEXT NOT NULL,
  waited_ms INTEGER NOT NULL,
  segments INTEGER NOT NULL,
  PRIMARY KEY (conversation_no, turn_no)
) STRICT;

-- Where an unfinished conversation stands; the row goes when the dialogue reaches its end.
CREATE TABLE session (
  conversation_no INTEGER PRIMARY KEY,
  turn_no INTEGER NOT NULL,
  state TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

-- The scripts as they were, so that a conversation goes on with those it began with.
CREATE TABLE script_version (
  version TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  first_seen_at TEXT NOT NULL
) STRICT;

-- A text already answered: a second delivery of it gets the same answer.
CREATE TABLE sms_received (
  message_sid TEXT PRIMARY KEY,
  conversation_no INTEGER NOT NULL,
  turn_no INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a caller agreed to or refused, in their words. Rows are only added; the latest of a purpose holds.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  caller_id INTEGER NOT NULL REFERENCES caller (id),
  at TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('voice', 'sms')),
  purpose TEXT NOT NULL,
  given INTEGER NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX consent_caller ON consent (caller_id, purpose, at);

-- Messages and calls to be made later, leased to one host at a time.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  conversation_no INTEGER,
  caller_id INTEGER NOT NULL REFERENCES caller (id),
  kind TEXT NOT NULL CHECK (kind IN ('sms', 'call')),
  language TEXT NOT NULL,
  body TEXT NOT NULL,
  segments INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('due', 'sending', 'sent', 'delivered', 'failed')),
  due_at TEXT NOT NULL,
  lease_until TEXT,
  attempts INTEGER NOT NULL,
  provider_sid TEXT,
  error_code INTEGER,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (state, due_at);
CREATE UNIQUE INDEX outbox_provider_sid ON outbox (provider_sid) WHERE provider_sid IS NOT NULL;
CREATE INDEX outbox_caller ON outbox (caller_id);

-- A caller waits for a person to call back.
CREATE TABLE callback_request (
  id INTEGER PRIMARY KEY,
  conversation_no INTEGER NOT NULL,
  caller_id INTEGER NOT NULL REFERENCES caller (id),
  requested_at TEXT NOT NULL,
  due_by TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'cancelled')),
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX callback_request_state ON callback_request (state, due_by);
CREATE INDEX callback_request_caller ON callback_request (caller_id);

-- A voice message or a spoken answer: at the provider, then in our own store, then destroyed.
CREATE TABLE recording (
  id INTEGER PRIMARY KEY,
  recording_sid TEXT NOT NULL UNIQUE,
  conversation_no INTEGER NOT NULL,
  caller_id INTEGER NOT NULL REFERENCES caller (id),
  purpose TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'stored', 'deleted')),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX recording_caller ON recording (caller_id);
CREATE INDEX recording_state ON recording (state, id);
