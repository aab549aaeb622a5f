-- Freshness: since when what is said of a service is known to be true, and what citizens say against it. Fact sheets.

-- The local date on which somebody last made sure, and who; null is never.
ALTER TABLE service ADD COLUMN verified_on TEXT;
ALTER TABLE service ADD COLUMN verified_by TEXT;
CREATE INDEX service_verified ON service (verified_on, id);

-- A citizen says that a service is not as the line told it. No reference to the service: the report outlives it. Location: the door they were told of.
CREATE TABLE record_report (
  id INTEGER PRIMARY KEY,
  service_id TEXT NOT NULL,
  location_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('closed', 'wrong-number', 'moved', 'other')),
  caller_id INTEGER NOT NULL REFERENCES caller (id),
  conversation_no INTEGER NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'settled')),
  settled_at TEXT,
  settled_by TEXT,
  note TEXT,
  UNIQUE (conversation_no, service_id, kind)
) STRICT;
CREATE INDEX record_report_state ON record_report (state, at, id);
CREATE INDEX record_report_service ON record_report (service_id, state);
CREATE INDEX record_report_caller ON record_report (caller_id);

-- A short text on a subject, read in chapters. Needs: those it goes with; words: what else citizens call it; both separated by ';'. Summary: a text message.
CREATE TABLE fact_sheet (
  id TEXT PRIMARY KEY,
  needs TEXT NOT NULL,
  title_fr TEXT NOT NULL,
  title_en TEXT NOT NULL,
  words_fr TEXT NOT NULL,
  words_en TEXT NOT NULL,
  summary_fr TEXT NOT NULL,
  summary_en TEXT NOT NULL,
  verified_on TEXT,
  verified_by TEXT
) STRICT;

-- A chapter: at most 20 seconds said, two text messages written.
CREATE TABLE fact_sheet_chapter (
  sheet_id TEXT NOT NULL REFERENCES fact_sheet (id),
  number INTEGER NOT NULL,
  title_fr TEXT NOT NULL,
  title_en TEXT NOT NULL,
  text_fr TEXT NOT NULL,
  text_en TEXT NOT NULL,
  PRIMARY KEY (sheet_id, number)
) STRICT, WITHOUT ROWID;
