-- A shop's business day of messages: compact columns in message_day, texts and platform ids in blocks of sixteen conversations.
CREATE TABLE message_day (
  shop_id BIGINT NOT NULL,
  day BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  messages BIGINT NOT NULL,
  rule_set_version BIGINT NOT NULL,
  folded BIGINT NOT NULL,
  filtered BIGINT NOT NULL,
  columns {blob} NOT NULL,
  PRIMARY KEY (shop_id, day)
);

CREATE TABLE transcript (
  shop_id BIGINT NOT NULL,
  day BIGINT NOT NULL,
  block BIGINT NOT NULL,
  payload {blob} NOT NULL,
  PRIMARY KEY (shop_id, day, block)
);

-- Versions that another replaced, of every kind of record. Day is the business day of a message, 0 elsewhere.
CREATE TABLE superseded (
  shop_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  day BIGINT NOT NULL,
  natural_key TEXT NOT NULL,
  content_hash BIGINT NOT NULL,
  exported_at BIGINT,
  import_id BIGINT NOT NULL,
  replaced_by_import BIGINT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (shop_id, kind, day, natural_key, content_hash)
) {clustered};
