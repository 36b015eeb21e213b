-- What the service may, by the database's own word: of what never changes, read and add alone. All of it belongs
-- to the role that migrates (quarkus.flyway.username), and none but that can give the service more. Where the
-- service migrates itself, it takes from itself what it does not need: that keeps off mistakes, not malice.
-- At every start, since roles change, too.
do $$
declare
    service text := coalesce(nullif('${service-role}', ''), current_user);
    mine text;
begin
    -- Replicas that start at once would change the same rows of the catalogue.
    perform pg_advisory_xact_lock(hashtextextended('rights of the service', 0));
    for mine in
        select format('%I.%I', schemaname, tablename) from pg_tables
        where schemaname = current_schema() and tableowner = current_user
        and tablename <> 'flyway_schema_history'
    loop
        execute format('grant select, insert, update, delete on %s to %I', mine, service);
    end loop;
    for mine in
        select format('%I.%I', schemaname, sequencename) from pg_sequences
        where schemaname = current_schema() and sequenceowner = current_user
    loop
        execute format('grant usage on sequence %s to %I', mine, service);
    end loop;
    -- To see that all is migrated.
    execute format('grant select on flyway_schema_history to %I', service);
    execute format(
        'revoke update, delete, truncate on entry, posting, chain, payout_draw,'
            ' tree, tree_leaf, tree_node, tree_head from %I', service);
end $$;
