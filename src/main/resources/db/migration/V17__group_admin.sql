-- Whether a workspace with a key of its own administers a group, as Instantly answered when it was asked at `seen_at`.
-- Only a memory: what is too old is asked again.
CREATE TABLE group_admin (
  workspace_id uuid        PRIMARY KEY REFERENCES workspace (id) ON DELETE CASCADE,
  administers  boolean     NOT NULL,
  seen_at      timestamptz NOT NULL
);
