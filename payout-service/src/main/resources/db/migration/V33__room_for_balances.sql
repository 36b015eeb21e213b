-- A distribution to a whole commons moves each of its balances. Where there is room beside a row, its next
-- version is written there, and no index learns of it; half of a page is what all of them need at once.
alter table balance set (fillfactor = 50);
