-- From here on this service also reads in the log what works are called and of what kind they are,
-- who the stewards of a commons are, and the ratings themselves, which come back to it there.
--
-- What an earlier version has read of the log lacks these. So all that comes from the log is read
-- again, from its beginning. That is safe: these tables hold nothing but what the log told, each
-- event in it counts once, and the two tables that know which ones did begin anew with them. Our own
-- ratings stay. Until a contribution has been read again, it is 404 with Retry-After, as any that is
-- new; hence a rating does not refer to its contribution any more by a constraint.
alter table rating drop constraint rating_contribution_id_fkey;
truncate charter, contribution, member, log_checkpoint, log_event;

alter table charter
    add reference_points  int not null,
    add levelling_ratings int not null;

create table steward (
    commons_id     uuid not null,
    contributor_id text not null,
    primary key (commons_id, contributor_id)
);

alter table contribution
    -- Absent where the log has nothing that could be one.
    add title        text,
    add kind         text,
    -- In the order of publication, whatever the ids.
    add position     bigint not null generated always as identity,
    -- Current ratings by peers who are not its authors now.
    add rating_count int    not null default 0;

-- By whom it is now.
create table author (
    contribution_id uuid not null,
    contributor_id  text not null,
    commons_id      uuid not null,
    primary key (contribution_id, contributor_id)
);

create index author_works on author (commons_id, contributor_id, contribution_id);

-- The ratings that count, as the fold fixes them when they arrive (DOMAIN.md, "The value equation").
create table current_rating (
    contribution_id uuid    not null,
    rater_id        text    not null,
    commons_id      uuid    not null,
    scores          json    not null,
    charter_version int     not null,
    points          bigint  not null,
    level           numeric not null,
    -- When it arrived.
    authors         json    not null,
    primary key (contribution_id, rater_id)
);

create index current_rating_of_rater on current_rating (commons_id, rater_id, contribution_id);

-- What the current ratings of a rater add up to: the next level depends on it.
create table rater_total (
    commons_id   uuid   not null,
    rater_id     text   not null,
    rating_count bigint not null,
    points       bigint not null,
    primary key (commons_id, rater_id)
);

-- Our own invitations, written with their events.
create table invitation (
    invitation_id uuid        primary key,
    commons_id    uuid        not null,
    rater_id      text        not null,
    invited_by    text        not null,
    invited_at    timestamptz not null,
    constraint invitation_once unique (commons_id, rater_id)
);

create index invitation_list on invitation (commons_id, invitation_id);
