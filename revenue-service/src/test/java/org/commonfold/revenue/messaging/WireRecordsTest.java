package org.commonfold.revenue.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.commonfold.kit.eventstore.CloudEvents;
import org.commonfold.kit.eventstore.RecordHeaders;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.ContributionId;
import org.commonfold.revenue.domain.LogEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

@DisplayName("A record of the log")
class WireRecordsTest {

    private static final String LAB = "0198c0de-0000-7000-8000-000000000001";
    private static final String WORK = "0198c0de-0000-7000-8000-0000000000c1";
    private static final CommonsId COMMONS_ID = new CommonsId(UUID.fromString(LAB));

    private static LogRecord record(String type, String data) {
        RecordHeaders headers = new RecordHeaders().add(CloudEvents.TYPE, type);
        byte[] key = LAB.getBytes(StandardCharsets.UTF_8);
        byte[] value = data == null ? null : data.getBytes(StandardCharsets.UTF_8);
        return new LogRecord("commons.log", 0, 0, key, headers, value, Instant.EPOCH);
    }

    private static LogRecord published(String data) {
        return record("org.commonfold.ContributionPublished.v1", data);
    }

    @Test
    void tells_of_a_commons() {
        String data = "{\"commonsId\": \"%s\", \"colour\": {\"a\": [1]}}".formatted(LAB);

        assertThat(WireRecords.read(record("org.commonfold.CommonsFounded.v1", data)))
                .contains(new LogEvent.Founded(COMMONS_ID));
    }

    @Test
    void tells_of_a_contribution() {
        String data = "{\"commonsId\": \"%s\", \"contributionId\": \"%s\", \"title\": 5}";

        assertThat(WireRecords.read(published(data.formatted(LAB, WORK))))
                .contains(new LogEvent.Published(
                        COMMONS_ID, new ContributionId(UUID.fromString(WORK))));
    }

    @Test
    void of_another_type_is_passed_over() {
        assertThat(WireRecords.read(record("org.commonfold.PeerRated.v1", "{"))).isEmpty();
        assertThat(WireRecords.read(record(null, "{"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "5",
                "{}",
                "{} {}",
                "{\"commonsId\": \"0198c0de-0000-7000-8000-000000000001\"}",
                "{\"commonsId\":null,\"contributionId\":\"0198c0de-0000-7000-8000-0000000000c1\"}",
                "{\"commonsId\": 5, \"contributionId\": \"0198c0de-0000-7000-8000-0000000000c1\"}",
                "{\"commonsId\": \"0198c0de-0000-7000-8000-000000000001\", \"contributionId\": 5}",
                "{\"commonsId\": \"0198c0de-0000-7000-8000-000000000001\","
                        + " \"contributionId\": \"0198c0de-0000-7000-8000-0000000000C1\"}",
                "{\"commonsId\": \"0198c0de-0000-7000-8000-000000000001\","
                        + " \"contributionId\": \"\\u0000\"}",
                "{\"commonsId\": \"0198c0de-0000-7000-8000-000000000002\","
                        + " \"contributionId\": \"0198c0de-0000-7000-8000-0000000000c1\"}"
            })
    void that_is_not_what_its_type_says_is_unreadable(String data) {
        assertThatThrownBy(() -> WireRecords.read(published(data)))
                .isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void without_data_is_unreadable() {
        assertThatThrownBy(() -> WireRecords.read(published(null)))
                .isInstanceOf(UnreadableRecord.class);
    }
}
