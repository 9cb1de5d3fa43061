-- A link by which somebody sets their own password, once. Only its hash is kept.
CREATE TABLE invitation (
  token_hash TEXT NOT NULL PRIMARY KEY,
  user_id BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  made_by TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX invitation_user ON invitation (user_id);

-- Where an account is signed in. The number is the hash of what the device's cookie holds.
CREATE TABLE sign_in_session (
  session_id TEXT NOT NULL PRIMARY KEY,
  user_id BIGINT NOT NULL,
  device TEXT NOT NULL,
  began_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX sign_in_session_user ON sign_in_session (user_id);
