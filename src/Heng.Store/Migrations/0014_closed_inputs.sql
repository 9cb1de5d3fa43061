-- What a closed month was made of, so that it can be recomputed whatever comes later: agent-days and contributions without buyers or texts, people, rules, small records.
CREATE TABLE closed_input (
  shop_id BIGINT NOT NULL,
  month BIGINT NOT NULL,
  hash TEXT NOT NULL,
  payload {blob} NOT NULL,
  PRIMARY KEY (shop_id, month)
);
-- append-only: closed_input
