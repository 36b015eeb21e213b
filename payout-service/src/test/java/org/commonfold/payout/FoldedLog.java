package org.commonfold.payout;

import org.commonfold.kit.testing.TestDatabase;

import java.util.List;

/** What payout-service has made of the log, past the service. */
final class FoldedLog {

    private static final String READ =
            "select coalesce(sum(next_offset), 0) from log_checkpoint where topic = 'commons.log'";
    private static final String BALANCES = """
            select owner || ' ' || currency || ' ' || round(sum(accrued) / 1000000, 6)
                         || ' ' || round(sum(available) / 1000000, 6)
              from balance group by owner, currency
            having sum(accrued + available) > 0""";

    private static final String BESIDE =
            "select count(*) from log_checkpoint where owner_beside is not null";

    private final TestDatabase database;

    FoldedLog(TestDatabase database) {
        this.database = database;
    }

    /** How many records. */
    long read() {
        return database.number(READ);
    }

    /** In how many partitions something was set aside and written beside the rest. */
    long partitionsWithAnythingBeside() {
        return database.number(BESIDE);
    }

    /** As the vectors have them. */
    List<String> balances() {
        return database.texts(BALANCES).stream().sorted().toList();
    }
}
