-- Linking says the same as before, with less work: what an entry is in canonical form was parsed and planned
-- anew for each one, and for each of a hundred thousand postings it was asked whether it has an entry.

create or replace function canonical_entry(entry, sequence bigint, previous bytea) returns text
language plpgsql stable as $$
begin
    return '{"bookedAt":' || to_json(to_char(
               $1.booked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || ',"commonsId":' || to_json($1.commons_id)
        || ',"currency":' || to_json($1.currency)
        || ',"entryId":' || to_json($1.entry_id)
        || ',"format":1'
        || ',"kind":' || to_json($1.kind)
        || ',"logOffset":' || coalesce(to_json($1.log_offset)::text, 'null')
        || ',"logPartition":' || coalesce(to_json($1.log_partition)::text, 'null')
        || ',"payoutId":' || coalesce(to_json($1.payout_id)::text, 'null')
        || ',"postings":[' || (
               select string_agg('{"account":' || to_json(owner || ':' || kind)
                                 || ',"micros":"' || micros || '"}', ',' order by line)
               from posting
               where posting.commons_id = $1.commons_id and posting.entry_id = $1.entry_id)
        || '],"previous":"' || encode(previous, 'hex')
        || '","revenueId":' || coalesce(to_json($1.revenue_id)::text, 'null')
        || ',"sequence":' || sequence || '}';
end $$;

create or replace function link_entries() returns trigger language plpgsql as $$
declare
    one entry;
begin
    for one in
        select entry.*
        from (select distinct commons_id, entry_id from booked) as posted
        left join entry using (commons_id, entry_id)
        order by commons_id, number
    loop
        if one.entry_id is null then
            raise exception 'A posting belongs to no entry';
        end if;
        perform link_entry(one);
    end loop;
    return null;
end $$;
