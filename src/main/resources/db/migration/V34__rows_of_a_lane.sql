-- Rows of one workspace in their order: nothing is known yet of how many rows a set that was just planned has, and by the primary
-- key all of them would be read for each of its lanes.
CREATE INDEX change_in_workspace_by_seq ON change (workspace_id, change_set_id, seq);
DROP INDEX change_in_workspace;
