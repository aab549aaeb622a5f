-- How the line does: counts of ended conversations, kept so that a page of figures reads a few hundred rows and not the log. They hold no telephone
-- and outlive the log. Trials are left out.

-- Whether the figures have it: each ended conversation is counted once.
ALTER TABLE conversation ADD counted bit NOT NULL CONSTRAINT conversation_not_counted DEFAULT 0;
GO
CREATE INDEX conversation_uncounted ON conversation (ended_at) WHERE counted = 0 AND ended_at IS NOT NULL;

-- What came in and went out. Day: local. Channel: voice or sms, or outgoing, a call that the line made with a message. Answered: something useful was
-- obtained, after answer_seconds in all; the columns after it count those by their seconds.
CREATE TABLE figure_day (
  day char(10) NOT NULL,
  channel nvarchar(16) NOT NULL,
  language nvarchar(8) NOT NULL,
  conversations bigint NOT NULL,
  abandoned bigint NOT NULL,
  turns bigint NOT NULL,
  seconds bigint NOT NULL,
  answered bigint NOT NULL,
  answer_seconds bigint NOT NULL,
  answer_15 bigint NOT NULL,
  answer_30 bigint NOT NULL,
  answer_60 bigint NOT NULL,
  answer_90 bigint NOT NULL,
  answer_120 bigint NOT NULL,
  answer_180 bigint NOT NULL,
  answer_300 bigint NOT NULL,
  answer_more bigint NOT NULL,
  PRIMARY KEY (day, channel, language)
);

-- What became of them.
CREATE TABLE figure_outcome (
  day char(10) NOT NULL,
  channel nvarchar(16) NOT NULL,
  language nvarchar(8) NOT NULL,
  outcome nvarchar(32) NOT NULL,
  conversations bigint NOT NULL,
  PRIMARY KEY (day, channel, language, outcome)
);

-- From where, a week; the place is empty where none was settled on. Week: its Monday. Abandoned: of calls and texts. Asked, found: needs.
CREATE TABLE figure_place (
  week char(10) NOT NULL,
  place_id nvarchar(100) NOT NULL,
  calls bigint NOT NULL,
  texts bigint NOT NULL,
  outgoing bigint NOT NULL,
  abandoned bigint NOT NULL,
  asked bigint NOT NULL,
  found bigint NOT NULL,
  PRIMARY KEY (week, place_id)
);

-- How many people: distinct telephones of a day (part day) or a week (part week), and of a week by language and by place.
CREATE TABLE figure_people (
  span char(10) NOT NULL,
  part nvarchar(16) NOT NULL,
  value nvarchar(100) NOT NULL,
  people bigint NOT NULL,
  PRIMARY KEY (span, part, value)
);

-- Needs that people asked for, and for which at least one service was found.
CREATE TABLE figure_need (
  week char(10) NOT NULL,
  need nvarchar(100) NOT NULL,
  asked bigint NOT NULL,
  found bigint NOT NULL,
  PRIMARY KEY (week, need)
);

-- The same by place.
CREATE TABLE figure_need_place (
  need nvarchar(100) NOT NULL,
  place_id nvarchar(100) NOT NULL,
  week char(10) NOT NULL,
  asked bigint NOT NULL,
  found bigint NOT NULL,
  PRIMARY KEY (need, place_id, week)
);
CREATE INDEX figure_need_place_place ON figure_need_place (place_id, need, week);

-- A node of a dialogue: how often it was entered, what was heard at its question, how often it meant nothing or nothing was heard, and who left there.
CREATE TABLE figure_node (
  week char(10) NOT NULL,
  node nvarchar(200) NOT NULL,
  channel nvarchar(16) NOT NULL,
  language nvarchar(8) NOT NULL,
  entered bigint NOT NULL,
  heard bigint NOT NULL,
  no_match bigint NOT NULL,
  no_input bigint NOT NULL,
  ended bigint NOT NULL,
  abandoned bigint NOT NULL,
  PRIMARY KEY (week, node, channel, language)
);

-- The ways between nodes.
CREATE TABLE figure_edge (
  week char(10) NOT NULL,
  from_node nvarchar(200) NOT NULL,
  to_node nvarchar(200) NOT NULL,
  passed bigint NOT NULL,
  PRIMARY KEY (week, from_node, to_node)
);

-- Who was counted already in a day or a week; rows go when their week is long over.
CREATE TABLE figure_person (
  span char(10) NOT NULL,
  caller_id bigint NOT NULL,
  part nvarchar(16) NOT NULL,
  value nvarchar(100) NOT NULL,
  PRIMARY KEY (span, caller_id, part, value)
);
