-- A run whose file never reached a bank, or of which the bank never says more, is ended by two treasurers
-- who say the same of the payments still reserved.
alter table payout_run
    add settlement_outcome     text check (settlement_outcome in ('paid', 'returned')),
    add settlement_proposed_by text,
    add settlement_proposed_at timestamptz,
    add settlement_agreed_by   text,
    add settlement_agreed_at   timestamptz,
    add constraint payout_run_settlement_four_eyes
        check (settlement_agreed_by <> settlement_proposed_by),
    add constraint payout_run_settlement_proposed check (
        (settlement_outcome is null) = (settlement_proposed_by is null)
        and (settlement_outcome is null) = (settlement_proposed_at is null)),
    add constraint payout_run_settlement_agreed check (
        (settlement_agreed_by is null) = (settlement_agreed_at is null)
        and (settlement_agreed_by is null or settlement_proposed_by is not null)),
    add constraint payout_run_settlement_fetched
        check (settlement_outcome is null or state = 'fetched');

-- Whoever agrees cannot make somebody else the one who proposed, nor change what was proposed.
create function refuse_other_settlement() returns trigger language plpgsql as $$
begin
    if (new.settlement_agreed_by is not null or old.settlement_agreed_by is not null)
            and (new.settlement_proposed_by is distinct from old.settlement_proposed_by
                 or new.settlement_outcome is distinct from old.settlement_outcome)
            or old.settlement_agreed_by is not null
            and new.settlement_agreed_by is distinct from old.settlement_agreed_by then
        raise exception 'Who settled a payout run, and how, does not change';
    end if;
    return new;
end $$;

create trigger payout_run_settlement_stays before update on payout_run
    for each row execute function refuse_other_settlement();

-- Who handed a bank's report in; not known of those before.
alter table payout_status_report add read_by text;

-- What there was to pay when it was prepared, of which the payout is what a bank can move; not known of
-- those before.
alter table payout add available_micros bigint check (available_micros >= micros);
