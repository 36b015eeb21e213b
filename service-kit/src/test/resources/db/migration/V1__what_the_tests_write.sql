-- Every effect is a row: one that happened twice is there twice.
create table effect (
    number     bigint generated always as identity,
    partition  int    not null,
    log_offset bigint not null,
    event_id   text
);

create table thing (
    thing_id uuid primary key,
    name     text not null
);
