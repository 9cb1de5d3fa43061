-- What was decided about a proposal of measures, in order: what stands is what these come to. The proposal is named by the month of its card, plan, rule, agent and measure;
-- what and measure are numbers of their kinds; evidence is the cards it rested on, as JSON.
CREATE TABLE measure_event (
  month BIGINT NOT NULL,
  plan TEXT NOT NULL,
  rule TEXT NOT NULL,
  agent TEXT NOT NULL,
  measure BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  what BIGINT NOT NULL,
  day BIGINT,
  why TEXT NOT NULL,
  evidence TEXT NOT NULL,
  kept_by TEXT NOT NULL,
  kept_at BIGINT NOT NULL,
  PRIMARY KEY (month, plan, rule, agent, measure, seq)
);
CREATE INDEX measure_event_agent ON measure_event (agent);
-- append-only: measure_event

-- A talk about results: with whom, by whom, at which level (1 the group's leader, then upwards), after which other; of a month's assessment (scheme and cycle) where it is one's part.
CREATE TABLE interview (
  interview_id BIGINT NOT NULL PRIMARY KEY,
  agent TEXT NOT NULL,
  led_by TEXT NOT NULL,
  level BIGINT NOT NULL,
  follows BIGINT,
  month BIGINT NOT NULL,
  scheme TEXT,
  cycle TEXT
);
CREATE INDEX interview_agent ON interview (agent);
CREATE INDEX interview_month ON interview (month);
-- append-only: interview

-- What happened to it, in order. Words is the text as JSON where it was written; hash that of the text that was written, signed or seen.
CREATE TABLE interview_event (
  interview_id BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  what BIGINT NOT NULL,
  kept_by TEXT NOT NULL,
  kept_at BIGINT NOT NULL,
  hash TEXT NOT NULL,
  why TEXT NOT NULL,
  words TEXT,
  PRIMARY KEY (interview_id, seq)
);
-- append-only: interview_event
