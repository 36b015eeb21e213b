do $$
begin
    if current_setting('server_version_num')::int < 150000 then
        raise exception 'Commonfold needs PostgreSQL 15 or later; this is %',
            current_setting('server_version');
    end if;
end $$;

comment on column log_event.digest is 'SHA-256 of topic, partition and ce_id, with a zero byte between them';
