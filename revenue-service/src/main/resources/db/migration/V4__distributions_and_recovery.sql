-- How revenues were split, by what payout-service tells of them in payout.log. Not of revenue: the
-- two topics have no common order, and what is told of a revenue that is not ours does no harm.
create table distribution (
    revenue_id         uuid           primary key,
    amount             numeric(18, 6) not null,
    treasury           numeric(18, 6) not null,
    currency           text           not null,
    contributor_count  int            not null,
    contribution_count int            not null,
    distributed_at     timestamptz    not null
);

-- What a recovery looks for, and whoever asks what failed: few of many.
create index delivery_to_recover on delivery (endpoint_id, delivery_id)
    where state in ('failed', 'cancelled');
