-- Which process a replica is, so that one that is started on the same machine after a crash can see that it has ended and need
-- not wait for its lease: docs/decisions/shared-quota.md. Empty where that cannot be told.
ALTER TABLE quota_replica ADD COLUMN process text NOT NULL DEFAULT '';
