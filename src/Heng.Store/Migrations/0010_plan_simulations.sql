CREATE TABLE plan_simulation (
  plan_id TEXT NOT NULL,
  version BIGINT NOT NULL,
  result TEXT NOT NULL,
  PRIMARY KEY (plan_id, version)
);
-- append-only: plan_simulation
