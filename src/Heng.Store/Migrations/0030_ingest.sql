-- What programs sent and was acknowledged, until it is imported with its day: each row is a small file of the format. Received is in microseconds, so that batches have an order.
CREATE TABLE ingest_batch (
  batch_id {id},
  format TEXT NOT NULL,
  sent_by TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  lines BIGINT NOT NULL,
  payload {blob} NOT NULL
);
