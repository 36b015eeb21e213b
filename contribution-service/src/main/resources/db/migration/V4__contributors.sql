-- What people say about themselves. Personal: it goes to no log, and with its person.
create table profile (
    contributor_id text        primary key,
    display_name   text        not null,
    about          text,
    skills         text[]      not null,
    links          text[]      not null,
    version        bigint      not null,
    written_at     timestamptz not null
);

-- Who had themselves forgotten and when: the opaque id that the ledger keeps, and nothing personal.
create table erasure (
    contributor_id text        not null,
    erased_at      timestamptz not null,
    primary key (contributor_id, erased_at)
);

-- Whether a peer's current rating speaks well of a contribution, as the log tells: made anew from
-- there at any time. It counts only for suggestions; value is payout-service's.
create table peer_verdict (
    contribution_id uuid    not null,
    rater_id        text    not null,
    is_favourable   boolean not null,
    primary key (contribution_id, rater_id)
);

-- What someone is an author of in any commons, in the order of publication.
create index author_works on author (contributor_id, contribution_id);

-- Ratings that an earlier version skipped are read now: all that comes from the log is read again,
-- from its beginning. These tables hold nothing else.
truncate commons_event, log_checkpoint, log_event;
