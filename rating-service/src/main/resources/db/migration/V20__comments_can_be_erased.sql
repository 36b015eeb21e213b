-- Who had their comments erased and when: the opaque id, and nothing personal.
create table erasure (
    contributor_id text        not null,
    erased_at      timestamptz not null,
    primary key (contributor_id, erased_at)
);

-- A retraction takes the comments of all versions with it.
update rating_version set comment = null
 where rating_id in (select rating_id from rating where retracted_at is not null);

-- All that someone has said, in any commons.
create index rating_by_rater on rating (rater_id);
