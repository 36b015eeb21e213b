package org.commonfold.payout.fold.messaging;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.Rejection;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads records of commons.log: only the fields that the fold uses, each exactly of its type. Types
 * that it does not know, and events that balances do not depend on, are skipped whatever they hold.
 */
public final class CommonsLogReader {

    private static final String PREFIX = "org.commonfold.";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, Function<Fields, CommonsEvent>> READERS = Map.of(
            PREFIX + "CommonsFounded.v1", EventReaders::commonsFounded,
            PREFIX + "CharterAmended.v1", EventReaders::charterAmended,
            PREFIX + "ContributionPublished.v1", EventReaders::contributionPublished,
            PREFIX + "AuthorsReapportioned.v1", EventReaders::authorsReapportioned,
            PREFIX + "ContributionWithdrawn.v1", EventReaders::contributionWithdrawn,
            PREFIX + "PeerRated.v1", EventReaders::peerRated,
            PREFIX + "RatingRetracted.v1", EventReaders::ratingRetracted,
            PREFIX + "RevenueDeclared.v1", EventReaders::revenueDeclared,
            PREFIX + "RevenueReceived.v1", EventReaders::revenueReceived,
            PREFIX + "RevenueVoided.v1", EventReaders::revenueVoided);

    private interface UsualReader {
        CommonsEvent read(UsualFields data) throws IOException;
    }

    /** What may be read faster, when it is as usual. */
    private static final Map<String, UsualReader> USUAL_READERS = Map.of(
            PREFIX + "PeerRated.v1", UsualEvents::peerRated,
            PREFIX + "ContributionPublished.v1", UsualEvents::contributionPublished);

    /**
     * Reads one record.
     *
     * @param type its {@code ce_type}, or null
     * @param id its {@code ce_id}, or null
     * @param key its key, or null
     * @param value its bytes, or null
     */
    public Reading read(String type, String id, String key, byte[] value) {
        if (type == null) {
            return new Reading.Unreadable(Rejection.UNREADABLE, "no ce_type");
        }
        Function<Fields, CommonsEvent> reader = READERS.get(type);
        if (reader == null) {
            return new Reading.Skipped();
        }
        if (id == null || value == null) {
            return new Reading.Unreadable(Rejection.UNREADABLE, "no ce_id or no data");
        }
        CommonsEvent usual = usual(type, value);
        return usual == null ? readTree(reader, key, value) : keyed(key, usual);
    }

    /** Null when it is of another type, or unusual in any way. */
    private static CommonsEvent usual(String type, byte[] value) {
        UsualReader reader = USUAL_READERS.get(type);
        if (reader == null) {
            return null;
        }
        try (UsualFields data = new UsualFields(value)) {
            return reader.read(data);
        } catch (IOException unusual) {
            return null;
        }
    }

    private static Reading readTree(
            Function<Fields, CommonsEvent> reader, String key, byte[] value) {
        try {
            JsonNode data = JSON.readTree(value);
            return keyed(key, reader.apply(new Fields(data)));
        } catch (IOException noJson) {
            return new Reading.Unreadable(Rejection.UNREADABLE, "not JSON");
        } catch (UnreadableField wrong) {
            return new Reading.Unreadable(wrong.rejection(), wrong.getMessage());
        }
    }

    private static Reading keyed(String key, CommonsEvent event) {
        return event.commonsId().value().equals(key)
                ? new Reading.Event(event)
                : new Reading.Unreadable(
                        Rejection.KEY_IS_NOT_THE_COMMONS, "the record's key is not its commonsId");
    }
}
