package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

@DisplayName("A record that no service should have written")
class RejectedLongIT {

    private static final String FOUNDED = "org.commonfold.CommonsFounded.v1";
    private static final byte[] DATA = bytes("{\"commonsId\": \"c\"}");
    private static final byte[] LARGE = bytes("x".repeat(900_000));
    private static final Map<String, String> HEADERS =
            Map.of("ce_id", "an-id", "ce_type", FOUNDED, "traceparent", "00-a-b-01");

    private static Alone payout;
    private static List<ConsumerRecord<String, byte[]>> rejected;

    /** In a log of one partition, so that their places are known. */
    @BeforeAll
    static void of_every_kind() throws IOException {
        payout = Alone.start(1);
        payout.log().write(0, null, founding("c"), with("ce_id", "null-key"));
        payout.log().write(0, "c", null, with("ce_id", "null-value"));
        payout.log().write(0, "c", DATA, without("ce_id"));
        payout.log().write(0, "c", DATA, without("ce_type"));
        payout.log().write(0, "another", founding("c"), with("ce_id", "wrong-key"));
        payout.log().write(0, "c", LARGE, with("ce_id", "large"));
        payout.log().write(0, "c", new byte[] {0, -1, 7}, with("ce_id", "bytes"));
        payout.log().write(0, "c", founding("c"), with("ce_id", "good"));
        payout.awaitTheEnd();
        rejected = payout.rejected().stream()
                .sorted((one, other) -> Long.compare(offset(one), offset(other)))
                .toList();
    }

    @AfterAll
    static void the_end() {
        payout.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] founding(String id) {
        return bytes(
                "{\"commonsId\": \"%s\", \"charter\": %s}".formatted(id, Laboratory.charter(0)));
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> headers = new TreeMap<>(HEADERS);
        headers.put(name, value);
        return headers;
    }

    private static Map<String, String> without(String name) {
        Map<String, String> headers = new TreeMap<>(HEADERS);
        headers.remove(name);
        return headers;
    }

    private static long offset(ConsumerRecord<String, byte[]> record) {
        return Long.parseLong(TopicReader.header(record, "rejected-offset"));
    }

    private static List<String> each(String header) {
        return rejected.stream()
                .map(record -> TopicReader.header(record, header))
                .toList();
    }

    @Test
    void is_sent_on_with_its_place_and_the_reason() {
        assertThat(each("rejected-offset")).containsExactly("0", "1", "2", "3", "4", "5", "6");
        assertThat(each("rejected-topic")).containsOnly("commons.log");
        assertThat(each("rejected-partition")).containsOnly("0");
        assertThat(each("rejected-reason"))
                .containsExactly(
                        "key-is-not-the-commons",
                        "unreadable",
                        "unreadable",
                        "unreadable",
                        "key-is-not-the-commons",
                        "unreadable",
                        "unreadable");
        assertThat(each("rejected-detail")).noneMatch(detail -> detail.contains("xxx"));
    }

    @Test
    void keeps_its_key_its_value_and_its_headers() {
        assertThat(rejected)
                .extracting(ConsumerRecord::key)
                .containsExactly(null, "c", "c", "c", "another", "c", "c");
        assertThat(rejected.get(2).value()).isEqualTo(DATA);
        assertThat(rejected.get(1).value()).isNull();
        assertThat(rejected.get(5).value()).isEqualTo(LARGE);
        assertThat(rejected.get(6).value()).isEqualTo(new byte[] {0, -1, 7});
        assertThat(names(rejected.get(0)))
                .startsWith("ce_id", "ce_type", "traceparent")
                .contains("rejected-reason");
        assertThat(names(rejected.get(2))).doesNotContain("ce_id");
        assertThat(names(rejected.get(3))).doesNotContain("ce_type");
        assertThat(each("traceparent")).containsOnly("00-a-b-01");
    }

    private static List<String> names(ConsumerRecord<String, byte[]> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .map(Header::key)
                .toList();
    }

    @Test
    void does_not_stop_those_behind_it() {
        assertThat(payout.database.texts("select commons_id from commons")).containsExactly("c");
    }
}
