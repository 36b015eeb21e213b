package org.commonfold.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.commonfold.kit.tracing.RecordSpans;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sends recorded events to Kafka: in order, at least once, by one replica at a time. Woken by the
 * database when there are new ones; looks by itself every {@link #POLL_INTERVAL} as a safety net.
 *
 * <p>Order: a batch is sent with many records in flight, by an idempotent producer that never gives
 * a record up (docs/adr/0002). After any trouble it begins again at the first unsent event with a
 * new producer; what Kafka had already is then there twice, under the same id.
 */
@ApplicationScoped
public class OutboxRelay {

    static final int BATCH_MAX = 1_000;
    static final int BATCH_BYTES_MAX = 8 * 1024 * 1024;
    /**
     * From the beginning of a batch to that of the next: of many events a second several go
     * together, and one that comes alone waits for nothing.
     */
    private static final long NANOS_APART = Duration.ofMillis(10).toNanos();

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final Pool pool;
    private final UnsentEvents unsent;
    private final ProducerSettings producerSettings;
    private final OtherRelays others;
    private final RecordSpans spans;
    private final Duration pollInterval;
    private final WakeUp wakeUp = new WakeUp();
    private final Counter sent;
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean running = true;
    private volatile boolean leads;

    OutboxRelay(
            Pool pool,
            ProducerSettings producerSettings,
            RecordSpans spans,
            MeterRegistry metrics,
            @ConfigProperty(name = "outbox.poll-interval") Duration pollInterval) {
        this.pool = pool;
        this.unsent = new UnsentEvents(pool);
        this.others = new OtherRelays(pool);
        this.producerSettings = producerSettings;
        this.spans = spans;
        this.pollInterval = pollInterval;
        this.sent = metrics.counter("outbox_sent_events");
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        wakeUp.signal();
        thread.interrupt();
        thread.join(Duration.ofSeconds(5).toMillis());
    }

    /** To be called after a transaction that recorded events: they are sent at once. */
    public void wake() {
        if (leads) {
            wakeUp.signal();
        } else {
            others.wake();
        }
    }

    private void run() {
        while (running) {
            try (RelayLeadership leadership = RelayLeadership.tryToTake(pool, wakeUp::signal)) {
                if (leadership != null) {
                    relayWhile(leadership);
                }
            } catch (RuntimeException | ExecutionException | Error trouble) {
                // An error too: without this thread nothing would ever leave, and nobody would
                // know.
                if (running) {
                    LOG.warn("The outbox waits: " + trouble, trouble);
                }
            } catch (InterruptedException stopping) {
                break;
            }
            wakeUp.await(pollInterval);
        }
    }

    private void relayWhile(RelayLeadership leadership)
            throws InterruptedException, ExecutionException {
        KafkaProducer<byte[], byte[]> producer = producerSettings.newProducer();
        leads = true;
        try {
            while (running && leadership.held()) {
                long began = System.nanoTime();
                int count = relayBatch(producer);
                if (count == 0) {
                    wakeUp.await(pollInterval);
                } else if (count < BATCH_MAX) {
                    TimeUnit.NANOSECONDS.sleep(began + NANOS_APART - System.nanoTime());
                }
            }
        } finally {
            leads = false;
            // Without waiting: what is still in flight is unsent for the database, and goes again.
            producer.close(Duration.ZERO);
        }
    }

    private int relayBatch(KafkaProducer<byte[], byte[]> producer)
            throws InterruptedException, ExecutionException {
        List<UnsentEvent> batch = unsent.oldest(BATCH_MAX, BATCH_BYTES_MAX);
        List<Future<RecordMetadata>> inFlight = new ArrayList<>(batch.size());
        for (UnsentEvent event : batch) {
            Span span = spans.sending(event.record());
            Future<RecordMetadata> future =
                    producer.send(event.record(), (metadata, failure) -> end(span, failure));
            if (future.isDone()) {
                // Refused before it was sent: nothing behind it may overtake it.
                future.get();
            }
            inFlight.add(future);
        }
        producer.flush();
        for (Future<RecordMetadata> future : inFlight) {
            future.get();
        }
        if (!batch.isEmpty()) {
            unsent.markSent(batch);
            sent.increment(batch.size());
        }
        return batch.size();
    }

    /** At the broker's answer. */
    private static void end(Span span, Exception failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, failure.toString());
        }
        span.end();
    }
}
