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

-- How mail leaves, one row: the password is protected text; the key that opens it lies in the data folder.
CREATE TABLE mail_setting (
  setting_id BIGINT NOT NULL PRIMARY KEY,
  host TEXT NOT NULL,
  port BIGINT NOT NULL,
  security TEXT NOT NULL,
  account TEXT,
  secret TEXT,
  sender TEXT NOT NULL,
  active BIGINT NOT NULL,
  set_at BIGINT NOT NULL,
  set_by TEXT NOT NULL
);

-- Where an account's notices are mailed to, once its owner has typed the code that was mailed there; notices up to after_seq are not.
CREATE TABLE mail_address (
  user_id BIGINT NOT NULL PRIMARY KEY,
  address TEXT NOT NULL,
  code_hash TEXT,
  code_at BIGINT NOT NULL,
  wrong_tries BIGINT NOT NULL,
  verified_at BIGINT,
  after_seq BIGINT NOT NULL
);

-- The second factor of an account: its secret is protected text. It counts once confirmed; a code of a step up to last_step was used.
CREATE TABLE sign_in_code (
  user_id BIGINT NOT NULL PRIMARY KEY,
  secret TEXT NOT NULL,
  begun_at BIGINT NOT NULL,
  confirmed_at BIGINT,
  last_step BIGINT NOT NULL
);

-- Codes for who lost their phone, hashed; each is good once.
CREATE TABLE recovery_code (
  user_id BIGINT NOT NULL,
  code_hash TEXT NOT NULL,
  used_at BIGINT,
  PRIMARY KEY (user_id, code_hash)
);

-- For which roles a second factor is required, names parted by spaces: a row for every setting, the last is in force.
CREATE TABLE sign_in_setting (
  step BIGINT NOT NULL PRIMARY KEY,
  code_roles TEXT NOT NULL,
  set_at BIGINT NOT NULL,
  set_by TEXT NOT NULL
);
-- append-only: sign_in_setting
