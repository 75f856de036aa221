-- Who holds which profile where. A revoked grant stays as evidence and counts for nothing.
CREATE TABLE access_grant (
    id            uuid        PRIMARY KEY,
    principal     text        NOT NULL CHECK (principal ~ '^(sub|email|group):.+'),
    profile       text        NOT NULL,
    selector      text,
    workspace_ids uuid[],
    expires_at    timestamptz,
    created_by    text        NOT NULL,
    created_at    timestamptz NOT NULL,
    revoked_by    text,
    revoked_at    timestamptz,
    CHECK ((selector IS NULL) <> (workspace_ids IS NULL)),
    CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
);

-- Asked by every request of somebody without a fleet role that already allows it.
CREATE INDEX access_grant_of_principal ON access_grant (principal) WHERE revoked_at IS NULL;
