-- What its import could not take waits beside the others, with the reason, until another build of the program or somebody tries it again.
ALTER TABLE ingest_batch ADD COLUMN aside_at BIGINT;
ALTER TABLE ingest_batch ADD COLUMN aside_code TEXT;
ALTER TABLE ingest_batch ADD COLUMN aside_words TEXT;
ALTER TABLE ingest_batch ADD COLUMN aside_build TEXT;
CREATE INDEX ingest_batch_aside ON ingest_batch (aside_at);
