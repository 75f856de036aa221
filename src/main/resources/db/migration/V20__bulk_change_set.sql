-- Change sets of many rows: asked for at once, planned, approved, applied lane by lane. Sets of one row stay as they are.
ALTER TABLE change_set
    ALTER COLUMN digest DROP NOT NULL,
    ADD COLUMN bulk               boolean NOT NULL DEFAULT false,
    -- frozen when it was asked for: nobody who cannot see all of them sees the set
    ADD COLUMN targets            uuid[] NOT NULL DEFAULT '{}',
    -- what is wanted, so that an heir can plan it and a refresh can plan it again
    ADD COLUMN request            jsonb,
    -- fleet roles of who asked for it, for the ledger entries of the lanes and for the approvals
    ADD COLUMN created_as         text[] NOT NULL DEFAULT '{}',
    ADD COLUMN apply_when_allowed boolean NOT NULL DEFAULT false,
    -- what rules for the whole set found; those of rows lie with the rows
    ADD COLUMN violations         jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN coverage           jsonb,
    ADD COLUMN overrides          text[] NOT NULL DEFAULT '{}',
    -- of whom a heartbeat is missing another replica takes over
    ADD COLUMN planner_fence      bigint NOT NULL DEFAULT 0,
    ADD COLUMN planner_until      timestamptz,
    -- counts the changes of its rows, so that whoever follows them can go on where they left off
    ADD COLUMN events             bigint NOT NULL DEFAULT 0;
CREATE INDEX change_set_unfinished ON change_set (state) WHERE bulk AND state IN ('planning', 'planned', 'approved', 'running',
    'cancelling');

ALTER TABLE change
    -- what was wanted of the subject, as a row that can be asked for again
    ADD COLUMN wish  jsonb,
    -- the kind that makes this very row; empty where it is that of the set
    ADD COLUMN kind  text,
    -- named by who asked for it, or picked by a rule
    ADD COLUMN named boolean NOT NULL DEFAULT true,
    -- invitations and promotions first, then demotions, then removals
    ADD COLUMN phase integer NOT NULL DEFAULT 0,
    ADD COLUMN event bigint NOT NULL DEFAULT 0;
CREATE INDEX change_pending ON change (change_set_id, workspace_id) WHERE result IN ('pending', 'running');
CREATE INDEX change_event ON change (change_set_id, event) WHERE event > 0;

CREATE TABLE change_set_approval (
    change_set_id uuid NOT NULL REFERENCES change_set (id),
    principal     text NOT NULL,
    at            timestamptz NOT NULL,
    digest        text NOT NULL,
    overrides     text[] NOT NULL DEFAULT '{}',
    reason        text,
    PRIMARY KEY (change_set_id, principal)
);

-- What is done in one workspace for one set, by one replica at a time; the set that was started first comes first.
CREATE TABLE change_lane (
    change_set_id uuid NOT NULL REFERENCES change_set (id),
    workspace_id  uuid NOT NULL,
    state         text NOT NULL DEFAULT 'waiting',
    queued_at     timestamptz NOT NULL,
    -- not before; a lane that met a busy subject or a silent Instantly rests a while
    due_at        timestamptz NOT NULL,
    tries         integer NOT NULL DEFAULT 0,
    fence         bigint NOT NULL DEFAULT 0,
    expires_at    timestamptz,
    PRIMARY KEY (change_set_id, workspace_id),
    CONSTRAINT change_lane_state CHECK (state IN ('waiting', 'running', 'done'))
);
CREATE UNIQUE INDEX change_lane_one_at_a_time ON change_lane (workspace_id) WHERE state = 'running';
CREATE INDEX change_lane_open ON change_lane (workspace_id, queued_at) WHERE state <> 'done';

-- How many objects a complete look has shown last, so that half a list is not taken for the whole.
CREATE TABLE seen_list (
    workspace_id uuid NOT NULL,
    list         text NOT NULL,
    seen         integer NOT NULL,
    seen_at      timestamptz NOT NULL,
    -- far fewer than that were seen since then, not believed yet
    shrunk_to    integer,
    shrunk_at    timestamptz,
    PRIMARY KEY (workspace_id, list)
);
