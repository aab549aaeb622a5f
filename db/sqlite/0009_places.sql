-- The official register of places: what kind of municipality each is, whether its position was measured or is the mean of its neighbours', and
-- what became of it. A merged place stays for ever, for the citizens, subscriptions and services that name it.
ALTER TABLE place ADD COLUMN designation TEXT NOT NULL DEFAULT '';
ALTER TABLE place ADD COLUMN located TEXT NOT NULL DEFAULT 'known' CHECK (located IN ('known', 'estimated'));
ALTER TABLE place ADD COLUMN state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'merged', 'retired'));
ALTER TABLE place ADD COLUMN merged_into TEXT REFERENCES place (id);
