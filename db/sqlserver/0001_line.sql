-- The line itself: who called, what was said, what is owed.
-- Instants are UTC; numbers of rows come from "sequence".

-- Next identifier of each table that is numbered.
CREATE TABLE sequence (
  name nvarchar(64) NOT NULL PRIMARY KEY,
  next bigint NOT NULL
);

-- A telephone that called or texted. Its number is kept encrypted, and hashed with a key to be found again; the tail is its last 2 digits.
CREATE TABLE caller (
  id bigint NOT NULL PRIMARY KEY,
  phone_hash varbinary(32) NOT NULL UNIQUE,
  phone_cipher varbinary(128) NOT NULL,
  phone_tail nvarchar(2) NOT NULL,
  language nvarchar(8) NOT NULL,
  slow bit NOT NULL,
  place_id nvarchar(100) NULL,
  created_at datetime2(3) NOT NULL,
  updated_at datetime2(3) NOT NULL
);

-- A call, or an exchange of texts. The only table found by the provider's random name.
CREATE TABLE conversation (
  no bigint NOT NULL PRIMARY KEY,
  channel nvarchar(32) NOT NULL CHECK (channel IN ('voice', 'sms')),
  provider_sid nvarchar(64) NOT NULL UNIQUE,
  caller_id bigint NOT NULL,
  started_at datetime2(3) NOT NULL,
  ended_at datetime2(3) NULL,
  language nvarchar(8) NOT NULL,
  place_id nvarchar(100) NULL,
  outcome nvarchar(32) NULL,
  last_node nvarchar(200) NULL,
  seconds int NULL,
  turns int NOT NULL,
  script_version nvarchar(64) NOT NULL,
  trial bit NOT NULL
);
CREATE INDEX conversation_caller ON conversation (caller_id, no);
CREATE INDEX conversation_open ON conversation (started_at) WHERE ended_at IS NULL;

-- What was heard and what was said, once a turn: the call log. No index but its key, no foreign key: it is written at every turn.
CREATE TABLE turn (
  conversation_no bigint NOT NULL,
  turn_no int NOT NULL,
  at datetime2(3) NOT NULL,
  token nvarchar(64) NULL,
  heard_kind nvarchar(32) NOT NULL,
  heard nvarchar(max) NOT NULL,
  intent nvarchar(32) NULL,
  need nvarchar(32) NULL,
  choice nvarchar(32) NULL,
  confidence float NULL,
  language nvarchar(8) NOT NULL,
  said nvarchar(max) NOT NULL,
  node nvarchar(200) NOT NULL,
  events nvarchar(max) NULL,
  reply nvarchar(max) NOT NULL,
  waited_ms int NOT NULL,
  segments int NOT NULL,
  PRIMARY KEY (conversation_no, turn_no)
);

-- Where an unfinished conversation stands; the row goes when the dialogue reaches its end.
CREATE TABLE session (
  conversation_no bigint NOT NULL PRIMARY KEY,
  turn_no int NOT NULL,
  state nvarchar(max) NOT NULL,
  updated_at datetime2(3) NOT NULL
);

-- The scripts as they were, so that a conversation goes on with those it began with.
CREATE TABLE script_version (
  version nvarchar(64) NOT NULL PRIMARY KEY,
  content nvarchar(max) NOT NULL,
  first_seen_at datetime2(3) NOT NULL
);

-- A text already answered: a second delivery of it gets the same answer.
CREATE TABLE sms_received (
  message_sid nvarchar(64) NOT NULL PRIMARY KEY,
  conversation_no bigint NOT NULL,
  turn_no int NOT NULL
);

-- What a caller agreed to or refused, in their words. Rows are only added; the latest of a purpose holds.
CREATE TABLE consent (
  id bigint NOT NULL PRIMARY KEY,
  caller_id bigint NOT NULL REFERENCES caller (id),
  at datetime2(3) NOT NULL,
  channel nvarchar(32) NOT NULL CHECK (channel IN ('voice', 'sms')),
  purpose nvarchar(32) NOT NULL,
  given bit NOT NULL,
  words nvarchar(max) NOT NULL
);
CREATE INDEX consent_caller ON consent (caller_id, purpose, at);

-- Messages and calls to be made later, leased to one host at a time.
CREATE TABLE outbox (
  id bigint NOT NULL PRIMARY KEY,
  conversation_no bigint NULL,
  caller_id bigint NOT NULL REFERENCES caller (id),
  kind nvarchar(32) NOT NULL CHECK (kind IN ('sms', 'call')),
  language nvarchar(8) NOT NULL,
  body nvarchar(max) NOT NULL,
  segments int NOT NULL,
  state nvarchar(32) NOT NULL CHECK (state IN ('due', 'sending', 'sent', 'delivered', 'failed')),
  due_at datetime2(3) NOT NULL,
  lease_until datetime2(3) NULL,
  attempts int NOT NULL,
  provider_sid nvarchar(64) NULL,
  error_code int NULL,
  created_at datetime2(3) NOT NULL,
  updated_at datetime2(3) NOT NULL
);
CREATE INDEX outbox_due ON outbox (state, due_at);
CREATE UNIQUE INDEX outbox_provider_sid ON outbox (provider_sid) WHERE provider_sid IS NOT NULL;
CREATE INDEX outbox_caller ON outbox (caller_id);

-- A caller waits for a person to call back.
CREATE TABLE callback_request (
  id bigint NOT NULL PRIMARY KEY,
  conversation_no bigint NOT NULL,
  caller_id bigint NOT NULL REFERENCES caller (id),
  requested_at datetime2(3) NOT NULL,
  due_by datetime2(3) NOT NULL,
  state nvarchar(32) NOT NULL CHECK (state IN ('open', 'done', 'cancelled')),
  updated_at datetime2(3) NOT NULL
);
CREATE INDEX callback_request_state ON callback_request (state, due_by);
CREATE INDEX callback_request_caller ON callback_request (caller_id);

-- A voice message or a spoken answer: at the provider, then in our own store, then destroyed.
CREATE TABLE recording (
  id bigint NOT NULL PRIMARY KEY,
  recording_sid nvarchar(64) NOT NULL UNIQUE,
  conversation_no bigint NOT NULL,
  caller_id bigint NOT NULL REFERENCES caller (id),
  purpose nvarchar(32) NOT NULL,
  seconds int NOT NULL,
  state nvarchar(32) NOT NULL CHECK (state IN ('pending', 'stored', 'deleted')),
  created_at datetime2(3) NOT NULL,
  updated_at datetime2(3) NOT NULL
);
CREATE INDEX recording_caller ON recording (caller_id);
CREATE INDEX recording_state ON recording (state, id);
