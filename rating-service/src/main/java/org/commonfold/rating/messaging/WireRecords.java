package org.commonfold.rating.messaging;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

import org.commonfold.kit.projection.LogRecord;
import org.commonfold.rating.domain.LogEvent;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Reads records of the log, by their type. Types and fields that are not used are passed over. */
final class WireRecords {

    private static final Map<String, Class<? extends WireRecord>> TYPES = Map.of(
            "org.commonfold.CommonsFounded.v1", CommonsFoundedV1.class,
            "org.commonfold.CharterAmended.v1", CharterAmendedV1.class,
            "org.commonfold.ContributionPublished.v1", ContributionPublishedV1.class,
            "org.commonfold.ContributionRevised.v1", ContributionRevisedV1.class,
            "org.commonfold.AuthorsReapportioned.v1", AuthorsReapportionedV1.class,
            "org.commonfold.ContributionWithdrawn.v1", ContributionWithdrawnV1.class,
            "org.commonfold.RaterInvited.v1", RaterInvitedV1.class,
            "org.commonfold.PeerRated.v1", PeerRatedV1.class,
            "org.commonfold.RatingRetracted.v1", RatingRetractedV1.class);

    /** Tolerant of what it does not know, strict with what it uses: no 4.0, no field twice. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
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
     * @throws UnreadableRecord when it is none
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

    private static WireRecord parse(Class<? extends WireRecord> type, byte[] value) {
        try {
            return Fields.present("data", value == null ? null : JSON.readValue(value, type));
        } catch (IOException notJson) {
            // Without the parser's message, which quotes the record.
            throw new UnreadableRecord("data is not the JSON of its type");
        }
    }
}
