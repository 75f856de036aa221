-- One row per principal, route and Idempotency-Key (contract 1), kept at least a day. Neither the key nor the body is
-- here, only digests of them.
CREATE TABLE idempotency_record (
    id            bytea       PRIMARY KEY,
    request       bytea       NOT NULL,
    -- Who runs it; whoever takes over draws a new ticket, so that the one believed dead can no longer bind or answer.
    ticket        uuid        NOT NULL,
    claimed_until timestamptz NOT NULL,
    -- What the request set going, written by the transaction that wrote that: after a crash it is asked how it ended.
    intent_kind   text,
    intent_id     uuid,
    status        integer,
    headers       jsonb,
    body          bytea,
    -- false: the answer was "unknown" and is replaced once it is known
    settled       boolean     NOT NULL DEFAULT false,
    expires_at    timestamptz NOT NULL,
    CHECK (octet_length(id) = 32),
    CHECK ((intent_kind IS NULL) = (intent_id IS NULL)),
    CHECK (NOT settled OR status IS NOT NULL)
) WITH (fillfactor = 80);
CREATE INDEX idempotency_record_age ON idempotency_record (expires_at);
