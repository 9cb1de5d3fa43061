-- Which quality rules looked at a day, and whether they counted: derived, counted again with its day. A day that no rule looked at has no row.
CREATE TABLE finding_stamp (
  shop_id BIGINT NOT NULL,
  day BIGINT NOT NULL,
  stamp BIGINT NOT NULL,
  PRIMARY KEY (shop_id, day)
) {clustered};
