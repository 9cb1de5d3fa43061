-- That somebody answered a survey, and nothing else: neither when nor what.
CREATE TABLE survey_participation (
  survey_id BIGINT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (survey_id, person)
);
-- append-only: survey_participation

-- What was answered, added up as JSON: how many of each group chose which step, and the free lines in the order of their characters. It is written anew with every answer,
-- so that no row, number or order is one person's. No column joins it to who answered.
CREATE TABLE survey_tally (
  survey_id BIGINT NOT NULL PRIMARY KEY,
  tally TEXT NOT NULL
);
