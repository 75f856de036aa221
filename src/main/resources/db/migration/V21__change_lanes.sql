-- When a row was last begun: how long an effect may still come is counted from there.
ALTER TABLE change ADD COLUMN tried_at timestamptz;
-- A lane prolongs the leases of all its subjects at once.
CREATE INDEX lease_of_holder ON lease (fence);
