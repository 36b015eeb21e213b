-- What the log tells: which commons there are, and which contributions a partner may name.

create table commons (
    commons_id uuid primary key
);

create table contribution (
    commons_id      uuid not null references commons,
    contribution_id uuid not null,
    primary key (commons_id, contribution_id)
);

-- Partners are this service's own; nothing about them is in the log but their ids.

create table partner (
    partner_id    uuid        primary key,
    name          text        not null,
    registered_at timestamptz not null
);

create table signing_secret (
    secret_id  uuid        primary key,
    partner_id uuid        not null references partner,
    -- Base64. It cannot be a hash: verifying a signature needs the key itself.
    key        text        not null,
    created_at timestamptz not null
);

create index signing_secret_of_partner on signing_secret (partner_id);

-- Read rows. The facts are in the table event; these are what commands decide on and readers see.
-- They are written with the events, in one transaction.

create table revenue (
    revenue_id      uuid        primary key,
    commons_id      uuid        not null references commons,
    partner_id      uuid        not null references partner,
    amount_micros   bigint      not null check (amount_micros > 0),
    currency        text        not null,
    period_from     date        not null,
    period_to       date        not null check (period_to >= period_from),
    usage           jsonb       not null,
    reference       text        not null,
    received_micros bigint      not null,
    declared_at     timestamptz not null,
    voided_at       timestamptz,
    -- How many events the revenue has had: the ETag, and what the next event expects.
    event_count     bigint      not null,
    constraint revenue_reference unique (partner_id, reference),
    -- The last line of defence: never more than is owed.
    constraint revenue_received check (received_micros between 0 and amount_micros)
);

create index revenue_of_commons on revenue (commons_id, revenue_id);

create table receipt (
    receipt_id    uuid        primary key,
    revenue_id    uuid        not null references revenue,
    amount_micros bigint      not null check (amount_micros > 0),
    currency      text        not null,
    reference     text        not null,
    received_at   timestamptz not null,
    constraint receipt_reference unique (revenue_id, reference)
);
