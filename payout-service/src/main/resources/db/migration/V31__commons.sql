-- Which commons there are, and in which partition of the log: written by the fold as it reads them, so that a
-- question about one that never was costs no reading of the log, whoever wrote the log and however it hashes keys.
create table commons (
    commons_id    text   primary key,
    log_partition int    not null,
    -- Of its founding; not known of those read before.
    log_offset    bigint
);

insert into commons (commons_id, log_partition)
select distinct commons_id, log_partition from entry where log_partition is not null;
