-- A company's own metrics by version. The order of seq is the order of definition: a formula names only what came before it.
CREATE TABLE custom_metric (
  seq BIGINT NOT NULL PRIMARY KEY,
  metric_id TEXT NOT NULL,
  version BIGINT NOT NULL,
  from_day BIGINT NOT NULL,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  unit TEXT NOT NULL,
  better TEXT NOT NULL,
  formula TEXT NOT NULL,
  defined_at BIGINT NOT NULL,
  defined_by TEXT NOT NULL,
  UNIQUE (metric_id, version)
);
-- append-only: custom_metric
