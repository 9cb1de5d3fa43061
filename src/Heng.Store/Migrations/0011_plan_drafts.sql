-- What somebody is writing, one a scheme; publishing makes a version of it and lets it go.
CREATE TABLE plan_draft (
  scheme TEXT NOT NULL PRIMARY KEY,
  yaml TEXT NOT NULL,
  saved_at BIGINT NOT NULL,
  saved_by TEXT NOT NULL
);
