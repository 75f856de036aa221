-- Rules for a whole set are judged again when it is applied: how many people were seen in each target when it was planned.
-- And how often its planning was begun, so that one which always fails comes to an end.
ALTER TABLE change_set
    ADD COLUMN people     jsonb,
    ADD COLUMN plan_tries integer NOT NULL DEFAULT 1;
