-- Few of many, and asked for once a minute: money that has left the balances and of which no bank has
-- said yet that it arrived.
create index payout_reserved on payout (run_id) where state = 'reserved';
