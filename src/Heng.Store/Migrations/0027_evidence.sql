-- A picture or PDF that shows what was recorded or filed: whom it is about, who brought it, what it is by its content (kind: number of its type), and the bytes as they came.
CREATE TABLE evidence (
  evidence_id BIGINT NOT NULL PRIMARY KEY,
  about TEXT NOT NULL,
  area TEXT NOT NULL,
  name TEXT NOT NULL,
  kind BIGINT NOT NULL,
  content {blob} NOT NULL,
  kept_by TEXT NOT NULL,
  kept_at BIGINT NOT NULL
);
-- append-only: evidence
