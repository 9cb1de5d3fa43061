-- Claims on the float of a pool and what was decided on each; points in hundredths of a percentage point.
CREATE TABLE pool_claim (
  claim_id BIGINT NOT NULL PRIMARY KEY,
  month BIGINT NOT NULL,
  scheme TEXT NOT NULL,
  pool TEXT NOT NULL,
  role TEXT NOT NULL,
  points BIGINT NOT NULL,
  reason TEXT NOT NULL,
  kept_at BIGINT NOT NULL,
  kept_by TEXT NOT NULL
);
-- append-only: pool_claim
CREATE INDEX pool_claim_month ON pool_claim (month);

CREATE TABLE pool_ruling (
  claim_id BIGINT NOT NULL PRIMARY KEY,
  points BIGINT NOT NULL,
  giver TEXT,
  reason TEXT NOT NULL,
  kept_at BIGINT NOT NULL,
  kept_by TEXT NOT NULL
);
-- append-only: pool_ruling

-- What people enter into the ledger of a fund, in fen, and what a second person decided on it. What months put in stands in their seals.
CREATE TABLE fund_entry (
  entry_id BIGINT NOT NULL PRIMARY KEY,
  fund TEXT NOT NULL,
  kind TEXT NOT NULL,
  fen BIGINT NOT NULL,
  reason TEXT NOT NULL,
  kept_at BIGINT NOT NULL,
  kept_by TEXT NOT NULL
);
-- append-only: fund_entry

CREATE TABLE fund_ruling (
  entry_id BIGINT NOT NULL PRIMARY KEY,
  approved BIGINT NOT NULL,
  reason TEXT NOT NULL,
  kept_at BIGINT NOT NULL,
  kept_by TEXT NOT NULL
);
-- append-only: fund_ruling
