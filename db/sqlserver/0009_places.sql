-- The official register of places: what kind of municipality each is, whether its position was measured or is the mean of its neighbours', and
-- what became of it. A merged place stays for ever, for the citizens, subscriptions and services that name it.
ALTER TABLE place ADD designation nvarchar(64) NOT NULL DEFAULT '';
ALTER TABLE place ADD located nvarchar(16) NOT NULL DEFAULT 'known' CHECK (located IN ('known', 'estimated'));
ALTER TABLE place ADD state nvarchar(16) NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'merged', 'retired'));
ALTER TABLE place ADD merged_into nvarchar(100) NULL REFERENCES place (id);
