-- Small records of many kinds that merge by natural key, payload as JSON. What belongs to the company and not to a shop stands under shop 0.
-- The days are those a record speaks of, in Shanghai; a record of one day has it twice.
CREATE TABLE record (
  shop_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  natural_key TEXT NOT NULL,
  first_day BIGINT,
  last_day BIGINT,
  content_hash BIGINT NOT NULL,
  exported_at BIGINT,
  import_id BIGINT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (shop_id, kind, natural_key)
) {clustered};
CREATE INDEX record_days ON record (shop_id, kind, first_day, last_day);
