-- An errand under way excludes every other one of its workspace. One that is not only reminds: custody is put in order
-- later, such as when no replica works with the superseded version of a key any more.
ALTER TABLE custody_errand ADD COLUMN under_way boolean NOT NULL DEFAULT true;

-- When a broken workspace is to be looked at again. Whoever moves the moment on is the replica that looks.
CREATE TABLE workspace_look (
    workspace_id uuid PRIMARY KEY REFERENCES workspace (id) ON DELETE CASCADE,
    next_at      timestamptz NOT NULL
);
