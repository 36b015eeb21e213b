package org.commonfold.system.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/**
 * The four real services, a real Prometheus that scrapes them, and every trouble there is an alert
 * for. The alerts' expressions are those of operations; only their patience is shortened, and where
 * one waits for days, the rows it looks at are made days old.
 */
@DisplayName("The alerts")
class AlertsLongIT {

    /** Two of them need a minute to become true. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    private final Set<String> fired = new TreeSet<>();

    @Test
    void are_silent_while_all_is_well_and_each_fires_when_it_is_caused() throws Exception {
        Optional<Path> program = Prometheus.program("prometheus");
        assumeTrue(program.isPresent(), "There is no prometheus here");
        try (Troubles troubles = new Troubles();
                Prometheus prometheus =
                        Prometheus.start(program.get(), directory, troubles.targets())) {
            await().atMost(PATIENCE).until(troubles::isAllWell);
            await().atMost(PATIENCE)
                    .during(Duration.ofSeconds(5))
                    .until(() -> prometheus.firing().isEmpty());
            assertThat(prometheus.errors()).isEmpty();

            troubles.changeBothSidesOfTheBooksByHand();
            awaitAll(prometheus, () -> "nothing", "BalancesNotBooked");
            await().atMost(PATIENCE)
                    .during(Duration.ofSeconds(10))
                    .until(() -> !prometheus.firing().contains("BooksDoNotBalance"));

            troubles.lockWhatRatingReads();
            troubles.writeARecordThatNoServiceWouldWrite();
            troubles.changeABalanceByHand();
            troubles.leaveAPayoutRunToItself();
            troubles.hearNothingFromTheBank();
            troubles.sendWebhooksToWhereNobodyTakesThem();
            awaitAll(prometheus, troubles::sendTooManyRequests, "CallerRateLimited");

            troubles.startContributionWithALogThatItHadReadFurther();
            awaitAll(
                    prometheus,
                    () -> "nothing",
                    "LogCutOff",
                    "RecordsRejected",
                    "BooksDoNotBalance",
                    "PayoutRunUnapproved",
                    "PayoutsUnreported",
                    "WebhookEndpointDisabled",
                    "WebhooksFail",
                    "WebhooksLate",
                    "DatabasePoolExhausted");

            troubles.cutPayoutFromItsDatabase();
            troubles.killRevenue();
            troubles.stopTheBrokerAndRecordMore();
            awaitAll(
                    prometheus,
                    troubles::askPayoutForBalances,
                    "LogBatchesFail",
                    "ReplicaNotReady",
                    "BooksUnchecked",
                    "RequestsFail",
                    "ServiceDown",
                    "ReplicaDown",
                    "BrokerUnreachable",
                    "LogBehind",
                    "OutboxOld");

            troubles.unlockWhatRatingReads();
            awaitAll(prometheus, () -> "nothing", "RequestsSlow");

            assertThat(fired).isEqualTo(prometheus.alerts());
        }
    }

    private void awaitAll(Prometheus prometheus, Callable<?> meanwhile, String... alerts) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            meanwhile.call();
            fired.addAll(prometheus.firing());
            assertThat(fired).containsAll(Arrays.asList(alerts));
        });
    }
}
