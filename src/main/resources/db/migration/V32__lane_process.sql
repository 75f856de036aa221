-- Which process runs a lane, as in quota_replica: one of the same machine can see that it has ended and need not wait for the
-- lease: docs/decisions/lanes.md. Empty where that cannot be told.
ALTER TABLE change_lane ADD COLUMN process text NOT NULL DEFAULT '';
