-- Every charter a commons has had, and who adopted it.
create table charter_version (
    commons_id uuid        not null references commons,
    version    int         not null,
    charter    jsonb       not null,
    adopted_by text        not null,
    adopted_at timestamptz not null,
    primary key (commons_id, version)
);

insert into charter_version (commons_id, version, charter, adopted_by, adopted_at)
select commons_id, charter_version, charter, stewards ->> 0, founded_at from commons;

-- Every version of a contribution.
create table contribution_version (
    contribution_id uuid        not null references contribution,
    version         int         not null,
    title           text        not null,
    content_uri     text        not null,
    content_digest  text        not null,
    published_by    text        not null,
    published_at    timestamptz not null,
    primary key (contribution_id, version)
);

-- Who sent the first version was not kept until now: the first author named stands for them.
insert into contribution_version
select contribution_id, version, title, content_uri, content_digest,
       authors -> 0 ->> 'contributorId', published_at
from contribution;

-- Lineage, both ways.
create table derivation (
    contribution_id uuid not null references contribution,
    upstream_id     uuid not null references contribution,
    basis_points    int  not null,
    primary key (contribution_id, upstream_id)
);

create index derivation_of_upstream on derivation (upstream_id, contribution_id);

insert into derivation
select contribution_id, cast(one ->> 'contributionId' as uuid), cast(one ->> 'basisPoints' as int)
from contribution, jsonb_array_elements(derived_from) one;

-- Other shares or authors, as they were proposed.
create table reapportionment (
    reapportionment_id uuid        primary key,
    contribution_id    uuid        not null references contribution,
    authors_before     jsonb       not null,
    authors            jsonb       not null,
    proposed_by        text        not null,
    proposed_at        timestamptz not null,
    confirmed_by       jsonb       not null,
    state              text        not null
);

create index reapportionment_of_contribution
    on reapportionment (contribution_id, reapportionment_id);

-- Words without their accents, of any language: nothing is stemmed.
create extension if not exists unaccent;
create extension if not exists btree_gin;
create text search configuration folded (copy = simple);
alter text search configuration folded
    alter mapping for hword, hword_part, word with unaccent, simple;

alter table contribution add column search tsvector not null generated always as (
    setweight(to_tsvector('folded', title), 'A')
    || setweight(to_tsvector('folded', kind), 'B')
    || setweight(jsonb_to_tsvector('folded', authors, '["string"]'), 'C')
    || setweight(to_tsvector('folded', licence), 'D')) stored;

create index contribution_search on contribution using gin (commons_id, search);
create index contribution_of_kind on contribution (commons_id, kind, contribution_id);
create index contribution_of_licence on contribution (commons_id, licence, contribution_id);

-- Who has a share in what, in the order of publication.
create table author (
    contribution_id uuid not null references contribution,
    contributor_id  text not null,
    commons_id      uuid not null,
    primary key (contribution_id, contributor_id)
);

create index author_in_commons on author (commons_id, contributor_id, contribution_id);

create function write_authors() returns trigger language plpgsql as $$
begin
    delete from author where contribution_id = new.contribution_id;
    insert into author (contribution_id, contributor_id, commons_id)
    select new.contribution_id, one ->> 'contributorId', new.commons_id
    from jsonb_array_elements(new.authors) one;
    return null;
end $$;

create trigger contribution_has_authors after insert on contribution
    for each row execute function write_authors();

create trigger contribution_has_other_authors after update on contribution
    for each row when (old.authors is distinct from new.authors) execute function write_authors();

-- Of what there is already.
insert into author (contribution_id, contributor_id, commons_id)
select contribution_id, one ->> 'contributorId', commons_id
from contribution, jsonb_array_elements(authors) one;

-- What this service's events say, as it was read back from the log: in its order, with its places.
create table commons_event (
    commons_id    uuid        not null,
    log_offset    bigint      not null,
    log_partition int         not null,
    event_id      text        not null,
    type          text        not null,
    subject       text        not null,
    occurred_at   text        not null,
    data          text        not null,
    primary key (commons_id, log_offset)
);

create index commons_event_of_charter on commons_event (commons_id, log_offset)
    where type in ('CommonsFounded.v1', 'CharterAmended.v1');

create function notify_commons_event() returns trigger language plpgsql as $$
begin
    perform pg_notify('commons_event', commons_id::text) from added group by commons_id;
    return null;
end $$;

create trigger commons_event_read after insert on commons_event
    referencing new table as added
    for each statement execute function notify_commons_event();
