-- What somebody is told, once each. Told_to is a person's name in the roster, or an account's name; words are what the kind's sentence names, as JSON; link is an address of Heng's own.
CREATE TABLE notice (
  seq BIGINT NOT NULL PRIMARY KEY,
  told_to TEXT NOT NULL,
  kind TEXT NOT NULL,
  occasion TEXT NOT NULL,
  words TEXT NOT NULL,
  link TEXT,
  told_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX notice_occasion ON notice (told_to, kind, occasion);
-- append-only: notice

-- Up to which notice somebody has read theirs.
CREATE TABLE notice_read (
  told_to TEXT NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL
);
