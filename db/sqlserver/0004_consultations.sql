-- Consultations: questions asked, answers given.

-- A consultation, open from a date to another, both included.
CREATE TABLE consultation (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  title_fr nvarchar(300) NOT NULL,
  title_en nvarchar(300) NOT NULL,
  by_fr nvarchar(300) NOT NULL,
  by_en nvarchar(300) NOT NULL,
  minutes int NOT NULL,
  opens_on char(10) NOT NULL,
  closes_on char(10) NOT NULL
);

-- Its questions, numbered from 1. Minimum and maximum are for numbers, options for choices; empty when there is none.
CREATE TABLE consultation_question (
  consultation_id nvarchar(100) NOT NULL REFERENCES consultation (id),
  number int NOT NULL,
  kind nvarchar(32) NOT NULL CHECK (kind IN ('yesno', 'choice', 'number', 'open')),
  text_fr nvarchar(1000) NOT NULL,
  text_en nvarchar(1000) NOT NULL,
  minimum int NULL,
  maximum int NULL,
  option1_fr nvarchar(300) NOT NULL,
  option1_en nvarchar(300) NOT NULL,
  option2_fr nvarchar(300) NOT NULL,
  option2_en nvarchar(300) NOT NULL,
  option3_fr nvarchar(300) NOT NULL,
  option3_en nvarchar(300) NOT NULL,
  option4_fr nvarchar(300) NOT NULL,
  option4_en nvarchar(300) NOT NULL,
  PRIMARY KEY (consultation_id, number)
);

-- A caller's answer; given again, it replaces the one before. An empty value with no recording is a question passed over.
CREATE TABLE consultation_answer (
  consultation_id nvarchar(100) NOT NULL REFERENCES consultation (id),
  number int NOT NULL,
  caller_id bigint NOT NULL REFERENCES caller (id),
  conversation_no bigint NOT NULL,
  value nvarchar(max) NOT NULL,
  recording_sid nvarchar(64) NULL,
  seconds int NOT NULL,
  answered_at datetime2(3) NOT NULL,
  PRIMARY KEY (consultation_id, caller_id, number)
);
CREATE INDEX consultation_answer_caller ON consultation_answer (caller_id);
