-- What staff change of the directory and of sessions, and when an import writes over it: each record before and after, so that any change can be
-- undone by another one. Nothing here is ever changed or deleted.

-- Change no: the rows of one change share it. Page: the service, organization or session that was open. Kind, record id: as in hsds_record, or a session.
-- Staff: a name, or who imported. Undoes: the change that this one takes back. Before, after: a flat JSON object; empty where there was or is no record.
CREATE TABLE record_history (
  id INTEGER PRIMARY KEY,
  change_no INTEGER NOT NULL,
  page_kind TEXT NOT NULL,
  page_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  at TEXT NOT NULL,
  staff TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('edit', 'undo', 'import')),
  undoes INTEGER,
  record_before TEXT NOT NULL,
  record_after TEXT NOT NULL
) STRICT;
CREATE INDEX record_history_page ON record_history (page_kind, page_id, change_no);
CREATE INDEX record_history_record ON record_history (kind, record_id, id);

-- Held: staff took the record away here. It comes back when its publisher changes it, not when the same file is read again.
ALTER TABLE hsds_record ADD COLUMN held INTEGER NOT NULL DEFAULT 0;

CREATE INDEX service_at_location_service ON service_at_location (service_id);
