package org.commonfold.revenue.delivery.http;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.commonfold.revenue.delivery.domain.Outgoing;
import org.commonfold.revenue.delivery.domain.Sent;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Sends what is due: claims some, records what is over, and sleeps until there is news. One thread
 * decides while many messages are in flight. What a replica had claimed when it died is sent again
 * when its lease is over: at least once.
 */
@ApplicationScoped
class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

    /** Within the time that a shutdown has (quarkus.shutdown.timeout). */
    private static final Duration FAREWELL = Duration.ofSeconds(8);

    private static final int RECORDED_AT_ONCE_MAX = 500;

    private final DeliveryTransactions transactions;
    private final WebhookClient client;
    private final DeliveryNews news;
    private final DeliveryMetrics metrics;
    private final DeliveryUpkeep upkeep;
    private final SendingSettings settings;
    private final InFlight inFlight = new InFlight();
    private final Queue<Sent> over = new ConcurrentLinkedQueue<>();
    private final List<Sent> unrecorded = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "deliveries");
    private volatile boolean running = true;

    DeliveryWorker(
            DeliveryTransactions transactions,
            WebhookClient client,
            DeliveryNews news,
            DeliveryMetrics metrics,
            DeliveryUpkeep upkeep,
            SendingSettings settings) {
        this.transactions = transactions;
        this.client = client;
        this.news = news;
        this.metrics = metrics;
        this.upkeep = upkeep;
        this.settings = settings;
    }

    void start(@Observes StartupEvent started) {
        if (settings.allowPrivateAddresses()) {
            LOG.warn(
                    "Webhooks may go to private addresses: webhooks.sending.allow-private-addresses"
                            + " is for development only");
        }
        metrics.watch(inFlight);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        news.ring();
        thread.join(FAREWELL.plusSeconds(1).toMillis());
    }

    private void run() {
        try {
            while (running) {
                if (!workOnce()) {
                    news.await(settings.poll());
                }
            }
            finish();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there was anything to do. What the database does not take now, it is given again. */
    private boolean workOnce() throws InterruptedException {
        try {
            boolean hasRecorded = record();
            boolean hasClaimed = claim();
            boolean hasMore = upkeep.doIfTime();
            return hasRecorded || hasClaimed || hasMore;
        } catch (RuntimeException | Error trouble) {
            // An error too: without this thread nothing is sent, and nobody would know.
            LOG.warn("Deliveries wait: " + trouble, trouble);
            return false;
        }
    }

    private boolean record() {
        while (unrecorded.size() < RECORDED_AT_ONCE_MAX && !over.isEmpty()) {
            unrecorded.add(over.remove());
        }
        if (unrecorded.isEmpty()) {
            return false;
        }
        transactions.record(List.copyOf(unrecorded));
        // Only now: what is not recorded is still claimed, and must not be claimed again.
        unrecorded.forEach(sent -> inFlight.end(sent.endpointId()));
        unrecorded.clear();
        return true;
    }

    /**
     * Half of the places are kept for endpoints to which nothing is on its way: however many hang
     * at once, the others do not wait for them.
     */
    private boolean claim() {
        int free = settings.inFlightMax() - inFlight.total();
        if (free == 0) {
            return false;
        }
        int kept = settings.inFlightMax() / 2;
        List<Outgoing> claimed = free > kept
                ? transactions.claim(
                        free - kept, settings.inFlightPerEndpointMax(), inFlight.counts())
                : transactions.claim(free, 1, inFlight.counts());
        claimed.forEach(this::send);
        return !claimed.isEmpty();
    }

    private void send(Outgoing message) {
        inFlight.begin(message.target().endpointId());
        client.send(message).subscribe().with(this::isOver, bug -> {
            LOG.error("Not sent, and claimed again when its lease is over: " + message, bug);
            inFlight.end(message.target().endpointId());
        });
    }

    private void isOver(Sent sent) {
        metrics.count(sent);
        over.add(sent);
        news.ring();
    }

    /** Records what still comes in time; the rest is sent again by whoever claims it next. */
    private void finish() throws InterruptedException {
        long endNanos = System.nanoTime() + FAREWELL.toNanos();
        while (inFlight.total() > 0 && System.nanoTime() < endNanos) {
            if (!record()) {
                news.await(Duration.ofMillis(100));
            }
        }
        news.stop();
    }
}
