package org.commonfold.revenue.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.commonfold.kit.eventstore.NewEvent;
import org.commonfold.kit.eventstore.RecordHeaders;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.revenue.Contracts;
import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.ContributionId;
import org.commonfold.revenue.domain.Declaration;
import org.commonfold.revenue.domain.Money;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Period;
import org.commonfold.revenue.domain.Receipt;
import org.commonfold.revenue.domain.ReceiptId;
import org.commonfold.revenue.domain.Revenue;
import org.commonfold.revenue.domain.RevenueEvent;
import org.commonfold.revenue.domain.RevenueId;
import org.commonfold.revenue.domain.Usage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

@DisplayName("The contracts of the log")
class ContractTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static Revenue revenue(Usage... usage) {
        Declaration declaration = new Declaration(
                new Money(12_500_000, Currency.getInstance("EUR")),
                new Period(LocalDate.parse("2017-01-01"), LocalDate.parse("2017-01-31")),
                List.of(usage),
                "invoice 1",
                "https://acme.example/report.pdf");
        return Revenue.declared(
                new RevenueId(new UUID(2, 1)),
                new CommonsId(new UUID(1, 1)),
                new PartnerId(new UUID(3, 1)),
                declaration,
                NOON);
    }

    private static ObjectNode assertKept(RevenueEvent event, String name) throws IOException {
        NewEvent written = OutboxCommonsLog.newEvent(event);
        byte[] data = JSON.writeValueAsBytes(written.data());
        ObjectNode tree = (ObjectNode) JSON.readTree(data);

        assertThat(written.type()).isEqualTo(name + ".v1");
        assertThat(written.key()).isEqualTo(event.commonsId().toString());
        assertThat(written.subject()).isEqualTo(event.revenueId().toString());
        assertThat(Contracts.violations(name, data)).isEmpty();
        // The schema would tell: what it requires is required.
        byte[] less = JSON.writeValueAsBytes(tree.deepCopy().without("revenueId"));
        assertThat(Contracts.violations(name, less)).isNotEmpty();
        return tree;
    }

    @Test
    void are_kept_by_the_declarations_we_write() throws IOException {
        Usage used = new Usage(new ContributionId(new UUID(4, 1)), 3);
        ObjectNode named = assertKept(new RevenueEvent.Declared(revenue(used)), "RevenueDeclared");
        ObjectNode unnamed = assertKept(new RevenueEvent.Declared(revenue()), "RevenueDeclared");

        assertThat(named.at("/amount/value").asText()).isEqualTo("12.50");
        assertThat(named.at("/usage/0/weight").asInt()).isEqualTo(3);
        assertThat(unnamed.has("usage")).isFalse();
    }

    @Test
    void are_kept_by_the_receipts_we_write() throws IOException {
        Revenue revenue = revenue();
        Receipt receipt = new Receipt(
                new ReceiptId(new UUID(5, 1)), revenue.id(), revenue.amount(), "transfer 1", NOON);

        assertKept(new RevenueEvent.Received(receipt, revenue.commonsId()), "RevenueReceived");
    }

    @Test
    void are_kept_by_the_voidings_we_write() throws IOException {
        Revenue revenue = revenue();

        assertKept(
                new RevenueEvent.Voided(
                        revenue.id(), revenue.commonsId(), NOON, "tess", "Declared twice"),
                "RevenueVoided");
    }

    @Test
    void know_every_event_there_is() {
        // In any order: the compiler lists them as it comes to them.
        assertThat(RevenueEvent.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        RevenueEvent.Declared.class,
                        RevenueEvent.Received.class,
                        RevenueEvent.Voided.class);
    }

    @ParameterizedTest
    @CsvSource({
        "CommonsFounded, v1.minimal.json",
        "CommonsFounded, v1.full.json",
        "ContributionPublished, v1.minimal.json",
        "ContributionPublished, v1.full.json"
    })
    void are_read_whole_with_unknown_fields_and_not_when_truncated(String event, String sample)
            throws IOException {
        byte[] bytes = Contracts.document(event, sample);
        ObjectNode data = (ObjectNode) JSON.readTree(bytes);
        String key = data.path("commonsId").asText();
        assertThat(WireRecords.read(record(event, key, bytes))).isPresent();

        byte[] more = JSON.writeValueAsBytes(data.put("unknown", "field"));
        assertThat(WireRecords.read(record(event, key, more))).isPresent();

        byte[] truncated = Arrays.copyOf(bytes, bytes.length / 2);
        assertThatThrownBy(() -> WireRecords.read(record(event, key, truncated)))
                .isInstanceOf(UnreadableRecord.class);
    }

    private static LogRecord record(String event, String key, byte[] value) {
        RecordHeaders headers =
                new RecordHeaders().add("ce_type", "org.commonfold." + event + ".v1");
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        return new LogRecord("commons.log", 0, 0, keyBytes, headers, value, Instant.EPOCH);
    }
}
