-- One secret for all replicas: page tokens are signed with it, compared bodies hidden by it.
create table shared_secret (
    only_row boolean primary key default true check (only_row),
    value bytea not null check (octet_length(value) = 32),
    created_at timestamptz not null default now()
);
