-- The console: who of the staff signs in, how, and what they opened.

-- Somebody of the staff. Email key: the address as it is compared. The second factor's secret is encrypted; a disabled account signs in no more, and stays for the audit log.
CREATE TABLE staff_account (
  id bigint NOT NULL PRIMARY KEY,
  email nvarchar(254) NOT NULL,
  email_key nvarchar(254) NOT NULL UNIQUE,
  name nvarchar(100) NOT NULL,
  role nvarchar(32) NOT NULL CHECK (role IN ('listener', 'staff', 'coordinator', 'administrator')),
  language nvarchar(8) NOT NULL,
  password_hash nvarchar(400) NULL,
  security_stamp nvarchar(64) NOT NULL,
  concurrency_stamp nvarchar(64) NOT NULL,
  two_factor bit NOT NULL,
  authenticator_key nvarchar(400) NULL,
  failures int NOT NULL,
  locked_until datetime2(3) NULL,
  disabled bit NOT NULL,
  created_at datetime2(3) NOT NULL,
  updated_at datetime2(3) NOT NULL
);

-- Codes for the day the telephone of the second factor is lost: each is used once, and only its hash is kept.
CREATE TABLE staff_recovery_code (
  account_id bigint NOT NULL REFERENCES staff_account (id),
  code_hash nvarchar(64) NOT NULL,
  PRIMARY KEY (account_id, code_hash)
);

-- A link that sets a password, once. Without an account: it makes the first one. Only the hash of its secret is kept.
CREATE TABLE staff_link (
  secret_hash nvarchar(64) NOT NULL PRIMARY KEY,
  account_id bigint NULL REFERENCES staff_account (id),
  expires_at datetime2(3) NOT NULL,
  used_at datetime2(3) NULL
);

-- Who opened, revealed and changed what. Never a telephone number. SQLite refuses changes by a trigger; here, grant the line's login INSERT and SELECT alone on it.
CREATE TABLE audit_entry (
  id bigint NOT NULL PRIMARY KEY,
  at datetime2(3) NOT NULL,
  account_id bigint NOT NULL,
  who nvarchar(100) NOT NULL,
  action nvarchar(50) NOT NULL,
  subject nvarchar(200) NOT NULL
);
CREATE INDEX audit_entry_account ON audit_entry (account_id, id);
CREATE INDEX audit_entry_action ON audit_entry (action, id);
CREATE INDEX audit_entry_subject ON audit_entry (subject, id);

-- The keys of cookies and forms, encrypted, so that each host reads what another wrote.
CREATE TABLE data_protection_key (
  name nvarchar(100) NOT NULL PRIMARY KEY,
  content nvarchar(max) NOT NULL,
  created_at datetime2(3) NOT NULL
);

-- A form that was carried out: a second copy of it does nothing.
CREATE TABLE form_receipt (
  once nvarchar(64) NOT NULL PRIMARY KEY,
  at datetime2(3) NOT NULL
);
CREATE INDEX form_receipt_at ON form_receipt (at);
