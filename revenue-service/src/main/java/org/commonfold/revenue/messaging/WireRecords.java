package org.commonfold.revenue.messaging;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

import org.commonfold.kit.eventstore.CloudEvents;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.revenue.domain.LogEvent;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Reads records of the log, by their type. Types and fields that are not used are passed over. */
public final class WireRecords {

    private static final Map<String, Class<? extends WireRecord>> TYPES = Map.of(
            CloudEvents.TYPE_PREFIX + CommonsFoundedV1.TYPE, CommonsFoundedV1.class,
            CloudEvents.TYPE_PREFIX + ContributionPublishedV1.TYPE, ContributionPublishedV1.class);

    /** Tolerant of what it does not know, strict with what it uses: no number for an id. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private WireRecords() {}

    /**
     * The event in a record, if it is of a type used here.
     *
     * @throws UnreadableRecord when it is not what its type says
     */
    static Optional<LogEvent> read(LogRecord record) {
        Class<? extends WireRecord> type =
                record.eventType() == null ? null : TYPES.get(record.eventType());
        if (type == null) {
            return Optional.empty();
        }
        LogEvent event = parse(type, record.value()).toEvent();
        if (!event.commonsId().toString().equals(record.keyText())) {
            throw new UnreadableRecord("The key is not the commonsId");
        }
        return Optional.of(event);
    }

    /**
     * The data of a record.
     *
     * @param value as it was read, or null
     * @throws UnreadableRecord when it is not JSON of this form
     */
    public static <T> T parse(Class<T> form, byte[] value) {
        try {
            return Fields.present("data", value == null ? null : JSON.readValue(value, form));
        } catch (IOException notJson) {
            // Without the parser's message, which quotes the record.
            throw new UnreadableRecord("data is not the JSON of its type");
        }
    }
}
