package org.commonfold.revenue.delivery.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.projection.LogRecord;
import org.commonfold.revenue.application.Distributions;
import org.commonfold.revenue.delivery.application.AnnounceEvents;
import org.commonfold.revenue.delivery.domain.EventType;
import org.commonfold.revenue.delivery.domain.Message;
import org.commonfold.revenue.domain.Distribution;
import org.commonfold.revenue.messaging.UnreadableRecord;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What of the log concerns partners: messages to their endpoints, and how their revenues were
 * split. What cannot be used is skipped and counted, as everything else of the log.
 */
@Startup
@ApplicationScoped
public class ToldRecords {

    private static final Logger LOG = Logger.getLogger(ToldRecords.class);

    private final AnnounceEvents announceEvents;
    private final Distributions distributions;
    private final Counter unusable;

    ToldRecords(AnnounceEvents announceEvents, Distributions distributions, MeterRegistry metrics) {
        this.announceEvents = announceEvents;
        this.distributions = distributions;
        this.unusable = metrics.counter("log_skipped_records", "reason", "not-told");
    }

    /** In the surrounding transaction. */
    public Uni<Void> write(List<LogRecord> records) {
        Set<EventType> happened = EnumSet.noneOf(EventType.class);
        records.forEach(record -> CatalogueRecords.typeOf(record).ifPresent(happened::add));
        return addDistributions(records, happened)
                .chain(() ->
                        announceEvents.announce(happened, wanted -> messages(records, wanted)));
    }

    private Uni<Void> addDistributions(List<LogRecord> records, Set<EventType> happened) {
        if (!happened.contains(EventType.REVENUE_DISTRIBUTED)) {
            return Uni.createFrom().voidItem();
        }
        List<Distribution> found = new ArrayList<>();
        for (LogRecord record : records) {
            readable(record, CatalogueRecords::distribution).ifPresent(found::add);
        }
        return distributions.add(found);
    }

    private List<Message> messages(List<LogRecord> records, Set<EventType> wanted) {
        List<Message> messages = new ArrayList<>();
        for (LogRecord record : records) {
            CatalogueRecords.typeOf(record)
                    .filter(wanted::contains)
                    .flatMap(type -> readable(
                            record, one -> Optional.of(CatalogueRecords.message(type, one))))
                    .ifPresent(messages::add);
        }
        return messages;
    }

    private <T> Optional<T> readable(LogRecord record, Function<LogRecord, Optional<T>> read) {
        try {
            return read.apply(record);
        } catch (UnreadableRecord reason) {
            unusable.increment();
            record.logIds()
                    .log(() -> LOG.warnf(
                            "Partners are not told of %s-%d at %d: %s",
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            reason.getMessage()));
            return Optional.empty();
        }
    }
}
