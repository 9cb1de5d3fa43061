-- What waits of one format is looked for every few seconds, among many messages.
CREATE INDEX ingest_batch_format ON ingest_batch (format, batch_id);
