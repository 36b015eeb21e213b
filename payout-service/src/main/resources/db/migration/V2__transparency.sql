-- To explain an entry: the one that distributed its revenue, and the declarations that counted.
create index entry_of_revenue on entry (commons_id, revenue_id);
create index entry_of_distribution on entry (commons_id, log_offset) where kind = 'distribution';
