package org.commonfold.contribution.messaging;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.PeerRating;
import org.commonfold.kit.eventstore.CloudEvents;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.projection.LogRecord;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what rating-service wrote. What it should not have written is passed over. */
final class RatingRecords {

    private static final String RATED = CloudEvents.TYPE_PREFIX + "PeerRated.v1";
    private static final String RETRACTED = CloudEvents.TYPE_PREFIX + "RatingRetracted.v1";
    private static final Pattern ID = Pattern.compile(Caller.ID_PATTERN);

    /** Tolerant of what it does not know, strict with what it uses: no 4.0, no field twice. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** Both types, with the fields used here. */
    private record RatingV1(
            String commonsId,
            String contributionId,
            String raterId,
            Integer charterVersion,
            Map<String, Integer> scores) {}

    private RatingRecords() {}

    static Optional<PeerRating> read(LogRecord record) {
        boolean isRated = RATED.equals(record.eventType());
        if (!isRated && !RETRACTED.equals(record.eventType()) || record.value() == null) {
            return Optional.empty();
        }
        try {
            RatingV1 data = JSON.readValue(record.value(), RatingV1.class);
            return isUsable(data, record.keyText())
                    ? (isRated ? given(data) : retracted(data))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isUsable(RatingV1 data, String key) {
        return data != null
                && data.commonsId() != null
                && data.commonsId().equals(key)
                && data.contributionId() != null
                && data.raterId() != null
                && ID.matcher(data.raterId()).matches();
    }

    private static Optional<PeerRating> given(RatingV1 data) {
        boolean isUsable = data.scores() != null
                && data.scores().values().stream().allMatch(Objects::nonNull)
                && (data.charterVersion() == null || data.charterVersion() >= 1);
        return isUsable
                ? Optional.of(new PeerRating.Given(
                        new CommonsId(UUID.fromString(data.commonsId())),
                        contributionId(data),
                        new ContributorId(data.raterId()),
                        Optional.ofNullable(data.charterVersion()),
                        data.scores()))
                : Optional.empty();
    }

    private static Optional<PeerRating> retracted(RatingV1 data) {
        return Optional.of(
                new PeerRating.Retracted(contributionId(data), new ContributorId(data.raterId())));
    }

    private static ContributionId contributionId(RatingV1 data) {
        return new ContributionId(UUID.fromString(data.contributionId()));
    }
}
