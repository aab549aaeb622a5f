-- Getting in: tries are counted before they are looked at; a code of a telephone opens once.

-- Tries of a password or code, by whom or whose they are: an address (hashed), an account's codes, or a browser that signed in before. A row is forgotten a while after its last try.
CREATE TABLE staff_guess (
  subject nvarchar(100) NOT NULL PRIMARY KEY,
  failures int NOT NULL,
  last_at datetime2(3) NOT NULL
);
CREATE INDEX staff_guess_last_at ON staff_guess (last_at);
ALTER TABLE staff_account DROP COLUMN failures;
ALTER TABLE staff_account DROP COLUMN locked_until;

-- The 30 seconds of the last code that was taken: neither that code nor an earlier one opens.
ALTER TABLE staff_account ADD last_step bigint NULL;
