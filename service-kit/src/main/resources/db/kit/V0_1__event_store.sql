-- The event store, which is also the outbox: what a command decided and what is sent to Kafka are
-- one row, written once.
create sequence event_position;

create table event (
    event_id    uuid        primary key,
    position    bigint      not null default nextval('event_position'),
    stream_id   text        not null,
    version     bigint      not null,
    topic       text        not null,
    record_key  bytea,
    -- [[name, value], …] in order; a value's bytes as ISO 8859-1, so that any bytes survive.
    headers     json        not null,
    data        bytea,
    recorded_at timestamptz not null default now(),
    sent_at     timestamptz,
    constraint event_stream_version unique (stream_id, version)
);

create unique index event_unsent on event (position) where sent_at is null;

create function notify_outbox() returns trigger language plpgsql as $$
begin
    notify outbox;
    return null;
end $$;

create trigger event_appended after insert on event
    for each statement execute function notify_outbox();
