-- What quality rules found in receptions: derived, disposable, counted again with its day. Flags: 1 in shadow, 2 taken back. Points are hundredths.
CREATE TABLE finding (
  shop_id BIGINT NOT NULL,
  day BIGINT NOT NULL,
  finding_id BIGINT NOT NULL,
  version BIGINT NOT NULL,
  reception_id BIGINT NOT NULL,
  agent_id BIGINT NOT NULL,
  rule_id TEXT NOT NULL,
  severity BIGINT NOT NULL,
  category TEXT NOT NULL,
  points BIGINT NOT NULL,
  counts_as TEXT NOT NULL,
  flags BIGINT NOT NULL,
  spans {blob} NOT NULL,
  PRIMARY KEY (shop_id, day, finding_id, version)
) {clustered};
CREATE INDEX finding_by_reception ON finding (shop_id, reception_id);

-- The kinds of occurrences that the day's counting rules stand for: where one is named, none found is 0.
CREATE TABLE finding_kind (
  shop_id BIGINT NOT NULL,
  day BIGINT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (shop_id, day, kind)
) {clustered};
