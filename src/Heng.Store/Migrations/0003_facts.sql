-- Derived, disposable, rebuilt from records.
CREATE TABLE session_fact (
  shop_id BIGINT NOT NULL,
  day BIGINT NOT NULL,
  session_id BIGINT NOT NULL,
  agent_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  buyer_id BIGINT NOT NULL,
  start_at BIGINT NOT NULL,
  end_at BIGINT NOT NULL,
  buyer_messages BIGINT NOT NULL,
  human_messages BIGINT NOT NULL,
  rounds BIGINT NOT NULL,
  replied BIGINT NOT NULL,
  PRIMARY KEY (shop_id, day, session_id)
) {clustered};

CREATE TABLE reception_fact (
  shop_id BIGINT NOT NULL,
  day BIGINT NOT NULL,
  agent_id BIGINT NOT NULL,
  reception_id BIGINT NOT NULL,
  buyer_id BIGINT NOT NULL,
  first_at BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  first_response BIGINT,
  flags BIGINT NOT NULL,
  measures {blob} NOT NULL,
  rounds {blob} NOT NULL,
  PRIMARY KEY (shop_id, day, agent_id, reception_id)
) {clustered};
CREATE INDEX reception_by_id ON reception_fact (shop_id, reception_id);

CREATE TABLE agent_day (
  shop_id BIGINT NOT NULL,
  day BIGINT NOT NULL,
  agent_id BIGINT NOT NULL,
  part TEXT NOT NULL,
  rule_set_version BIGINT NOT NULL,
  measures {blob} NOT NULL,
  first_waits {blob} NOT NULL,
  round_waits {blob} NOT NULL,
  PRIMARY KEY (shop_id, day, agent_id, part)
) {clustered};

CREATE TABLE ledger (
  shop_id BIGINT NOT NULL,
  order_id TEXT NOT NULL,
  created_day BIGINT NOT NULL,
  paid_day BIGINT,
  payload {blob} NOT NULL,
  PRIMARY KEY (shop_id, order_id)
) {clustered};
CREATE INDEX ledger_created ON ledger (shop_id, created_day);
CREATE INDEX ledger_paid ON ledger (shop_id, paid_day);

CREATE TABLE contribution (
  shop_id BIGINT NOT NULL,
  day BIGINT NOT NULL,
  agent_id BIGINT NOT NULL,
  part TEXT NOT NULL,
  ordinal BIGINT NOT NULL,
  kind BIGINT NOT NULL,
  fact_id TEXT NOT NULL,
  state BIGINT NOT NULL,
  measures {blob} NOT NULL,
  PRIMARY KEY (shop_id, day, agent_id, part, ordinal)
) {clustered};
