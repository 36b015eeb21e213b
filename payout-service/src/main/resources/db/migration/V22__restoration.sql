-- A ledger that was lost is folded again from commons.log; what was paid out, and at which places of
-- the chains, is learned from payout.log before that (docs/adr/0031).

create table payout_to_restore (
    entry_id         uuid   primary key,
    commons_id       text   not null,
    -- 0: the log does not tell.
    sequence         bigint not null,
    payout_id        uuid   not null,
    kind             text   not null,
    currency         text   not null,
    owner            text   not null,
    debited          text   not null,
    credited         text   not null,
    micros           bigint not null,
    booked_at_millis bigint not null
);

create index payout_to_restore_in_order on payout_to_restore (commons_id, sequence);

-- One row. A ledger that has entries was not lost.
create table restoration (
    is_learned boolean not null
);
insert into restoration
select exists (select from entry) or exists (select from log_checkpoint where next_offset > 0);

-- A payout is known from the log; its run, and the account it went to, are not.
alter table entry drop constraint entry_payout_id_fkey;
