-- What stood where when a decision was kept: a digest of a row that is only appended, or of a day of messages at a revision. The decision's text holds the hash over all that it witnessed.
CREATE TABLE witness (
  seq BIGINT NOT NULL,
  kept_in TEXT NOT NULL,
  place TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (kept_in, place)
);
CREATE INDEX witness_seq ON witness (seq);
-- append-only: witness
-- append-only: rule_set
