-- What the fold keeps in memory, to go on from after a restart. Derived from the log: it may be lost,
-- and is then folded again.

-- A portion of what a commons was before an offset: what had changed since the portion before, and
-- some of the rest. Those that are there tell all of it, a later one what is newer.
create table commons_snapshot (
    commons_id    text   not null,
    as_of         bigint not null,
    log_partition int    not null,
    -- Of the bytes, and of the rules that led to them.
    format        int    not null,
    data          bytea  not null,
    primary key (commons_id, as_of)
);

create index commons_snapshot_of_partition on commons_snapshot (log_partition, commons_id, as_of);

-- It is dense already.
alter table commons_snapshot alter data set storage external;

-- From where on each partition has to be folded again: all before is in snapshots.
create table refold (
    log_partition int    primary key,
    from_offset   bigint not null,
    -- Of so many commons there are snapshots: when there are fewer, some are lost.
    commons_count int    not null
);
