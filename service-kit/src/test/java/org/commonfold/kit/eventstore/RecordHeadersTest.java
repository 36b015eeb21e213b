package org.commonfold.kit.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

@DisplayName("The headers of a record")
class RecordHeadersTest {

    private static final byte[] ALL_BYTES = new byte[256];

    static {
        for (int i = 0; i < ALL_BYTES.length; i++) {
            ALL_BYTES[i] = (byte) i;
        }
    }

    private static RecordHeaders read(Header... headers) {
        return RecordHeaders.of(
                new org.apache.kafka.common.header.internals.RecordHeaders(headers));
    }

    private static List<Header> there_and_back(Header... headers) {
        return RecordHeaders.fromJson(read(headers).toJson()).toKafka();
    }

    @Test
    void survive_the_database_with_whatever_bytes_they_hold() {
        Header all = new RecordHeader("all", ALL_BYTES);
        Header none = new RecordHeader("none", new byte[0]);
        Header missing = new RecordHeader("missing", null);

        assertThat(there_and_back(all, none, missing)).containsExactly(all, none, missing);
    }

    @Test
    void keep_their_order_and_those_named_twice() {
        Header first = new RecordHeader("a", new byte[] {1});
        Header second = new RecordHeader("b", new byte[] {2});
        Header third = new RecordHeader("a", new byte[] {3});

        assertThat(there_and_back(first, second, third)).containsExactly(first, second, third);
    }

    @Test
    void are_read_by_name_the_last_one_first() {
        RecordHeaders headers = new RecordHeaders().add("a", "1").add("b", "2").add("a", "3");

        assertThat(headers.last("a")).contains("3");
        assertThat(headers.last("A")).isEmpty();
    }

    @Test
    void that_came_with_a_record_are_read_by_name_the_last_one_first() {
        RecordHeaders headers = read(
                new RecordHeader("a", new byte[] {1}),
                new RecordHeader("größe", ALL_BYTES),
                new RecordHeader("ab", new byte[] {2}),
                new RecordHeader("a", new byte[] {3}),
                new RecordHeader("b", null),
                new RecordHeader("", new byte[0]));

        assertThat(headers.lastBytes("a")).containsExactly(3);
        assertThat(headers.last("a")).contains("\u0003");
        assertThat(headers.lastBytes("ab")).containsExactly(2);
        assertThat(headers.lastBytes("größe")).isEqualTo(ALL_BYTES);
        assertThat(headers.lastBytes("")).isEmpty();
        assertThat(headers.lastBytes("b")).isNull();
        assertThat(headers.last("c")).isEmpty();
    }

    @Test
    void that_came_with_a_record_are_read_by_name_when_all_were_asked_for() {
        RecordHeaders headers = read(new RecordHeader("a", ALL_BYTES), new RecordHeader("b", null));
        headers.toJson();

        assertThat(headers.lastBytes("a")).isEqualTo(ALL_BYTES);
        assertThat(headers.lastBytes("b")).isNull();
    }

    @Test
    void are_copied_before_something_is_added() {
        RecordHeaders headers = new RecordHeaders().add("a", "1");
        headers.copy().add("b", "2");

        assertThat(headers.last("b")).isEmpty();
    }
}
