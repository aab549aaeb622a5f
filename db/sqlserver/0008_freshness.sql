-- Freshness: since when what is said of a service is known to be true, and what citizens say against it. Fact sheets.

-- The local date on which somebody last made sure, and who; null is never.
ALTER TABLE service ADD verified_on char(10) NULL, verified_by nvarchar(300) NULL;
GO
CREATE INDEX service_verified ON service (verified_on, id);

-- A citizen says that a service is not as the line told it. No reference to the service: the report outlives it. Location: the door they were told of.
CREATE TABLE record_report (
  id bigint NOT NULL PRIMARY KEY,
  service_id nvarchar(100) NOT NULL,
  location_id nvarchar(100) NULL,
  kind nvarchar(32) NOT NULL CHECK (kind IN ('closed', 'wrong-number', 'moved', 'other')),
  caller_id bigint NOT NULL REFERENCES caller (id),
  conversation_no bigint NOT NULL,
  at datetime2(3) NOT NULL,
  state nvarchar(32) NOT NULL CHECK (state IN ('open', 'settled')),
  settled_at datetime2(3) NULL,
  settled_by nvarchar(300) NULL,
  note nvarchar(max) NULL,
  UNIQUE (conversation_no, service_id, kind)
);
CREATE INDEX record_report_state ON record_report (state, at, id);
CREATE INDEX record_report_service ON record_report (service_id, state);
CREATE INDEX record_report_caller ON record_report (caller_id);

-- A short text on a subject, read in chapters. Needs: those it goes with; words: what else citizens call it; both separated by ';'. Summary: a text message.
CREATE TABLE fact_sheet (
  id nvarchar(100) NOT NULL PRIMARY KEY,
  needs nvarchar(max) NOT NULL,
  title_fr nvarchar(300) NOT NULL,
  title_en nvarchar(300) NOT NULL,
  words_fr nvarchar(max) NOT NULL,
  words_en nvarchar(max) NOT NULL,
  summary_fr nvarchar(max) NOT NULL,
  summary_en nvarchar(max) NOT NULL,
  verified_on char(10) NULL,
  verified_by nvarchar(300) NULL
);

-- A chapter: at most 20 seconds said, two text messages written.
CREATE TABLE fact_sheet_chapter (
  sheet_id nvarchar(100) NOT NULL REFERENCES fact_sheet (id),
  number int NOT NULL,
  title_fr nvarchar(300) NOT NULL,
  title_en nvarchar(300) NOT NULL,
  text_fr nvarchar(max) NOT NULL,
  text_en nvarchar(max) NOT NULL,
  PRIMARY KEY (sheet_id, number)
);
