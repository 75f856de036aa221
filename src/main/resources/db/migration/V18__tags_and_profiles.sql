-- A grant may be narrowed to tags of the workspaces it holds in. NULL: the whole workspace. Never an
-- empty list, which could be read as either.
ALTER TABLE access_grant
    ADD COLUMN tags text[] CHECK (cardinality(tags) BETWEEN 1 AND 50);

-- Profiles of the agency's own; the built-in ones are code.
CREATE TABLE profile (
    name           text        PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9_-]{0,62}$'),
    instantly_role text        NOT NULL,
    permissions    text[]      NOT NULL,
    key_scopes     text[]      NOT NULL,
    -- area:verb
    rights         text[]      NOT NULL,
    version        bigint      NOT NULL,
    updated_by     text        NOT NULL,
    updated_at     timestamptz NOT NULL
);
