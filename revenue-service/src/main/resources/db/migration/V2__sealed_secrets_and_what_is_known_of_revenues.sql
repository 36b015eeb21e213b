-- What was kept readable is sealed at the start of the service: what has no colon is not yet.
alter table signing_secret rename column key to sealed;

-- Whether the public summary of a commons names it, and its ETag.
alter table partner add column publishes_revenue boolean not null default false;
alter table partner add column version bigint not null default 1;

-- For people, and so in no event: where a declaration can be checked, who voided it and why.
-- Nobody noted who voided the revenues of before.
alter table revenue add column evidence text;
alter table revenue add column voided_by text;
alter table revenue add column void_reason text;
alter table revenue add constraint revenue_voided_by
    check (voided_at is not null or (voided_by is null and void_reason is null));

-- For the summary: the revenues of a commons by the day on which their periods end.
create index revenue_of_commons_by_period on revenue (commons_id, period_to);
