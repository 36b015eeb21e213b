-- Events that have been read, some thousands in a row: the ids of those that stand near each other in
-- a partition, sorted, 20 bytes each (UUID of version 7, distance from the first offset). log_event keeps events whose ids are none of version 7.
create table log_segment (
    topic        text   not null,
    partition    int    not null,
    first_offset bigint not null,
    -- When its events were made, in milliseconds since 1970, as their ids tell.
    from_millis  bigint not null,
    to_millis    bigint not null,
    event_count  int    not null,
    ids          bytea  not null check (length(ids) = event_count * 20),
    primary key (topic, partition, first_offset)
);

-- Random bits do not compress.
alter table log_segment alter ids set storage external;
