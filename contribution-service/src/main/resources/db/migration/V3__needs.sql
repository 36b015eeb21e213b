-- The tasks of a commons. Who works on one is part of its row, so that one lock decides; how many
-- may is limited (TakingUp).

create table need (
    need_id      uuid        primary key,
    commons_id   uuid        not null references commons,
    title        text        not null,
    description  text,
    kind         text,
    skills       text[]      not null,
    opened_by    text,
    opened_at    timestamptz not null,
    takers       jsonb       not null,
    fulfilled_by uuid        references contribution,
    closed_at    timestamptz,
    -- How many changes it has had: the ETag. Those that are events have that version.
    change_count bigint      not null,
    state        text        not null generated always as (
        case when closed_at is not null then 'CLOSED'
             when takers = '[]' then 'OPEN'
             else 'TAKEN_UP' end) stored,
    constraint need_closed_by_a_work check ((fulfilled_by is null) = (closed_at is null))
);

create index need_of_commons on need (commons_id, need_id);
create index need_of_state on need (commons_id, state, need_id);
create index need_of_skill on need using gin (commons_id, skills);

-- For suggestions, which are of needs that are not closed, in any commons.
create index need_waiting_skill on need using gin (skills) where closed_at is null;
create index need_waiting_commons on need (commons_id, need_id) where closed_at is null;
create index need_waiting_kind on need (kind, need_id) where closed_at is null;

-- For suggestions and for those who want to be forgotten.
create index need_of_opener on need (opened_by, need_id);
create index need_of_taker on need using gin (takers jsonb_path_ops);
create index need_of_fulfilment on need (fulfilled_by);
