-- The console: who of the staff signs in, how, and what they opened. Instants are UTC text as everywhere.

-- Somebody of the staff. Email key: the address as it is compared. The second factor's secret is encrypted; a disabled account signs in no more, and stays for the audit log.
CREATE TABLE staff_account (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('listener', 'staff', 'coordinator', 'administrator')),
  language TEXT NOT NULL,
  password_hash TEXT,
  security_stamp TEXT NOT NULL,
  concurrency_stamp TEXT NOT NULL,
  two_factor INTEGER NOT NULL,
  authenticator_key TEXT,
  failures INTEGER NOT NULL,
  locked_until TEXT,
  disabled INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

-- Codes for the day the telephone of the second factor is lost: each is used once, and only its hash is kept.
CREATE TABLE staff_recovery_code (
  account_id INTEGER NOT NULL REFERENCES staff_account (id),
  code_hash TEXT NOT NULL,
  PRIMARY KEY (account_id, code_hash)
) STRICT, WITHOUT ROWID;

-- A link that sets a password, once. Without an account: it makes the first one. Only the hash of its secret is kept.
CREATE TABLE staff_link (
  secret_hash TEXT PRIMARY KEY,
  account_id INTEGER REFERENCES staff_account (id),
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;

-- Who opened, revealed and changed what. Never a telephone number.
CREATE TABLE audit_entry (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  account_id INTEGER NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entry_account ON audit_entry (account_id, id);
CREATE INDEX audit_entry_action ON audit_entry (action, id);
CREATE INDEX audit_entry_subject ON audit_entry (subject, id);
CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

-- The keys of cookies and forms, encrypted, so that each host reads what another wrote.
CREATE TABLE data_protection_key (
  name TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A form that was carried out: a second copy of it does nothing.
CREATE TABLE form_receipt (
  once TEXT PRIMARY KEY,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX form_receipt_at ON form_receipt (at);
