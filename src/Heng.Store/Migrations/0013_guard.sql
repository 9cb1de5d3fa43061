-- What the shop set for the legal guard, a row for every setting: the last is in force. Shares in ten-thousandths.
CREATE TABLE guard_setting (
  step BIGINT NOT NULL PRIMARY KEY,
  place TEXT,
  announce_days BIGINT NOT NULL,
  base_at_least BIGINT NOT NULL,
  base_at_most BIGINT NOT NULL,
  set_at BIGINT NOT NULL,
  set_by TEXT NOT NULL
);
-- append-only: guard_setting

-- Findings of the guard that somebody acknowledged with a reason. The stamp is of all that the finding rested on: another stamp is another finding.
CREATE TABLE guard_acknowledgement (
  month BIGINT NOT NULL,
  rule TEXT NOT NULL,
  subject TEXT NOT NULL,
  stamp TEXT NOT NULL,
  reason TEXT NOT NULL,
  at BIGINT NOT NULL,
  who TEXT NOT NULL,
  PRIMARY KEY (month, rule, subject, stamp)
);
-- append-only: guard_acknowledgement
