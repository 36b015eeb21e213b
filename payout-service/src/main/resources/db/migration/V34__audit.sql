-- Balances are compared with what was booked, some accounts at a time, in the order of posting_of_owner.

-- One row: how far this round is, of all replicas together.
create table ledger_audit (
    after_owner      text        collate "C" not null,
    after_commons_id text        not null,
    began_at         timestamptz not null,
    -- When somebody last looked.
    looked_at        timestamptz,
    -- Since then all have been looked at: when the round before began.
    all_since        timestamptz
);
insert into ledger_audit values ('', '', now(), null, null);

-- Where they differed when they were looked at last.
create table unbooked (
    owner      text          collate "C" not null,
    commons_id text          not null,
    currency   text          collate "C" not null,
    micros     numeric(38,0) not null,
    primary key (owner, commons_id, currency)
);
