package org.commonfold.revenue.delivery.messaging;

import org.commonfold.kit.eventstore.CloudEvents;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.revenue.delivery.domain.EventType;
import org.commonfold.revenue.delivery.domain.Message;
import org.commonfold.revenue.domain.Distribution;
import org.commonfold.revenue.messaging.Fields;
import org.commonfold.revenue.messaging.UnreadableRecord;
import org.commonfold.revenue.messaging.WireRecords;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the records of the log that partners are told of. */
public final class CatalogueRecords {

    private static final Map<String, EventType> TYPES = Map.of(
            ContributionPublishedV1.TYPE, EventType.CONTRIBUTION_PUBLISHED,
            ContributionRevisedV1.TYPE, EventType.CONTRIBUTION_REVISED,
            ContributionWithdrawnV1.TYPE, EventType.CONTRIBUTION_WITHDRAWN,
            RevenueDeclaredV1.TYPE, EventType.REVENUE_DECLARED,
            RevenueReceivedV1.TYPE, EventType.REVENUE_RECEIVED,
            RevenueVoidedV1.TYPE, EventType.REVENUE_VOIDED,
            RevenueDistributedV1.TYPE, EventType.REVENUE_DISTRIBUTED);

    private static final Map<EventType, Class<? extends CatalogueRecord>> FORMS = Map.of(
            EventType.CONTRIBUTION_PUBLISHED, ContributionPublishedV1.class,
            EventType.CONTRIBUTION_REVISED, ContributionRevisedV1.class,
            EventType.CONTRIBUTION_WITHDRAWN, ContributionWithdrawnV1.class,
            EventType.REVENUE_DECLARED, RevenueDeclaredV1.class,
            EventType.REVENUE_RECEIVED, RevenueReceivedV1.class,
            EventType.REVENUE_VOIDED, RevenueVoidedV1.class,
            EventType.REVENUE_DISTRIBUTED, RevenueDistributedV1.class);

    /** As a webhook-id may be: without the point that a signed text is divided by. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private CatalogueRecords() {}

    /** What a record tells partners of, by its headers alone. */
    public static Optional<EventType> typeOf(LogRecord record) {
        String type = record.eventType();
        return type != null && type.startsWith(CloudEvents.TYPE_PREFIX)
                ? Optional.ofNullable(TYPES.get(type.substring(CloudEvents.TYPE_PREFIX.length())))
                : Optional.empty();
    }

    /**
     * The message about a record.
     *
     * @param type what {@link #typeOf} said
     * @throws UnreadableRecord when it is not what its type says
     */
    public static Message message(EventType type, LogRecord record) {
        String id = Fields.present("ce_id", record.eventId());
        if (!ID.matcher(id).matches()) {
            throw new UnreadableRecord("ce_id is no id");
        }
        CatalogueRecord data = read(FORMS.get(type), record);
        return Bodies.message(id, type, data);
    }

    /**
     * The distribution in a record, if it tells of one.
     *
     * @throws UnreadableRecord when it is not what its type says
     */
    public static Optional<Distribution> distribution(LogRecord record) {
        return typeOf(record)
                .filter(type -> type == EventType.REVENUE_DISTRIBUTED)
                .map(type -> read(RevenueDistributedV1.class, record).toDistribution());
    }

    private static <T extends CatalogueRecord> T read(Class<T> form, LogRecord record) {
        T data = WireRecords.parse(form, record.value());
        if (!Fields.present("The key", data.key()).equals(record.keyText())) {
            throw new UnreadableRecord("The key is not that of its type");
        }
        return data;
    }
}
