-- Payouts leave the books in runs: prepared by one treasurer, approved by another.

create table payout_run (
    run_id          uuid        primary key,
    currency        text        not null,
    minimum_micros  bigint      not null check (minimum_micros > 0),
    execution_date  date        not null,
    state           text        not null
        check (state in ('prepared', 'approved', 'fetched', 'cancelled')),
    prepared_by     text        not null,
    prepared_at     timestamptz not null,
    approved_by     text,
    approved_at     timestamptz,
    -- The first time: from then on a bank may have it.
    file_fetched_at timestamptz,
    cancelled_at    timestamptz,
    -- Whose account the file pays from, sealed, as it was then: the file never changes.
    debtor          text,
    event_count     bigint      not null,
    constraint payout_run_four_eyes check (approved_by <> prepared_by),
    constraint payout_run_approved_by_somebody
        check (state in ('prepared', 'cancelled') or approved_by is not null),
    constraint payout_run_approved check ((approved_by is null) = (approved_at is null)),
    constraint payout_run_fetched check ((state = 'fetched') = (file_fetched_at is not null)),
    constraint payout_run_cancelled check ((state = 'cancelled') = (cancelled_at is not null)),
    constraint payout_run_debtor check ((file_fetched_at is null) = (debtor is null))
);

-- Four eyes are worth nothing if whoever approves can make somebody else the author.
create function refuse_other_treasurer() returns trigger language plpgsql as $$
begin
    if new.prepared_by <> old.prepared_by
            or (old.approved_by is not null and new.approved_by is distinct from old.approved_by) then
        raise exception 'Who prepared or approved a payout run does not change';
    end if;
    return new;
end $$;

create trigger payout_run_treasurers_stay before update on payout_run
    for each row execute function refuse_other_treasurer();

create table payout (
    payout_id      uuid   primary key,
    run_id         uuid   not null references payout_run,
    contributor_id text   collate "C" not null,
    micros         bigint not null check (micros > 0),
    -- The account as it was when the run was prepared.
    account_id     uuid   not null,
    sealed         text   not null,
    state          text   not null check (state in
        ('prepared', 'left-out', 'reserved', 'paid', 'returned', 'cancelled')),
    -- Why it was left out or returned.
    reason         text,
    constraint payout_once_in_a_run unique (run_id, contributor_id)
);

create index payout_of_run on payout (run_id, payout_id);

-- On which balances a payout draws. Written when it is reserved, and never again.
create table payout_draw (
    payout_id  uuid   not null references payout,
    commons_id text   collate "C" not null,
    micros     bigint not null check (micros > 0),
    primary key (payout_id, commons_id)
);

create trigger payout_draw_append_only before update or delete or truncate on payout_draw
    for each statement execute function refuse_change();

-- The bank's reports, so that one read twice changes nothing.
create table payout_status_report (
    message_id text        primary key,
    digest     bytea       not null,
    run_id     uuid        not null references payout_run,
    paid       int         not null,
    returned   int         not null,
    unchanged  int         not null,
    read_at    timestamptz not null
);

-- An entry is about a revenue, and has a place in the log; or about a payout, and has none.
alter table entry
    alter revenue_id drop not null,
    alter log_partition drop not null,
    alter log_offset drop not null,
    add payout_id uuid references payout,
    add constraint entry_about_one_thing check ((revenue_id is null) <> (payout_id is null)),
    add constraint entry_of_revenue_in_the_log check (
        (revenue_id is null) = (log_partition is null)
        and (revenue_id is null) = (log_offset is null));

create index entry_of_payout on entry (payout_id) where payout_id is not null;
