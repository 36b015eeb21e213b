-- Where contributors want their money: IBAN and holder, sealed (kit Sealer). A change is another
-- account, so that a payout prepared for the former one does not go to it unseen.
create table payout_account (
    contributor_id text        collate "C" primary key,
    account_id     uuid        not null unique,
    sealed         text        not null,
    changed_at     timestamptz not null
);
