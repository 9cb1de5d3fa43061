-- What raters typed and have not handed in, every version of it: a cell is what one rater gives one person for one item. Rater is the part's own person, '' where an office has it.
-- Points are as typed. Aside is 1 where it was typed somewhere else meanwhile and waits beside the standing version.
CREATE TABLE score_draft (
  scheme TEXT NOT NULL,
  cycle TEXT NOT NULL,
  month BIGINT NOT NULL,
  stage TEXT NOT NULL,
  about TEXT NOT NULL,
  filler TEXT NOT NULL,
  rater TEXT NOT NULL,
  item TEXT NOT NULL,
  version BIGINT NOT NULL,
  points TEXT NOT NULL,
  remark TEXT NOT NULL,
  aside BIGINT NOT NULL,
  sitting TEXT NOT NULL,
  kept_at BIGINT NOT NULL,
  kept_by TEXT NOT NULL,
  PRIMARY KEY (scheme, cycle, month, stage, about, filler, rater, item, version)
);
-- append-only: score_draft
