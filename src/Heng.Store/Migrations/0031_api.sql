-- Keys of programs. Of a key only the prefix, by which it is found, and the hash of its secret are kept. Scopes are parted by spaces; it acts as an account and never sees more than that.
-- Used_at is kept to the hour.
CREATE TABLE api_key (
  key_id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  prefix TEXT NOT NULL,
  secret_hash TEXT NOT NULL,
  scopes TEXT NOT NULL,
  shop_id BIGINT,
  user_id BIGINT NOT NULL,
  a_minute BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  made_by TEXT NOT NULL,
  expires_at BIGINT,
  revoked_at BIGINT,
  revoked_by TEXT,
  used_at BIGINT
);
CREATE UNIQUE INDEX api_key_prefix ON api_key (prefix);

-- Where events are posted to. The secret they are signed with is protected text, gone once the hook is removed; the key that opens it lies in the data folder.
-- Kinds are parted by spaces; events up to after_seq are none of the hook's.
CREATE TABLE webhook (
  webhook_id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  private_allowed BIGINT NOT NULL,
  kinds TEXT NOT NULL,
  state TEXT NOT NULL,
  secret TEXT,
  after_seq BIGINT NOT NULL,
  failing_since BIGINT,
  made_at BIGINT NOT NULL,
  made_by TEXT NOT NULL
);

-- What happened and may be posted: a kind and the number of what it is about, never more. An occasion happens once.
CREATE TABLE webhook_event (
  seq BIGINT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  occasion TEXT NOT NULL,
  subject TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE UNIQUE INDEX webhook_event_occasion ON webhook_event (kind, occasion);
-- append-only: webhook_event

-- An event on its way to a hook.
CREATE TABLE webhook_delivery (
  webhook_id BIGINT NOT NULL,
  event_seq BIGINT NOT NULL,
  state TEXT NOT NULL,
  queued_at BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  tried_at BIGINT,
  answer TEXT,
  PRIMARY KEY (webhook_id, event_seq)
);

-- Each try to post an event, and what was answered; no answer where it is under way, or where the server ended meanwhile.
CREATE TABLE webhook_try (
  webhook_id BIGINT NOT NULL,
  event_seq BIGINT NOT NULL,
  nth BIGINT NOT NULL,
  begun_at BIGINT NOT NULL,
  answer TEXT,
  PRIMARY KEY (webhook_id, event_seq, nth)
);

-- The address under which a calendar reads an account's days. Only the hash of its secret is kept.
CREATE TABLE calendar_link (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  user_id BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX calendar_link_user ON calendar_link (user_id);
