package org.commonfold.revenue.delivery.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Forgets what nobody will ask for any more, with its attempts. */
@ApplicationScoped
class OldDeliveries {

    /** Longer than a recovery reaches back. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int ROWS_A_TIME = 10_000;

    /** Ids begin with the time of their creation, to the millisecond: the oldest come first. */
    private static final String FORGET = """
            delete from delivery where delivery_id in (
                    select delivery_id from delivery
                     where delivery_id < :before and state <> 'pending'
                     order by delivery_id limit :rows)""";

    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    OldDeliveries(Mutiny.SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return forgetBefore(clock.instant().minus(KEPT));
    }

    /** In several transactions, so that none is long. */
    Uni<Void> forgetBefore(Instant time) {
        UUID before = new UUID(time.toEpochMilli() << 16, 0);
        return sessions.withTransaction(session -> session.createNativeQuery(FORGET)
                        .setParameter("before", before)
                        .setParameter("rows", ROWS_A_TIME)
                        .executeUpdate())
                .chain(rows -> rows == ROWS_A_TIME
                        ? forgetBefore(time)
                        : Uni.createFrom().voidItem());
    }
}
