-- Read rows. The facts are in the table event; these are what commands decide on and readers see.
-- They are written with the events, in one transaction.

create table commons (
    commons_id      uuid        primary key,
    name            text        not null,
    charter         jsonb       not null,
    charter_version int         not null,
    stewards        jsonb       not null,
    founded_at      timestamptz not null
);

create table contribution (
    contribution_id uuid        primary key,
    commons_id      uuid        not null references commons,
    title           text        not null,
    kind            text        not null,
    licence         text        not null,
    content_uri     text        not null,
    content_digest  text        not null,
    authors         jsonb       not null,
    derived_from    jsonb       not null,
    fulfils         uuid,
    version         int         not null,
    published_at    timestamptz not null,
    withdrawn_at    timestamptz,
    -- How many events the contribution has had: the ETag, and what the next event expects.
    event_count     bigint      not null
);

create index contribution_of_commons on contribution (commons_id, contribution_id);
