-- Whole numbers are BIGINT everywhere. A day is yyyymmdd, a month yyyymm, an instant Unix seconds, money inside payloads exact decimals.
CREATE TABLE shop (
  shop_id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE rule_set (
  shop_id BIGINT NOT NULL REFERENCES shop,
  version BIGINT NOT NULL,
  effective_from BIGINT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (shop_id, version)
);

CREATE TABLE buyer (
  shop_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (shop_id, id)
) {clustered};
CREATE UNIQUE INDEX buyer_name ON buyer (shop_id, name);

CREATE TABLE account (
  shop_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (shop_id, id)
) {clustered};
CREATE UNIQUE INDEX account_name ON account (shop_id, name);

CREATE TABLE person (
  person_id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE import_file (
  import_id {id},
  shop_id BIGINT,
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size BIGINT NOT NULL,
  exported_at BIGINT,
  read_rows BIGINT NOT NULL,
  accepted BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  duplicate BIGINT NOT NULL,
  dropped BIGINT NOT NULL,
  started_at BIGINT NOT NULL,
  finished_at BIGINT,
  imported_by TEXT NOT NULL,
  state TEXT NOT NULL
);
CREATE INDEX import_file_sha ON import_file (sha256);

CREATE TABLE rejected_row (
  import_id BIGINT NOT NULL,
  line BIGINT NOT NULL,
  reason TEXT NOT NULL,
  raw TEXT NOT NULL,
  PRIMARY KEY (import_id, line)
);

CREATE TABLE coverage (
  shop_id BIGINT NOT NULL,
  source BIGINT NOT NULL,
  day BIGINT NOT NULL,
  PRIMARY KEY (shop_id, source, day)
) {clustered};
