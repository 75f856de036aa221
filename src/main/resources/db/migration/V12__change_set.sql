-- Everything that Steward changes at Instantly. A change set is a list of changes; the PATCH of one member is a change set
-- of one row. Names of states and results are those of the API.
CREATE TABLE change_set (
    id                 uuid PRIMARY KEY,
    kind               text NOT NULL,
    state              text NOT NULL,
    reason             text,
    created_by         text NOT NULL,
    created_at         timestamptz NOT NULL,
    -- sha256: over the canonical JSON of what is to be done
    digest             text NOT NULL,
    required_approvals integer NOT NULL DEFAULT 0,
    planned_at         timestamptz,
    expires_at         timestamptz,
    started_at         timestamptz,
    finished_at        timestamptz,
    undo_of            uuid REFERENCES change_set (id),
    CONSTRAINT change_set_state CHECK (state IN ('planning', 'planned', 'approved', 'running', 'paused', 'cancelling',
        'succeeded', 'partially_succeeded', 'failed', 'cancelled', 'rejected', 'expired'))
);
CREATE INDEX change_set_of_principal ON change_set (created_by, created_at);
CREATE INDEX change_set_undone ON change_set (undo_of) WHERE undo_of IS NOT NULL;

CREATE TABLE change (
    change_set_id  uuid NOT NULL REFERENCES change_set (id),
    seq            integer NOT NULL,
    -- no foreign key: a workspace may be forgotten, what was done in it may not
    workspace_id   uuid NOT NULL,
    workspace_name text NOT NULL,
    subject        text,
    -- Instantly's id of what is changed, where it has one already
    object_id      text,
    action         text NOT NULL,
    before         jsonb,
    after          jsonb,
    reversibility  text NOT NULL,
    effect         text NOT NULL,
    -- what an heir needs to look whether it came about: the lease's name and what the kind keeps for itself
    lock           text NOT NULL,
    intent         jsonb NOT NULL,
    result         text NOT NULL,
    violations     jsonb NOT NULL DEFAULT '[]',
    verified       boolean NOT NULL DEFAULT false,
    attempts       integer NOT NULL DEFAULT 0,
    -- the object as it was last seen
    found          jsonb,
    problem        jsonb,
    applied_at     timestamptz,
    -- whose word counts: that of the last holder of the lease
    fence          bigint NOT NULL DEFAULT 0,
    -- when somebody has to look what became of it; empty once that is known, or given up
    look_at        timestamptz,
    PRIMARY KEY (change_set_id, seq),
    CONSTRAINT change_result CHECK (result IN ('pending', 'running', 'applied', 'already_satisfied', 'skipped_stale',
        'blocked_guard', 'failed', 'unknown', 'not_attempted', 'cancelled')),
    CONSTRAINT change_effect CHECK (effect IN ('grants', 'reduces', 'neutral'))
);
-- Two writes to one subject never run at the same time, whatever became of the leases.
CREATE UNIQUE INDEX change_one_at_a_time ON change (workspace_id, lock) WHERE result = 'running';
CREATE INDEX change_to_look_at ON change (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX change_in_doubt ON change (workspace_id) WHERE look_at IS NOT NULL;
CREATE INDEX change_in_workspace ON change (workspace_id, change_set_id);

-- Who may act on something at this moment. Held without a transaction; a fencing number refuses whoever comes too late.
CREATE TABLE lease (
    workspace_id uuid NOT NULL,
    -- a subject, or what a whole workspace has only once: admins
    name         text NOT NULL,
    fence        bigint NOT NULL,
    expires_at   timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, name)
);
CREATE SEQUENCE lease_fence;
