-- The chain: one row per entry, in the order of commits, without a gap. What counts is `entry`, the canonical bytes that
-- were hashed; the other columns repeat parts of it to be searched by, and the verifier compares them with it.
CREATE TABLE ledger_entry (
  seq           bigint      PRIMARY KEY,
  at            timestamptz NOT NULL,
  principal     text        NOT NULL,
  action        text        NOT NULL,
  workspace_id  uuid,
  change_set_id uuid,
  entry         bytea       NOT NULL,
  hash          bytea       NOT NULL
);
CREATE INDEX ledger_entry_workspace ON ledger_entry (workspace_id, seq);
CREATE INDEX ledger_entry_change_set ON ledger_entry (change_set_id, seq);
CREATE INDEX ledger_entry_principal ON ledger_entry (principal, seq);
CREATE INDEX ledger_entry_action ON ledger_entry (action, seq);

-- The end of the chain: one row, locked as the last thing before COMMIT.
CREATE TABLE ledger_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  seq      bigint  NOT NULL,
  hash     bytea   NOT NULL
);
INSERT INTO ledger_head (seq, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

-- Nobody changes the past by accident. (Who may drop this trigger is found out by the chain.)
CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only';
END $$;
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
