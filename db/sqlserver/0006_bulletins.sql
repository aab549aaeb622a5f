-- A bulletin is planned a page of callers at a time: the callers of a topic in their order, wherever it is that they asked for.
DROP INDEX subscription_topic ON subscription;
CREATE INDEX subscription_topic ON subscription (topic, caller_id, place_id);
