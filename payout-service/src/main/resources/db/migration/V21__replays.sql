-- Comparisons of the ledger with what the log says (docs/adr/0030).
create table replay (
    replay_id      uuid        primary key,
    state          text        not null check (state in ('running', 'equal', 'different', 'failed')),
    started_by     text        not null,
    started_at     timestamptz not null,
    ended_at       timestamptz,
    records        bigint      not null default 0,
    records_in_all bigint      not null default 0,
    entries        bigint      not null default 0,
    payout_entries bigint      not null default 0,
    balances       bigint      not null default 0,
    differences    bigint      not null default 0,
    -- The first of them.
    shown          jsonb       not null default '[]',
    failure        text,
    constraint replay_has_ended check ((state = 'running') = (ended_at is null))
);

-- Entries in the order of the records that made them.
create index entry_in_log on entry (log_partition, log_offset) where log_partition is not null;
