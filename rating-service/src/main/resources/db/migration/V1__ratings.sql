-- What the log has told: written with the log's checkpoint, in one transaction.

create table charter (
    commons_id uuid not null,
    version    int  not null,
    -- json, not jsonb: a criterion's name comes from the log and may hold any character.
    criteria   json not null,
    quorum     int  not null,
    raters     text not null,
    primary key (commons_id, version)
);

create table contribution (
    contribution_id uuid    primary key,
    commons_id      uuid    not null,
    authors         json    not null,
    withdrawn       boolean not null
);

-- Who has published in a commons, or was invited to rate there.
create table member (
    commons_id     uuid not null,
    contributor_id text not null,
    primary key (commons_id, contributor_id)
);

-- Read rows of our own events: written with them, in one transaction.

create table rating (
    rating_id       uuid        primary key,
    contribution_id uuid        not null references contribution,
    commons_id      uuid        not null,
    rater_id        text        not null,
    scores          json        not null,
    confidence      int,
    comment         text,
    charter_version int         not null,
    revision        int         not null,
    rated_at        timestamptz not null,
    -- A retracted rating stays: when the peer rates again, its revisions go on.
    retracted_at    timestamptz,
    event_count     bigint      not null,
    constraint rating_one_per_peer unique (contribution_id, rater_id)
);

create index rating_of_contribution on rating (contribution_id, rating_id)
    where retracted_at is null;
