package org.commonfold.payout.ledger.persistence;

import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.commonfold.kit.notification.Notifications;
import org.commonfold.payout.ledger.application.Balance;
import org.commonfold.payout.ledger.application.LiveBalances;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * PostgreSQL notifies which groups of owners have moved; those of them that are followed here are
 * read again, many in one query and one query at a time, however many streams there are.
 */
@ApplicationScoped
class PostgresLiveBalances implements LiveBalances {

    private static final Logger LOG = Logger.getLogger(PostgresLiveBalances.class);
    private static final int OWNERS_AT_ONCE = 1_000;
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private static final String BALANCES = """
            select owner, currency, sum(accrued) as accrued, sum(available) as available,
                   sum(reserved) as reserved, sum(paid) as paid
              from balance where owner = any($1)
             group by owner, currency
            having sum(accrued + available + reserved + paid) > 0
             order by owner, currency""";

    private final Pool pool;
    private final Vertx vertx;
    private final int streamsMax;
    private final int streamsPerOwnerMax;
    private final Followers followers = new Followers();
    /** Whose balances are to be read. */
    private final Set<String> moved = new LinkedHashSet<>();

    private boolean reading;
    private Notifications notifications;

    PostgresLiveBalances(
            Pool pool,
            Vertx vertx,
            MeterRegistry metrics,
            @ConfigProperty(name = "live-balances.streams-max", defaultValue = "10000")
                    int streamsMax,
            @ConfigProperty(name = "live-balances.streams-per-owner-max", defaultValue = "20")
                    int streamsPerOwnerMax) {
        this.pool = pool;
        this.vertx = vertx;
        this.streamsMax = streamsMax;
        this.streamsPerOwnerMax = streamsPerOwnerMax;
        metrics.gauge("live_balance_streams", followers, Followers::count);
    }

    void start(@Observes StartupEvent started) {
        notifications = Notifications.of(
                "balance",
                group -> moved(followers.owners(Integer.parseInt(group))),
                () -> moved(followers.owners()),
                pool,
                vertx);
    }

    void stop(@Observes ShutdownEvent stopping) {
        notifications.close();
    }

    @Override
    public boolean hasRoom(String owner) {
        return followers.count() < streamsMax && followers.count(owner) < streamsPerOwnerMax;
    }

    @Override
    public Multi<List<Balance>> of(String owner) {
        Multi<List<Balance>> told = Multi.createFrom()
                .emitter(
                        emitter -> {
                            emitter.onTermination(() -> followers.remove(owner, emitter));
                            // Before the first reading: nothing that comes after it is missed.
                            followers.add(owner, emitter);
                            moved(List.of(owner));
                        },
                        BackPressureStrategy.LATEST);
        return told.skip().repetitions();
    }

    private void moved(Collection<String> owners) {
        synchronized (moved) {
            moved.addAll(owners);
        }
        readNext();
    }

    private void readNext() {
        List<String> owners;
        synchronized (moved) {
            if (reading || moved.isEmpty()) {
                return;
            }
            reading = true;
            owners = moved.stream().limit(OWNERS_AT_ONCE).toList();
            owners.forEach(moved::remove);
        }
        read(owners).subscribe().with(done -> goOn(), failure -> readLater(owners, failure));
    }

    private void goOn() {
        synchronized (moved) {
            reading = false;
        }
        readNext();
    }

    private Uni<Void> read(List<String> owners) {
        return pool.preparedQuery(BALANCES)
                .execute(Tuple.of(owners.toArray(String[]::new)))
                .invoke(rows -> {
                    Map<String, List<Balance>> found = balances(rows);
                    owners.forEach(
                            owner -> followers.tell(owner, found.getOrDefault(owner, List.of())));
                })
                .replaceWithVoid();
    }

    private void readLater(List<String> owners, Throwable failure) {
        LOG.warnf("Balances could not be read, trying again: %s", failure.getMessage());
        vertx.setTimer(AGAIN_AFTER.toMillis(), now -> {
            synchronized (moved) {
                reading = false;
            }
            moved(owners);
        });
    }

    private static Map<String, List<Balance>> balances(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PostgresBalances::balance)
                .collect(groupingBy(Balance::owner));
    }
}
