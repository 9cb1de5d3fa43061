-- Choices of indicators, a row for every deed on one with the whole choice as it then stood: the last row is how it stands.
CREATE TABLE indicator_choice (
  choice_id BIGINT NOT NULL,
  step BIGINT NOT NULL,
  stage TEXT NOT NULL,
  content TEXT NOT NULL,
  kept_at BIGINT NOT NULL,
  kept_by TEXT NOT NULL,
  PRIMARY KEY (choice_id, step)
);
-- append-only: indicator_choice
