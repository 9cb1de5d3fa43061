-- What happened in an assessment, in order: its state is what these come to. Version is that of the scheme whose course it goes by; what is a number of the event's kind.
CREATE TABLE appraisal_event (
  scheme TEXT NOT NULL,
  cycle TEXT NOT NULL,
  month BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  version BIGINT NOT NULL,
  what BIGINT NOT NULL,
  stage TEXT NOT NULL,
  part_of BIGINT NOT NULL,
  about TEXT,
  filler TEXT NOT NULL,
  doer TEXT,
  kept_at BIGINT NOT NULL,
  kept_by TEXT NOT NULL,
  why TEXT,
  target TEXT,
  PRIMARY KEY (scheme, cycle, month, seq)
);
-- append-only: appraisal_event
