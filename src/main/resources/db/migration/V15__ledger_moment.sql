-- "What has happened since …" finds its place in the chain by the moment.
CREATE INDEX ledger_entry_at ON ledger_entry (at, seq);
