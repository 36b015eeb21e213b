package org.commonfold.rating.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.commonfold.kit.eventstore.NewEvent;
import org.commonfold.kit.eventstore.RecordHeaders;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Invitation;
import org.commonfold.rating.domain.Opinion;
import org.commonfold.rating.domain.Rating;
import org.commonfold.rating.domain.RatingEvent;
import org.commonfold.rating.domain.RatingId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

@DisplayName("The contracts of the log")
class ContractTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static byte[] document(String event, String name) throws IOException {
        String path = "/contracts/events/" + event + "/" + name;
        try (InputStream in = ContractTest.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        }
    }

    private static void assertKept(RatingEvent event, String name) throws IOException {
        assertKept(OutboxCommonsLog.newEvent(event), name);
    }

    private static void assertKept(NewEvent written, String name) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(document(name, "v1.schema.json")));
        ObjectNode data = (ObjectNode) JSON.readTree(JSON.writeValueAsBytes(written.data()));

        assertThat(written.type()).isEqualTo(name + ".v1");
        assertThat(schema.validate(data)).isEmpty();
        // The schema would tell: what it requires is required.
        assertThat(schema.validate(data.without("raterId"))).isNotEmpty();
    }

    private static Rating rating(Integer confidence) {
        return new Rating(
                new RatingId(new UUID(3, 1)),
                new ContributionId(new UUID(2, 1)),
                new CommonsId(new UUID(1, 1)),
                new ContributorId("bob"),
                new Opinion(Map.of("quality", 4), confidence),
                "to myself",
                1,
                1,
                2,
                NOON,
                null,
                1);
    }

    @Test
    void are_kept_by_the_ratings_we_write() throws IOException {
        assertKept(new RatingEvent.Rated(rating(5)), "PeerRated");
        assertKept(new RatingEvent.Rated(rating(null)), "PeerRated");
    }

    @Test
    void are_kept_by_the_retractions_we_write() throws IOException {
        Rating rating = rating(5);
        RatingEvent retracted = new RatingEvent.Retracted(
                rating.id(), rating.commonsId(), rating.contributionId(), rating.raterId(), NOON);

        assertKept(retracted, "RatingRetracted");
    }

    @Test
    void are_kept_by_the_invitations_we_write() throws IOException {
        Invitation invitation = new Invitation(
                new UUID(4, 1),
                new CommonsId(new UUID(1, 1)),
                new ContributorId("carol"),
                new ContributorId("sue"),
                NOON);

        NewEvent written = OutboxCommonsLog.newEvent(invitation);
        assertThat(written.subject()).isEqualTo(written.key());
        assertKept(written, "RaterInvited");
        assertThat(JSON.writeValueAsString(written.data())).doesNotContain("sue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CommonsFounded",
                "CharterAmended",
                "ContributionPublished",
                "ContributionRevised",
                "AuthorsReapportioned",
                "ContributionWithdrawn",
                "RaterInvited",
                "PeerRated",
                "RatingRetracted",
            })
    void are_read_whole_with_unknown_fields_and_not_when_truncated(String event)
            throws IOException {
        for (String sample : new String[] {"v1.minimal.json", "v1.full.json"}) {
            byte[] bytes = document(event, sample);
            ObjectNode data = (ObjectNode) JSON.readTree(bytes);
            String key = data.path("commonsId").asText();
            assertThat(WireRecords.read(record(event, key, bytes))).isPresent();

            byte[] more = JSON.writeValueAsBytes(data.put("unknown", "field"));
            assertThat(WireRecords.read(record(event, key, more))).isPresent();

            byte[] truncated = Arrays.copyOf(bytes, bytes.length / 2);
            assertThatThrownBy(() -> WireRecords.read(record(event, key, truncated)))
                    .isInstanceOf(UnreadableRecord.class);
        }
    }

    private static LogRecord record(String event, String key, byte[] value) {
        RecordHeaders headers =
                new RecordHeaders().add("ce_type", "org.commonfold." + event + ".v1");
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        return new LogRecord("commons.log", 0, 0, keyBytes, headers, value, Instant.EPOCH);
    }
}
