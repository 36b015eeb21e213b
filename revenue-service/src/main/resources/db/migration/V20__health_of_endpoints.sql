alter table endpoint
    -- Until then the receiver asked for rest.
    add column not_before timestamptz,
    -- Whether its last answers came at once: only then it gets several messages at a time.
    add column is_quick boolean not null default false;

-- Scheme and host in the one form in which URLs are kept from now on.
update endpoint
   set url = lower(substring(url from '^[^:]+://[^/?]*')) || substring(url from '^[^:]+://[^/?]*(.*)$');

-- Who has failed for five days.
create index endpoint_failing on endpoint (failing_since) where failing_since is not null;
