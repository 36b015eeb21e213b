-- Tells who follows balances, in one of 256 groups of owners: a distribution may move a hundred thousand
-- at once, and a transaction notifies the same only once.
create function notify_balance() returns trigger language plpgsql as $$
begin
    perform pg_notify('balance', owners::text)
    from (select distinct get_byte(sha256(convert_to(owner, 'UTF8')), 0) as owners from moved) moved;
    return null;
end $$;

create trigger balance_is_added after insert on balance
    referencing new table as moved
    for each statement execute function notify_balance();

create trigger balance_is_moved after update on balance
    referencing new table as moved
    for each statement execute function notify_balance();
