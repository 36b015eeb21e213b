package org.commonfold.payout.replay.persistence;

/** What a replay asks the ledger. */
final class LedgerQueries {

    static final String IS_WRITTEN_DOWN = "select from replay where replay_id = $1";

    /** A table of the kit's. */
    static final String CHECKPOINTS =
            "select partition, next_offset from log_checkpoint where topic = 'commons.log'";

    private static final String LINKS = """
            select entry.log_offset, entry.commons_id, entry.entry_id, chain.sequence,
                   encode(previous, 'hex') as previous, encode(chain.hash, 'hex') as hash,
                   encode(sha256(convert_to(
                       canonical_entry(entry, chain.sequence, previous), 'UTF8')), 'hex')
                       as standing
              from entry
              join chain on chain.entry_id = entry.entry_id
              left join chain before on before.commons_id = chain.commons_id
                                    and before.sequence = chain.sequence - 1
             cross join lateral (
                   select coalesce(before.hash, decode(repeat('00', 32), 'hex')) as previous)
                   as link
            """;

    static final String LINKS_OF_PARTITION = LINKS + """
             where entry.log_partition = $1 and entry.log_offset > $2 and entry.log_offset < $3
             order by entry.log_offset, entry.number limit $4""";

    static final String LINKS_OF_PAYOUTS = LINKS + " where entry.entry_id = any($1)";

    static final String REMEMBER_PAYOUTS = """
            create temporary table payout_entry as
            select entry_id, payout_id from entry where payout_id is not null""";

    static final String FORGET_PAYOUTS = "drop table if exists pg_temp.payout_entry";

    /** Of the kit's outbox. */
    static final String LAST_POSITION = """
            select coalesce(max(position), 0) as position from event
             where sent_at is null and topic = 'payout.log'""";

    static final String UNSENT = """
            select from event
             where sent_at is null and topic = 'payout.log' and position <= $1 limit 1""";

    static final String TOLD = "delete from payout_entry where entry_id = any($1)";

    static final String UNTOLD = """
            select 'extra-entry' as what, 'payout ' || payout_id as place, 'nothing' as expected,
                   entry_id::text as found
              from payout_entry limit 100""";

    /** In one statement, so that both sides are of one moment. */
    static final String BROKEN_CHAINS = """
            select 'chain' as what, coalesce(entry.commons_id, chain.commons_id) as place,
                   entry.entry_id::text as expected, chain.entry_id::text as found
              from entry full join chain using (commons_id, entry_id)
             where entry.entry_id is null or chain.entry_id is null
             union all
            select 'chain-head', commons_id, last.sequence || ' ' || encode(last.hash, 'hex'),
                   head.sequence || ' ' || encode(head.hash, 'hex')
              from (select distinct on (commons_id) commons_id, sequence, hash,
                           count(*) over (partition by commons_id) as links
                      from chain order by commons_id, sequence desc) as last
              full join chain_head head using (commons_id)
             where (last.sequence, last.hash) is distinct from (head.sequence, head.hash)
                or last.sequence <> last.links
             union all
            select 'beyond-checkpoint', entry.entry_id::text,
                   coalesce(read.ahead_offset, read.next_offset)::text, entry.log_offset::text
              from entry
              left join log_checkpoint read on read.topic = 'commons.log'
                                           and read.partition = entry.log_partition
             where entry.log_offset >= coalesce(read.ahead_offset, read.next_offset, 0)
             limit 100""";

    /** In one statement, so that both sides are of one moment. */
    static final String WRONG_BALANCES = """
            select 'balance' as what,
                   concat_ws(' ', coalesce(balance.commons_id, summed.commons_id),
                             coalesce(balance.owner, summed.owner),
                             coalesce(balance.currency, summed.currency)) as place,
                   concat_ws(' ', summed.accrued, summed.available, summed.reserved, summed.paid,
                             summed.debit) as expected,
                   concat_ws(' ', balance.accrued, balance.available, balance.reserved,
                             balance.paid, balance.debit) as found
              from balance full join (
                   select commons_id, owner, currency,
                          coalesce(-sum(micros) filter (where posting.kind = 'accrued'), 0)
                              as accrued,
                          coalesce(-sum(micros) filter (where posting.kind = 'available'), 0)
                              as available,
                          coalesce(-sum(micros) filter (where posting.kind = 'reserved'), 0)
                              as reserved,
                          coalesce(-sum(micros) filter (where posting.kind = 'paid'), 0) as paid,
                          coalesce(sum(micros) filter (where posting.kind not in
                              ('accrued', 'available', 'reserved', 'paid')), 0) as debit
                     from posting join entry using (commons_id, entry_id)
                    group by commons_id, owner, currency) as summed
                   using (commons_id, owner, currency)
             where (coalesce(balance.accrued, 0), coalesce(balance.available, 0),
                    coalesce(balance.reserved, 0), coalesce(balance.paid, 0),
                    coalesce(balance.debit, 0))
                <> (coalesce(summed.accrued, 0), coalesce(summed.available, 0),
                    coalesce(summed.reserved, 0), coalesce(summed.paid, 0),
                    coalesce(summed.debit, 0))
             limit 100""";

    static final String PROGRESS = """
            update replay
               set records = $2, records_in_all = $3, entries = $4, payout_entries = $5,
                   balances = $6, differences = $7, shown = $8
             where replay_id = $1""";

    static final String END = """
            update replay set state = $2, failure = $3, ended_at = now()
             where replay_id = $1 and state = 'running'""";

    private LedgerQueries() {}
}
