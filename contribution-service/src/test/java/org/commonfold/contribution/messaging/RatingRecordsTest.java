package org.commonfold.contribution.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.commonfold.contribution.domain.PeerRating;
import org.commonfold.kit.projection.LogRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

@DisplayName("Ratings in the log")
class RatingRecordsTest {

    private static final String COMMONS = "0198c0de-0000-7000-8000-000000000001";

    private static String sample(String event, String name) throws IOException {
        String path = "/contracts/events/" + event + "/v1." + name + ".json";
        try (InputStream in = RatingRecordsTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Optional<PeerRating> read(String event, String key, String data) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", bytes("org.commonfold." + event + ".v1"));
        return RatingRecords.read(new LogRecord(
                "commons.log",
                0,
                0,
                bytes(key),
                org.commonfold.kit.eventstore.RecordHeaders.of(headers),
                bytes(data),
                Instant.EPOCH));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "full"})
    void are_read_in_every_form_the_contract_has(String name) throws IOException {
        assertThat(read("PeerRated", COMMONS, sample("PeerRated", name)))
                .get()
                .isInstanceOf(PeerRating.Given.class);
        assertThat(read("RatingRetracted", COMMONS, sample("RatingRetracted", name)))
                .get()
                .isInstanceOf(PeerRating.Retracted.class);
    }

    @Test
    void may_have_fields_that_are_not_known_yet() throws IOException {
        String more = sample("PeerRated", "full").replaceFirst("\\{", "{\"mood\": [1],");
        assertThat(read("PeerRated", COMMONS, more)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"-2147483648, false", "-1, false", "0, false", "1, true", "2147483647, true"})
    void name_a_charter_version_from_1_on(int version, boolean isRead) throws IOException {
        String minimal = sample("PeerRated", "minimal");
        String named = minimal.replaceFirst("\\{", "{\"charterVersion\": " + version + ",");
        assertThat(read("PeerRated", COMMONS, named).isPresent()).isEqualTo(isRead);
    }

    @Test
    void are_passed_over_where_nobody_should_have_written_them() throws IOException {
        String full = sample("PeerRated", "full");
        assertThat(read("PeerRated", COMMONS, full.substring(0, 99))).isEmpty();
        assertThat(read("PeerRated", COMMONS.replace('1', '2'), full)).isEmpty();
        assertThat(read("PeerRated", COMMONS, full.replace("\"carol\"", "\"a b\"")))
                .isEmpty();
        assertThat(read("PeerRated", COMMONS, full.replace("carol\"", "carol\", \"x\": ")))
                .isEmpty();
        assertThat(read("PeerRated", COMMONS, full.replace(": 4,", ": 4.0,"))).isEmpty();
        assertThat(read("PeerRated", COMMONS, full.replace(": 4,", ": null,"))).isEmpty();
        assertThat(read("PeerRated", COMMONS, full.replace("\"scores\"", "\"s\"")))
                .isEmpty();
        assertThat(read(
                        "PeerRated",
                        COMMONS,
                        full.replace("\"scores\"", "\"raterId\": \"dan\", \"scores\"")))
                .isEmpty();
        assertThat(read("PeerRated", COMMONS, "null")).isEmpty();
        assertThat(read("ContributionPublished", COMMONS, full)).isEmpty();
    }
}
