-- Rows that a lane is about to send: an intent is one narrow tuple for all rows that are stored as intended together, and the wide
-- rows themselves are written once, with what became of them. What is still here when the lane is given back or inherited is
-- written into its rows then: docs/decisions/lanes.md.
CREATE TABLE change_begun (
    workspace_id  uuid NOT NULL,
    change_set_id uuid NOT NULL,
    -- of the lane that has begun them
    fence         bigint NOT NULL,
    at            timestamptz NOT NULL,
    seqs          integer[] NOT NULL,
    -- hashes of what each of them holds (change.lock): two that are alike wait for each other, no more
    subjects      bigint[] NOT NULL
);
CREATE INDEX change_begun_in_workspace ON change_begun (workspace_id);

-- Rows as they stand: begun ones are pending in their own tuples.
CREATE VIEW change_now AS
SELECT c.change_set_id, c.seq, c.workspace_id, c.workspace_name, c.subject, c.object_id, c.action, c.before, c.after,
    c.reversibility, c.effect, c.lock, c.intent, CASE WHEN b.at IS NULL THEN c.result ELSE 'running' END AS result, c.violations,
    c.verified, CASE WHEN b.at IS NULL THEN c.attempts ELSE c.attempts + 1 END AS attempts, c.found, c.problem, c.applied_at,
    c.look_at, c.wish, c.kind, c.named, c.phase, c.event, coalesce(b.at, c.tried_at) AS tried_at
FROM change c LEFT JOIN (change_begun b CROSS JOIN LATERAL unnest(b.seqs) AS s (seq))
    ON b.workspace_id = c.workspace_id AND b.change_set_id = c.change_set_id AND s.seq = c.seq;
