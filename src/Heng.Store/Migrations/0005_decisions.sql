CREATE TABLE plan_version (
  plan_id TEXT NOT NULL,
  version BIGINT NOT NULL,
  yaml TEXT NOT NULL,
  published_at BIGINT NOT NULL,
  published_by TEXT NOT NULL,
  PRIMARY KEY (plan_id, version)
);
-- append-only: plan_version

CREATE TABLE closed_month (
  shop_id BIGINT NOT NULL,
  month BIGINT NOT NULL,
  state TEXT NOT NULL,
  sealed TEXT NOT NULL,
  hash TEXT NOT NULL,
  closed_at BIGINT NOT NULL,
  closed_by TEXT NOT NULL,
  PRIMARY KEY (shop_id, month)
);
-- append-only: closed_month

CREATE TABLE decision (
  seq BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  why TEXT NOT NULL,
  hash TEXT NOT NULL,
  prev TEXT NOT NULL
);
-- append-only: decision
CREATE INDEX decision_subject ON decision (subject);

CREATE TABLE user_account (
  user_id {id},
  name TEXT NOT NULL UNIQUE,
  password_hash TEXT,
  role TEXT NOT NULL,
  person_id BIGINT,
  team TEXT,
  language TEXT,
  security_stamp TEXT NOT NULL,
  failed_sign_ins BIGINT NOT NULL,
  locked_until BIGINT,
  key_hash TEXT,
  created_at BIGINT NOT NULL,
  disabled BIGINT NOT NULL
);
CREATE UNIQUE INDEX user_account_key ON user_account (key_hash);
