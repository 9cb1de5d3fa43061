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

-- Group robots. The address with its token and what is signed with are one protected text, gone once the robot is removed; the key that opens it lies in the data folder.
-- Kinds are parted by spaces; notices up to after_seq are none of the robot's.
CREATE TABLE notice_robot (
  robot_id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  platform TEXT NOT NULL,
  team TEXT,
  kinds TEXT NOT NULL,
  language TEXT NOT NULL,
  state TEXT NOT NULL,
  secrets TEXT,
  after_seq BIGINT NOT NULL,
  added_at BIGINT NOT NULL,
  added_by TEXT NOT NULL
);

-- Messages that leave, each over the notices after one number up to another. Outlet is robot/ID or mail/ACCOUNT. What they say is worked out from the notices and kept nowhere else.
CREATE TABLE notice_message (
  outlet TEXT NOT NULL,
  number BIGINT NOT NULL,
  after_seq BIGINT NOT NULL,
  to_seq BIGINT NOT NULL,
  told BIGINT NOT NULL,
  state TEXT NOT NULL,
  queued_at BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  tried_at BIGINT,
  answer TEXT,
  PRIMARY KEY (outlet, number)
);

-- Each try to send a message, and what was answered; no answer where it is under way, or where the server ended meanwhile.
CREATE TABLE notice_try (
  outlet TEXT NOT NULL,
  number BIGINT NOT NULL,
  nth BIGINT NOT NULL,
  begun_at BIGINT NOT NULL,
  answer TEXT,
  PRIMARY KEY (outlet, number, nth)
);
