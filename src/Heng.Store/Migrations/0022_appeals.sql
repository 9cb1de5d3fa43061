-- An appeal: who says that which fact is wrong, and what they say it should be. Kind is the number of what is corrected; day that of the fact, of a month's record the first; wish as JSON.
CREATE TABLE appeal (
  appeal_id BIGINT NOT NULL PRIMARY KEY,
  agent TEXT NOT NULL,
  shop TEXT NOT NULL,
  kind BIGINT NOT NULL,
  fact TEXT NOT NULL,
  day BIGINT NOT NULL,
  wish TEXT NOT NULL
);
CREATE INDEX appeal_agent ON appeal (agent);
CREATE INDEX appeal_fact ON appeal (kind, fact);
-- append-only: appeal

-- What happened to it, in order: where it stands is what these come to. Moved is who moved by its correction, as JSON.
CREATE TABLE appeal_event (
  appeal_id BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  what BIGINT NOT NULL,
  kept_by TEXT NOT NULL,
  kept_at BIGINT NOT NULL,
  why TEXT NOT NULL,
  moved TEXT,
  PRIMARY KEY (appeal_id, seq)
);
-- append-only: appeal_event
