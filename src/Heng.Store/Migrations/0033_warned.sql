-- What of a shop's day was looked at for warnings already (findings, complaints): a server that starts anew warns of the rest alone.
CREATE TABLE warned_fact (
  shop_id BIGINT NOT NULL,
  day BIGINT NOT NULL,
  fact TEXT NOT NULL,
  PRIMARY KEY (shop_id, day, fact)
) {clustered};

-- How many of a kind passed by themselves before anybody was told.
CREATE TABLE warning_passed (
  shop_id BIGINT NOT NULL,
  day BIGINT NOT NULL,
  kind BIGINT NOT NULL,
  passed BIGINT NOT NULL,
  PRIMARY KEY (shop_id, day, kind)
) {clustered};
