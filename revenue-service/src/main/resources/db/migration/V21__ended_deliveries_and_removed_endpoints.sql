-- When a delivery came to rest without having arrived: what has failed since a time is found by it.
alter table delivery add column ended_at timestamptz;

create function note_end() returns trigger language plpgsql as $$
begin
    new.ended_at := case when new.state in ('failed', 'cancelled') then now() end;
    return new;
end
$$;

create trigger delivery_ends before update of state on delivery for each row
    when (old.state is distinct from new.state) execute function note_end();

update delivery
   set ended_at = coalesce(
           (select max(attempted_at) from attempt where attempt.delivery_id = delivery.delivery_id),
           created_at)
 where state in ('failed', 'cancelled');

create index delivery_to_recover_since on delivery (endpoint_id, ended_at)
    where ended_at is not null and succeeded_at is null;

-- Its deliveries are deleted some at a time, and it goes with the last.
alter table endpoint add column removed_at timestamptz;
create index endpoint_removed on endpoint (removed_at) where removed_at is not null;
