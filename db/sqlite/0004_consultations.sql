-- Consultations: questions asked, answers given.

-- A consultation, open from a date to another, both included.
CREATE TABLE consultation (
  id TEXT PRIMARY KEY,
  title_fr TEXT NOT NULL,
  title_en TEXT NOT NULL,
  by_fr TEXT NOT NULL,
  by_en TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  opens_on TEXT NOT NULL,
  closes_on TEXT NOT NULL
) STRICT;

-- Its questions, numbered from 1. Minimum and maximum are for numbers, options for choices; empty when there is none.
CREATE TABLE consultation_question (
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('yesno', 'choice', 'number', 'open')),
  text_fr TEXT NOT NULL,
  text_en TEXT NOT NULL,
  minimum INTEGER,
  maximum INTEGER,
  option1_fr TEXT NOT NULL,
  option1_en TEXT NOT NULL,
  option2_fr TEXT NOT NULL,
  option2_en TEXT NOT NULL,
  option3_fr TEXT NOT NULL,
  option3_en TEXT NOT NULL,
  option4_fr TEXT NOT NULL,
  option4_en TEXT NOT NULL,
  PRIMARY KEY (consultation_id, number)
) STRICT, WITHOUT ROWID;

-- A caller's answer; given again, it replaces the one before. An empty value with no recording is a question passed over.
CREATE TABLE consultation_answer (
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  number INTEGER NOT NULL,
  caller_id INTEGER NOT NULL REFERENCES caller (id),
  conversation_no INTEGER NOT NULL,
  value TEXT NOT NULL,
  recording_sid TEXT,
  seconds INTEGER NOT NULL,
  answered_at TEXT NOT NULL,
  PRIMARY KEY (consultation_id, caller_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX consultation_answer_caller ON consultation_answer (caller_id);
