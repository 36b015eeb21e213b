-- What partners owe and what the bank holds stands beside what everybody has, so that both sides of the
-- books can be compared at any time. A row of partner:<id> or bank has this alone, any other has none. It
-- may be below zero: of a voided revenue, a partner gets back the roundings of what was released in parts.
alter table balance add column debit numeric(38,0) not null default 0;

insert into balance (commons_id, owner, currency, debit)
select commons_id, owner, currency, sum(micros)
  from posting join entry using (commons_id, entry_id)
 where posting.kind not in ('accrued', 'available', 'reserved', 'paid')
 group by commons_id, owner, currency
having sum(micros) <> 0;
