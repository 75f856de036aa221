-- The tenants. A row exists only when its credential does: see custody_errand.
CREATE TABLE workspace (
    id                     uuid PRIMARY KEY,
    instantly_workspace_id text NOT NULL,
    name                   text NOT NULL,
    instantly_name         text NOT NULL,
    external_id            text,
    labels                 jsonb NOT NULL DEFAULT '{}',
    state                  text NOT NULL,
    -- {"CREDENTIAL": {"ok": …, "code": …, "detail": …, "since": …, "checked_at": …, "missing": […]}, …}
    conditions             jsonb NOT NULL DEFAULT '{}',
    suspended_reason       text,
    suspended_by           text,
    suspended_at           timestamptz,
    credential_mode        text NOT NULL,
    key_id                 text,
    fingerprint            text,
    key_version            integer,
    -- RESTRICT: an admin workspace cannot go while others are reached through it
    admin_workspace_id     uuid REFERENCES workspace (id) ON DELETE RESTRICT,
    stored_at              timestamptz NOT NULL,
    -- moves with every edit and every change of state, not with a mere look; the ETag
    revision               bigint NOT NULL,
    created_at             timestamptz NOT NULL,
    updated_at             timestamptz NOT NULL,
    CONSTRAINT workspace_registered_once UNIQUE (instantly_workspace_id),
    CONSTRAINT workspace_external_id_once UNIQUE (external_id),
    CONSTRAINT workspace_state CHECK (state IN ('suspended', 'credential_invalid', 'plan_inactive', 'active')),
    CONSTRAINT workspace_credential CHECK (
        (credential_mode = 'own_key' AND fingerprint IS NOT NULL AND key_version IS NOT NULL AND admin_workspace_id IS NULL)
        OR (credential_mode = 'delegated' AND admin_workspace_id IS NOT NULL AND fingerprint IS NULL AND key_version IS NULL))
);
CREATE INDEX workspace_labels ON workspace USING gin (labels jsonb_path_ops);
CREATE INDEX workspace_admin ON workspace (admin_workspace_id) WHERE admin_workspace_id IS NOT NULL;
CREATE INDEX workspace_broken ON workspace (id) WHERE state IN ('credential_invalid', 'plan_inactive');

-- Custody is another system, so what is written there is announced here first: whoever finds an old errand puts custody
-- in order (destroys a key that belongs to no workspace). The ticket fences off a process that was believed dead.
CREATE TABLE custody_errand (
    workspace_id uuid PRIMARY KEY,
    ticket       uuid NOT NULL,
    begun_at     timestamptz NOT NULL
);
CREATE INDEX custody_errand_age ON custody_errand (begun_at);
