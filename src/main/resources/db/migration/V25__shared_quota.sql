-- Replicas share each workspace's quota at Instantly: docs/decisions/shared-quota.md. No moment is kept here: each replica
-- measures on its own monotonic clock for how long another has not been heard of.

-- One row. Whoever writes shares does so only if the number is still the one he read.
CREATE TABLE quota_round (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    number    bigint NOT NULL
);
INSERT INTO quota_round (number) VALUES (0);

CREATE TABLE quota_replica (
    id          uuid PRIMARY KEY,
    beat        bigint NOT NULL,
    -- of each bucket that is not in quota_share for it
    second_part double precision NOT NULL,
    minute_part double precision NOT NULL,
    stage       text NOT NULL CHECK (stage IN ('LIVE', 'LEFT', 'LAPSED', 'SETTLED'))
);

-- Only buckets that somebody needs more of than the usual part: those in use up to it leave no trace.
CREATE TABLE quota_share (
    bucket             text NOT NULL,
    replica_id         uuid NOT NULL,
    second             integer NOT NULL,
    minute             integer NOT NULL,
    interactive_second integer NOT NULL,
    interactive_minute integer NOT NULL,
    bulk_second        integer NOT NULL,
    bulk_minute        integer NOT NULL,
    PRIMARY KEY (bucket, replica_id)
);
