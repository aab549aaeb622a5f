-- What staff change of the directory and of sessions, and when an import writes over it: each record before and after, so that any change can be
-- undone by another one. Nothing here is ever changed or deleted.

-- Change no: the rows of one change share it. Page: the service, organization or session that was open. Kind, record id: as in hsds_record, or a session.
-- Staff: a name, or who imported. Undoes: the change that this one takes back. Before, after: a flat JSON object; empty where there was or is no record.
CREATE TABLE record_history (
  id bigint NOT NULL PRIMARY KEY,
  change_no bigint NOT NULL,
  page_kind nvarchar(64) NOT NULL,
  page_id nvarchar(100) NOT NULL,
  kind nvarchar(64) NOT NULL,
  record_id nvarchar(100) NOT NULL,
  at datetime2(3) NOT NULL,
  staff nvarchar(300) NOT NULL,
  what nvarchar(32) NOT NULL CHECK (what IN ('edit', 'undo', 'import')),
  undoes bigint NULL,
  record_before nvarchar(max) NOT NULL,
  record_after nvarchar(max) NOT NULL
);
CREATE INDEX record_history_page ON record_history (page_kind, page_id, change_no);
CREATE INDEX record_history_record ON record_history (kind, record_id, id);

-- Held: staff took the record away here. It comes back when its publisher changes it, not when the same file is read again.
ALTER TABLE hsds_record ADD held bit NOT NULL DEFAULT 0;

CREATE INDEX service_at_location_service ON service_at_location (service_id);
