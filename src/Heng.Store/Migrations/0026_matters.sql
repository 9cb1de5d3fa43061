-- What people take through steps of its own: a swap of shifts, a goal, a suggestion. Kind names what it is (never renamed); about is whom it concerns, or empty;
-- the days are those it speaks of; natural_key, where it has one, is unique within the kind.
CREATE TABLE matter (
  kind TEXT NOT NULL,
  matter_id BIGINT NOT NULL,
  about TEXT NOT NULL,
  first_day BIGINT NOT NULL,
  last_day BIGINT NOT NULL,
  natural_key TEXT,
  PRIMARY KEY (kind, matter_id)
);
CREATE INDEX matter_about ON matter (kind, about);
CREATE INDEX matter_days ON matter (kind, first_day, last_day);
CREATE UNIQUE INDEX matter_key ON matter (kind, natural_key);
-- append-only: matter

-- What happened to it, in order: what stands is what these come to. Payload is the step as JSON.
CREATE TABLE matter_event (
  kind TEXT NOT NULL,
  matter_id BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  kept_by TEXT NOT NULL,
  kept_at BIGINT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (kind, matter_id, seq)
);
-- append-only: matter_event
