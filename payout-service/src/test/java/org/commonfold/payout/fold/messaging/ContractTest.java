package org.commonfold.payout.fold.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.commonfold.kit.testing.EventContract;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Entry;
import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.fold.domain.Movement;
import org.commonfold.payout.fold.domain.PartnerId;
import org.commonfold.payout.fold.domain.RevenueId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

@DisplayName("The contracts of both logs")
class ContractTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final PartnerId PARTNER = new PartnerId("0198c0de-0000-7000-8000-000000000003");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final CommonsLogReader reader = new CommonsLogReader();

    private static Entry entry(Entry.Kind kind) {
        return new Entry(
                kind,
                new CommonsId("0198c0de-0000-7000-8000-000000000001"),
                new RevenueId("0198c0de-0000-7000-8000-000000000002"),
                "EUR",
                List.of());
    }

    private static byte[] bytes(Object data) throws JsonProcessingException {
        return JSON.writeValueAsBytes(data);
    }

    @Test
    void are_kept_by_what_we_say_of_a_distribution() throws IOException {
        Movement.RevenueDistributed distributed = new Movement.RevenueDistributed(
                entry(Entry.Kind.DISTRIBUTION),
                PARTNER,
                new Money(999_999_999_999_990_000L, "EUR"),
                0,
                12,
                3);

        new EventContract("RevenueDistributed")
                .assertKeptBy(bytes(RevenueDistributedV1.of(distributed, NOON)));
    }

    @Test
    void are_kept_by_what_we_say_of_a_release() throws IOException {
        Movement.RevenueReleased released = new Movement.RevenueReleased(
                entry(Entry.Kind.RELEASE), PARTNER, new Money(10_000, "EUR"), 9_999);

        new EventContract("RevenueReleased")
                .assertKeptBy(bytes(RevenueReleasedV1.of(released, NOON)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CommonsFounded",
                "CharterAmended",
                "ContributionPublished",
                "AuthorsReapportioned",
                "ContributionWithdrawn",
                "PeerRated",
                "RatingRetracted",
                "RevenueDeclared",
                "RevenueReceived",
                "RevenueVoided",
            })
    void are_read_whole_with_unknown_fields_and_not_when_truncated(String event)
            throws IOException {
        EventContract contract = new EventContract(event);
        for (byte[] sample : List.of(contract.minimalSample(), contract.fullSample())) {
            ObjectNode data = (ObjectNode) JSON.readTree(sample);
            String key = data.get("commonsId").asText();
            byte[] more = bytes(data.put("unknown", "field"));
            byte[] truncated = Arrays.copyOf(sample, sample.length / 2);

            assertThat(read(event, key, sample)).isInstanceOf(Reading.Event.class);
            assertThat(read(event, key, more)).isInstanceOf(Reading.Event.class);
            assertThat(read(event, key, truncated)).isInstanceOf(Reading.Unreadable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ContributionRevised", "NeedOpened", "RaterInvited", "Unheard"})
    void leave_alone_what_balances_do_not_depend_on(String event) {
        assertThat(read(event, "any", new byte[] {'?'})).isInstanceOf(Reading.Skipped.class);
    }

    private Reading read(String event, String key, byte[] value) {
        return reader.read("org.commonfold." + event + ".v1", "an-id", key, value);
    }
}
