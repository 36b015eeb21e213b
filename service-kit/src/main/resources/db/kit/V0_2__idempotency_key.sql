-- The first answer to every keyed request, kept for a day.
create table idempotency_key (
    caller      text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    status      int         not null,
    headers     json        not null,
    body        bytea       not null,
    created_at  timestamptz not null,
    primary key (caller, key)
);

create index idempotency_key_age on idempotency_key (created_at);
