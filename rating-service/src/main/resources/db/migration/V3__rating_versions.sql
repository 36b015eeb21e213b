-- The version counts every change, that of a comment too; the revision only what the log learns.
alter table rating add version int;
update rating set version = revision;
alter table rating alter version set not null;

-- All that a peer has said of a contribution. A retraction is noted at the version it took back.
create table rating_version (
    rating_id       uuid        not null,
    version         int         not null,
    scores          json        not null,
    confidence      int,
    comment         text,
    charter_version int         not null,
    revision        int         not null,
    rated_at        timestamptz not null,
    retracted_at    timestamptz,
    primary key (rating_id, version)
);

insert into rating_version
select rating_id, version, scores, confidence, comment, charter_version, revision, rated_at,
       retracted_at
  from rating;
