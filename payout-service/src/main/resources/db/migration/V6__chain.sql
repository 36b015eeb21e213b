-- History cannot be altered quietly: each entry of a commons carries the hash of the one before it.

-- The order in which entries were written.
alter table entry add column number bigint generated always as identity;
create unique index entry_in_order on entry (commons_id, number);

create table chain (
    commons_id text   not null,
    -- From 1 on, without a gap.
    sequence   bigint not null,
    entry_id   uuid   not null unique,
    -- SHA-256.
    hash       bytea  not null check (length(hash) = 32),
    primary key (commons_id, sequence)
);

-- The last link of each commons: whoever books takes it, so that links are made one by one.
create table chain_head (
    commons_id text   primary key,
    sequence   bigint not null,
    hash       bytea  not null
);

-- An entry as RFC 8785 writes it: names in order, no space, micros as text since JSON has no 64 bits.
-- "format" is to change with any change of this.
create function canonical_entry(entry, sequence bigint, previous bytea) returns text
language sql stable as $$
    select '{"bookedAt":' || to_json(to_char(
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
        || ',"sequence":' || sequence || '}'
$$;

create function link_entry(entry) returns void language plpgsql as $$
declare
    head chain_head;
begin
    insert into chain_head values ($1.commons_id, 0, decode(repeat('00', 32), 'hex'))
    on conflict do nothing;
    select * into head from chain_head where commons_id = $1.commons_id for update;
    head.sequence := head.sequence + 1;
    head.hash := sha256(convert_to(canonical_entry($1, head.sequence, head.hash), 'UTF8'));
    insert into chain values ($1.commons_id, head.sequence, $1.entry_id, head.hash);
    update chain_head set sequence = head.sequence, hash = head.hash
    where commons_id = $1.commons_id;
end $$;

-- Of what there is already.
do $$
declare
    one entry;
begin
    for one in select * from entry order by commons_id, number loop
        perform link_entry(one);
    end loop;
end $$;

-- Postings of an entry come in one statement, and with the first of them the entry is complete.
-- Commonses in order, so that two who book never wait for each other.
create function link_entries() returns trigger language plpgsql as $$
declare
    one entry;
begin
    if exists (select from booked where not exists (
            select from entry where entry.commons_id = booked.commons_id
            and entry.entry_id = booked.entry_id)) then
        raise exception 'A posting belongs to no entry';
    end if;
    for one in
        select * from entry
        where (commons_id, entry_id) in (select commons_id, entry_id from booked)
        order by commons_id, number
    loop
        perform link_entry(one);
    end loop;
    return null;
end $$;

create trigger posting_is_linked after insert on posting
    referencing new table as booked
    for each statement execute function link_entries();

create trigger chain_append_only before update or delete or truncate on chain
    for each statement execute function refuse_change();

-- Refused by rights as well: of a table whose rows nobody may change, nobody may refer to a row.
alter table posting drop constraint posting_commons_id_entry_id_fkey;
revoke update, delete, truncate on entry, posting, chain from current_user;
