-- A shop's way to its platform's interface. What opens it (key, secret, session) is one protected text; the keys that open that lie in the data folder.
CREATE TABLE connector (
  shop_id BIGINT NOT NULL,
  platform TEXT NOT NULL,
  gateway TEXT NOT NULL,
  seller TEXT NOT NULL,
  evaluations TEXT NOT NULL,
  per_second BIGINT NOT NULL,
  secrets TEXT NOT NULL,
  kept_at BIGINT NOT NULL,
  kept_by TEXT NOT NULL,
  PRIMARY KEY (shop_id, platform)
) {clustered};

-- Windows of time that were asked for and whose records are in: from, and up to to. A row stands once all of its window is imported.
CREATE TABLE connector_window (
  shop_id BIGINT NOT NULL,
  platform TEXT NOT NULL,
  api TEXT NOT NULL,
  from_at BIGINT NOT NULL,
  to_at BIGINT NOT NULL,
  asked_at BIGINT NOT NULL,
  PRIMARY KEY (shop_id, platform, api, from_at, to_at)
) {clustered};

-- The accounts that the platform last told of; whom they belong to is in the list of people alone.
CREATE TABLE connector_account (
  shop_id BIGINT NOT NULL,
  platform TEXT NOT NULL,
  account_id TEXT NOT NULL,
  account TEXT NOT NULL,
  full_name TEXT,
  state TEXT NOT NULL,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (shop_id, platform, account_id)
) {clustered};
