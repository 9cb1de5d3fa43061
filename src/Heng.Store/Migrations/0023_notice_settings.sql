-- When people are reminded of their parts, at which hour, and under which address Heng is opened: a row for every setting, the last is in force.
CREATE TABLE notice_setting (
  step BIGINT NOT NULL PRIMARY KEY,
  days_before BIGINT NOT NULL,
  every_days_late BIGINT NOT NULL,
  hour BIGINT NOT NULL,
  site TEXT,
  set_at BIGINT NOT NULL,
  set_by TEXT NOT NULL
);
-- append-only: notice_setting
