package org.commonfold.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Puts into the database what is to be sent, as the reader of the log does: due at once. */
final class Deliveries implements AutoCloseable {

    /** About as long as what is told of a revenue. */
    private static final String REST = " " + "x".repeat(400);

    private static final String ADD = """
            insert into delivery (delivery_id, endpoint_id, message_id, event_type, body,
                    created_at, state, schedule_step, attempt_count, next_attempt_at)
            select gen_random_uuid(), endpoint_id, cast(gen_random_uuid() as text),
                   'revenue.declared', ?, now(), 'pending', 0, 0, now()
              from unnest(?) endpoint_id""";

    private static final String WAKE = "select pg_notify('delivery', '')";
    private static final int TICK_MILLIS = 10;
    private static final int TICKS_A_SECOND = 1000 / TICK_MILLIS;

    private final Connection connection;

    Deliveries(String database) throws SQLException {
        connection = DriverManager.getConnection(database);
        connection.setAutoCommit(false);
    }

    static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** So many at once, to each endpoint in turn. */
    void add(List<UUID> endpoints, int count) throws SQLException {
        Object[] targets = new Object[count];
        for (int i = 0; i < count; i++) {
            targets[i] = endpoints.get(i % endpoints.size());
        }
        try (PreparedStatement add = connection.prepareStatement(ADD);
                PreparedStatement wake = connection.prepareStatement(WAKE)) {
            add.setString(1, nowMicros() + REST);
            add.setArray(2, connection.createArrayOf("uuid", targets));
            add.executeUpdate();
            wake.execute();
        }
        connection.commit();
    }

    /**
     * So many a second, whether or not the former have arrived. A tick that comes late is made up
     * for, so that a slow database is not mistaken for a low rate.
     */
    void addSteadily(List<UUID> endpoints, int perSecond, int seconds)
            throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        for (int tick = 0; tick < seconds * TICKS_A_SECOND; tick++) {
            long due = begin + TimeUnit.MILLISECONDS.toNanos((long) tick * TICK_MILLIS);
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            add(endpoints, perSecond / TICKS_A_SECOND);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
