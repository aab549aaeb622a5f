-- How the line does: counts of ended conversations, kept so that a page of figures reads a few hundred rows and not the log. They hold no telephone
-- and outlive the log. Trials are left out.

-- Whether the figures have it: each ended conversation is counted once.
ALTER TABLE conversation ADD COLUMN counted INTEGER NOT NULL DEFAULT 0;
CREATE INDEX conversation_uncounted ON conversation (ended_at) WHERE counted = 0 AND ended_at IS NOT NULL;

-- What came in and went out. Day: local. Channel: voice or sms, or outgoing, a call that the line made with a message. Answered: something useful was
-- obtained, after answer_seconds in all; the columns after it count those by their seconds.
CREATE TABLE figure_day (
  day TEXT NOT NULL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  conversations INTEGER NOT NULL,
  abandoned INTEGER NOT NULL,
  turns INTEGER NOT NULL,
  seconds INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  answer_seconds INTEGER NOT NULL,
  answer_15 INTEGER NOT NULL,
  answer_30 INTEGER NOT NULL,
  answer_60 INTEGER NOT NULL,
  answer_90 INTEGER NOT NULL,
  answer_120 INTEGER NOT NULL,
  answer_180 INTEGER NOT NULL,
  answer_300 INTEGER NOT NULL,
  answer_more INTEGER NOT NULL,
  PRIMARY KEY (day, channel, language)
) STRICT, WITHOUT ROWID;

-- What became of them.
CREATE TABLE figure_outcome (
  day TEXT NOT NULL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  outcome TEXT NOT NULL,
  conversations INTEGER NOT NULL,
  PRIMARY KEY (day, channel, language, outcome)
) STRICT, WITHOUT ROWID;

-- From where, a week; the place is empty where none was settled on. Week: its Monday. Abandoned: of calls and texts. Asked, found: needs.
CREATE TABLE figure_place (
  week TEXT NOT NULL,
  place_id TEXT NOT NULL,
  calls INTEGER NOT NULL,
  texts INTEGER NOT NULL,
  outgoing INTEGER NOT NULL,
  abandoned INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  found INTEGER NOT NULL,
  PRIMARY KEY (week, place_id)
) STRICT, WITHOUT ROWID;

-- How many people: distinct telephones of a day (part day) or a week (part week), and of a week by language and by place.
CREATE TABLE figure_people (
  span TEXT NOT NULL,
  part TEXT NOT NULL,
  value TEXT NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (span, part, value)
) STRICT, WITHOUT ROWID;

-- Needs that people asked for, and for which at least one service was found.
CREATE TABLE figure_need (
  week TEXT NOT NULL,
  need TEXT NOT NULL,
  asked INTEGER NOT NULL,
  found INTEGER NOT NULL,
  PRIMARY KEY (week, need)
) STRICT, WITHOUT ROWID;

-- The same by place.
CREATE TABLE figure_need_place (
  need TEXT NOT NULL,
  place_id TEXT NOT NULL,
  week TEXT NOT NULL,
  asked INTEGER NOT NULL,
  found INTEGER NOT NULL,
  PRIMARY KEY (need, place_id, week)
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_need_place_place ON figure_need_place (place_id, need, week);

-- A node of a dialogue: how often it was entered, what was heard at its question, how often it meant nothing or nothing was heard, and who left there.
CREATE TABLE figure_node (
  week TEXT NOT NULL,
  node TEXT NOT NULL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  entered INTEGER NOT NULL,
  heard INTEGER NOT NULL,
  no_match INTEGER NOT NULL,
  no_input INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  abandoned INTEGER NOT NULL,
  PRIMARY KEY (week, node, channel, language)
) STRICT, WITHOUT ROWID;

-- The ways between nodes.
CREATE TABLE figure_edge (
  week TEXT NOT NULL,
  from_node TEXT NOT NULL,
  to_node TEXT NOT NULL,
  passed INTEGER NOT NULL,
  PRIMARY KEY (week, from_node, to_node)
) STRICT, WITHOUT ROWID;

-- Who was counted already in a day or a week; rows go when their week is long over.
CREATE TABLE figure_person (
  span TEXT NOT NULL,
  caller_id INTEGER NOT NULL,
  part TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (span, caller_id, part, value)
) STRICT, WITHOUT ROWID;
