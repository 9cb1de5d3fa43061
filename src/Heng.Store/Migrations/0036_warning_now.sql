-- What an open warning of something that happened has come to since its last step: kept with what was looked at, so that a server that starts anew has lost no count.
CREATE TABLE warning_now (
  warning BIGINT NOT NULL PRIMARY KEY,
  standing TEXT NOT NULL
) {clustered};
