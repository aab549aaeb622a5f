-- Review: what staff look for in the call log, and what they add to it.

-- Length in whole minutes, 60 for an hour and more; null while it lasts. So that "from 5 to 10 minutes" is a few values, and not a range.
ALTER TABLE conversation ADD minutes int NULL;
GO
UPDATE conversation SET minutes = CASE WHEN seconds >= 3600 THEN 60 ELSE seconds / 60 END WHERE seconds IS NOT NULL;

-- Each filter of the log has its index, ordered as the log is (by started_at, then no, which every index ends with): a page is read from any of them without sorting. They cost at the
-- beginning and at the end of a conversation only; "turn" still has none.
CREATE INDEX conversation_kind ON conversation (channel, language, trial, started_at);
CREATE INDEX conversation_place ON conversation (place_id, started_at) WHERE place_id IS NOT NULL;
CREATE INDEX conversation_outcome ON conversation (outcome, started_at) WHERE outcome IS NOT NULL;
CREATE INDEX conversation_step ON conversation (last_node, started_at) WHERE last_node IS NOT NULL;
CREATE INDEX conversation_minutes ON conversation (minutes, started_at) WHERE minutes IS NOT NULL;

-- What a conversation was about: an intent (training, person…), or need:heating. Written with the first turn that is about it.
CREATE TABLE conversation_topic (
  topic nvarchar(64) NOT NULL,
  started_at datetime2(3) NOT NULL,
  conversation_no bigint NOT NULL,
  PRIMARY KEY (topic, started_at, conversation_no)
);
GO
INSERT INTO conversation_topic (topic, started_at, conversation_no)
SELECT DISTINCT turn.intent, conversation.started_at, conversation.no
FROM turn JOIN conversation ON conversation.no = turn.conversation_no
WHERE turn.intent IN ('training', 'referral', 'consultation', 'person', 'hours', 'stop', 'start', 'help', 'emergency', 'subscribe', 'sheet', 'unknown')
UNION
SELECT DISTINCT 'need:' + turn.need, conversation.started_at, conversation.no
FROM turn JOIN conversation ON conversation.no = turn.conversation_no
WHERE turn.need IS NOT NULL;
GO

-- What staff write beside a conversation. Rows are only added. The words are kept apart, folded, each once a conversation, to be found by.
CREATE TABLE conversation_note (
  id bigint NOT NULL PRIMARY KEY,
  conversation_no bigint NOT NULL,
  at datetime2(3) NOT NULL,
  staff_id bigint NOT NULL,
  staff_name nvarchar(200) NOT NULL,
  words nvarchar(max) NOT NULL
);
CREATE INDEX conversation_note_conversation ON conversation_note (conversation_no, id);
CREATE TABLE conversation_note_word (
  word nvarchar(64) NOT NULL,
  started_at datetime2(3) NOT NULL,
  conversation_no bigint NOT NULL,
  PRIMARY KEY (word, started_at, conversation_no)
);
GO

-- A short word by which staff find conversations again.
CREATE TABLE conversation_tag (
  tag nvarchar(64) NOT NULL,
  started_at datetime2(3) NOT NULL,
  conversation_no bigint NOT NULL,
  at datetime2(3) NOT NULL,
  staff_id bigint NOT NULL,
  staff_name nvarchar(200) NOT NULL,
  PRIMARY KEY (tag, started_at, conversation_no)
);
CREATE INDEX conversation_tag_conversation ON conversation_tag (conversation_no, tag);

-- What staff hear in a recording, written down. Each version is kept; the highest holds.
CREATE TABLE recording_transcript (
  recording_id bigint NOT NULL REFERENCES recording (id),
  version int NOT NULL,
  at datetime2(3) NOT NULL,
  staff_id bigint NOT NULL,
  staff_name nvarchar(200) NOT NULL,
  words nvarchar(max) NOT NULL,
  PRIMARY KEY (recording_id, version)
);

-- A message goes to another telephone than the conversation's when the citizen gave one: it is found by the conversation.
CREATE INDEX outbox_message_conversation ON outbox_message (conversation_no) WHERE conversation_no IS NOT NULL;
