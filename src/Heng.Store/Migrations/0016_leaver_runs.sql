-- The payslip of somebody who left, sealed and paid before the month was: what the month's own seal then holds of them, and what it was made of.
CREATE TABLE closed_slip (
  shop_id BIGINT NOT NULL,
  month BIGINT NOT NULL,
  agent TEXT NOT NULL,
  sealed TEXT NOT NULL,
  hash TEXT NOT NULL,
  inputs {blob} NOT NULL,
  closed_at BIGINT NOT NULL,
  closed_by TEXT NOT NULL,
  PRIMARY KEY (shop_id, month, agent)
);
-- append-only: closed_slip
