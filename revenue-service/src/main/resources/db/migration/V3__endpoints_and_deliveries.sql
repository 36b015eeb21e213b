-- What we send to partners. Endpoints are theirs; deliveries are made from the log.

create table endpoint (
    endpoint_id     uuid        primary key,
    partner_id      uuid        not null references partner,
    url             text        not null,
    description     text,
    -- Globs of the catalogue's types, such as revenue.*
    event_types     text[]      not null,
    -- None is every commons.
    commons_ids     uuid[]      not null,
    -- Whether what is sent is signed with Ed25519 too.
    signs_v1a       boolean     not null,
    created_at      timestamptz not null,
    -- The first failure since the last success.
    failing_since   timestamptz,
    disabled_at     timestamptz,
    disabled_reason text,
    -- The ETag.
    version         bigint      not null,
    constraint endpoint_disabled_for_a_reason
        check ((disabled_at is null) = (disabled_reason is null))
);

create index endpoint_of_partner on endpoint (partner_id, endpoint_id);

-- Keys of both schemes, sealed. After a rotation the old one signs too, until it expires.
create table endpoint_key (
    key_id      uuid        primary key,
    endpoint_id uuid        not null references endpoint on delete cascade,
    scheme      text        not null check (scheme in ('v1', 'v1a')),
    sealed      text        not null,
    -- Of v1a: whpk_ and Base64. Of v1 there is none.
    public_key  text,
    created_at  timestamptz not null,
    expires_at  timestamptz,
    constraint endpoint_key_public check ((scheme = 'v1a') = (public_key is not null))
);

create index endpoint_key_of_endpoint on endpoint_key (endpoint_id, created_at);

-- One message to one endpoint. message_id is the webhook-id: constant over attempts, and the id of
-- the event in the log, so that an event read twice is sent once.
create table delivery (
    delivery_id     uuid        primary key,
    endpoint_id     uuid        not null references endpoint on delete cascade,
    message_id      text        not null,
    event_type      text        not null,
    body            text        not null,
    created_at      timestamptz not null,
    state           text        not null
        check (state in ('pending', 'succeeded', 'failed', 'cancelled')),
    -- Attempts since it was last begun from the start, and what the next one is numbered.
    schedule_step   int         not null,
    attempt_count   int         not null,
    next_attempt_at timestamptz,
    -- Whoever has claimed it may try until then; afterwards it is anybody's again.
    claimed_until   timestamptz,
    succeeded_at    timestamptz,
    constraint delivery_message unique (endpoint_id, message_id),
    constraint delivery_pending check ((state = 'pending') = (next_attempt_at is not null))
);

create index delivery_of_endpoint on delivery (endpoint_id, delivery_id);
create index delivery_due on delivery (endpoint_id, next_attempt_at) where state = 'pending';

create table attempt (
    delivery_id    uuid        not null references delivery on delete cascade,
    number         int         not null,
    attempted_at   timestamptz not null,
    latency_millis int         not null,
    -- Of the answer; none when there was none, and then why.
    status         int,
    failure        text,
    -- The first KiB of it.
    answer         text,
    primary key (delivery_id, number),
    constraint attempt_answered_or_failed check (status is not null or failure is not null)
);
