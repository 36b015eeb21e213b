-- A key whose records take long is set aside, so that others do not wait (docs/adr/0042): all records
-- before next_offset are in the database, and before ahead_offset all but those of that key. Who has
-- moved next_offset meanwhile is owner_beside.
alter table log_checkpoint
    add ahead_offset  bigint,
    add key_set_aside text,
    add owner_beside  uuid,
    add constraint log_checkpoint_set_aside
        check ((key_set_aside is null) = (ahead_offset is null) and ahead_offset >= next_offset);
