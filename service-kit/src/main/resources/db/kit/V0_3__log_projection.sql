-- How far the log has been read into this database. Moved by compare-and-set, in the transaction
-- that writes what was read.
create table log_checkpoint (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    owner       uuid   not null,
    primary key (topic, partition)
);

-- Every event that has been read, by SHA-256 of its record key and ce_id, with the place where it
-- first stood: the same event further on is a duplicate.
create table log_event (
    digest     bytea  primary key,
    partition  int    not null,
    log_offset bigint not null
);
