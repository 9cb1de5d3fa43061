-- Records that merge by natural key, payload as JSON. What belongs to people and not to a shop stands under shop 0.
CREATE TABLE order_record (
  shop_id BIGINT NOT NULL,
  natural_key TEXT NOT NULL,
  created_at BIGINT,
  paid_at BIGINT,
  content_hash BIGINT NOT NULL,
  exported_at BIGINT,
  import_id BIGINT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (shop_id, natural_key)
) {clustered};
CREATE INDEX order_record_created_at ON order_record (shop_id, created_at);
CREATE INDEX order_record_paid_at ON order_record (shop_id, paid_at);

CREATE TABLE rating (
  shop_id BIGINT NOT NULL,
  natural_key TEXT NOT NULL,
  sent_at BIGINT,
  rated_at BIGINT,
  content_hash BIGINT NOT NULL,
  exported_at BIGINT,
  import_id BIGINT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (shop_id, natural_key)
) {clustered};
CREATE INDEX rating_sent_at ON rating (shop_id, sent_at);
CREATE INDEX rating_rated_at ON rating (shop_id, rated_at);

CREATE TABLE review (
  shop_id BIGINT NOT NULL,
  natural_key TEXT NOT NULL,
  at BIGINT,
  content_hash BIGINT NOT NULL,
  exported_at BIGINT,
  import_id BIGINT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (shop_id, natural_key)
) {clustered};
CREATE INDEX review_at ON review (shop_id, at);

CREATE TABLE employment (
  shop_id BIGINT NOT NULL,
  natural_key TEXT NOT NULL,
  from_day BIGINT,
  content_hash BIGINT NOT NULL,
  exported_at BIGINT,
  import_id BIGINT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (shop_id, natural_key)
) {clustered};
CREATE INDEX employment_from_day ON employment (shop_id, from_day);

CREATE TABLE entry (
  shop_id BIGINT NOT NULL,
  natural_key TEXT NOT NULL,
  month BIGINT,
  content_hash BIGINT NOT NULL,
  exported_at BIGINT,
  import_id BIGINT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (shop_id, natural_key)
) {clustered};
CREATE INDEX entry_month ON entry (shop_id, month);

CREATE TABLE attendance (
  shop_id BIGINT NOT NULL,
  natural_key TEXT NOT NULL,
  month BIGINT,
  content_hash BIGINT NOT NULL,
  exported_at BIGINT,
  import_id BIGINT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (shop_id, natural_key)
) {clustered};
CREATE INDEX attendance_month ON attendance (shop_id, month);

CREATE TABLE adjustment (
  shop_id BIGINT NOT NULL,
  natural_key TEXT NOT NULL,
  month BIGINT,
  content_hash BIGINT NOT NULL,
  exported_at BIGINT,
  import_id BIGINT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (shop_id, natural_key)
) {clustered};
CREATE INDEX adjustment_month ON adjustment (shop_id, month);
