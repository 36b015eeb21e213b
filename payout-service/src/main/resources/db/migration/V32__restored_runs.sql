-- A run that is restored from payout.log has no bank accounts and no file, but what became of its
-- payments can still be said (docs/adr/0031).
alter table payout
    alter account_id drop not null,
    alter sealed drop not null,
    add constraint payout_account_whole check ((account_id is null) = (sealed is null));

alter table payout_run
    drop constraint payout_run_state_check,
    add constraint payout_run_state_check
        check (state in ('prepared', 'approved', 'fetched', 'restored', 'cancelled')),
    drop constraint payout_run_settlement_fetched,
    add constraint payout_run_settlement_fetched
        check (settlement_outcome is null or state in ('fetched', 'restored'));

-- What a run or a payout has to do with an entry that waits; null where the log does not tell.
alter table payout_to_restore
    add run_id uuid,
    add reason text;
