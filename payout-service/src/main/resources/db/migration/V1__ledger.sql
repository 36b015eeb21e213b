-- The ledger: double entry, append-only. Every table leads with the commons, so that no two
-- partitions of the log ever write the same row.

create table entry (
    commons_id    text        not null,
    entry_id      uuid        not null unique,
    kind          text        not null,
    revenue_id    text        not null,
    currency      text        not null,
    -- The place in the log that made it.
    log_partition int         not null,
    log_offset    bigint      not null,
    booked_at     timestamptz not null,
    primary key (commons_id, entry_id)
);

create table posting (
    commons_id text   not null,
    entry_id   uuid   not null,
    line       int    not null,
    owner      text   collate "C" not null,
    kind       text   not null,
    -- Debits are positive, credits negative.
    micros     bigint not null check (micros <> 0),
    primary key (commons_id, entry_id, line),
    foreign key (commons_id, entry_id) references entry
);

create index posting_of_owner on posting (owner, commons_id, entry_id);

-- Kept in the transaction that books the postings; of any size, since amounts add up.
create table balance (
    commons_id text          not null,
    owner      text          collate "C" not null,
    currency   text          collate "C" not null,
    accrued    numeric(38,0) not null default 0 check (accrued >= 0),
    available  numeric(38,0) not null default 0 check (available >= 0),
    reserved   numeric(38,0) not null default 0 check (reserved >= 0),
    paid       numeric(38,0) not null default 0 check (paid >= 0),
    primary key (commons_id, owner, currency)
);

create index balance_of_owner on balance (owner, currency);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is append-only: % on % is refused', tg_op, tg_table_name;
end $$;

create trigger entry_append_only before update or delete or truncate on entry
    for each statement execute function refuse_change();
create trigger posting_append_only before update or delete or truncate on posting
    for each statement execute function refuse_change();

-- The database's own word that entries balance. Postings of an entry come in one statement.
create function refuse_imbalance() returns trigger language plpgsql as $$
begin
    if exists (select from booked group by entry_id having sum(micros) <> 0) then
        raise exception 'An entry does not balance';
    end if;
    return null;
end $$;

create trigger posting_balances after insert on posting
    referencing new table as booked
    for each statement execute function refuse_imbalance();
