package org.commonfold.system.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.commonfold.kit.testing.EmbeddedBroker;
import org.commonfold.system.observability.LogLines.Line;
import org.commonfold.system.observability.TracedCalls.About;
import org.commonfold.system.observability.TracedCalls.Owed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** First they do all that people, partners and banks ask of them, then every line is read. */
@DisplayName("What the services log while people use them")
class LogLinesLongIT {

    private static final String REFUSALS = "org.commonfold.kit.problem.StableProblems";
    private static final String EVENTS = "org.commonfold.kit.eventstore.EventStore";

    private static final Planted PLANTED = new Planted();
    private static final List<TracedCalls> CALLS = new ArrayList<>();
    private static final Map<String, String> IDS_OF_THE_STRANGER = Map.of(
            "eventId", UUID.randomUUID().toString(),
            "traceId", UUID.randomUUID().toString().replace("-", ""),
            "commonsId", UUID.randomUUID().toString());

    private static PartnersServer receiver;
    private static RunningSystem system;

    @BeforeAll
    static void use_them() throws Exception {
        int receiverPort = EmbeddedBroker.freePort();
        receiver = new PartnersServer(receiverPort);
        system = RunningSystem.start(Map.of(
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                "QUARKUS_LOG_CATEGORY__ORG_COMMONFOLD__LEVEL", "DEBUG",
                "WEBHOOKS_ALLOW_HTTP", "true",
                "WEBHOOKS_PORTS", Integer.toString(receiverPort),
                "WEBHOOKS_SENDING_ALLOW_PRIVATE_ADDRESSES", "true",
                "PAYOUT_DEBTOR_NAME", Planted.PAYER,
                "PAYOUT_DEBTOR_IBAN", Planted.PAYER_IBAN));
        drive(receiverPort);
    }

    private static void drive(int receiverPort) throws Exception {
        TracedCalls revenue = calls("revenue-service");
        TracedCalls payout = calls("payout-service");
        PeopleAtWork people = new PeopleAtWork(
                calls("contribution-service"), calls("rating-service"), payout, PLANTED);
        PayingPartner partner = new PayingPartner(revenue, receiver, receiverPort, PLANTED);
        PayoutsByBank payouts = new PayoutsByBank(payout, PLANTED);

        partner.register();
        partner.wantToHear();
        String commonsId = people.publishAndRate();
        people.sayWhoTheyAre();
        people.sayWhereTheyBank();
        people.areNotWhoTheySay();
        partner.declareAndPay(commonsId);
        partner.declareByMessage(commonsId);
        partner.hears();
        payouts.payWhatIsAvailable();
        payouts.stateWhatWasPaid();
        people.haveThemselvesForgotten();
        aStrangerWritesToTheLog();
    }

    private static TracedCalls calls(String service) {
        TracedCalls calls = new TracedCalls(system.service(service));
        CALLS.add(calls);
        return calls;
    }

    /** What no service of ours would: bank data, and where a text should be. */
    private static void aStrangerWritesToTheLog() throws Exception {
        ProducerRecord<String, String> record = new ProducerRecord<>(
                "commons.log",
                IDS_OF_THE_STRANGER.get("commonsId"),
                "{\"title\": " + Planted.IBAN + ", \"by\": \"" + Planted.NAME + "\"}");
        Map.of(
                        "ce_id",
                        IDS_OF_THE_STRANGER.get("eventId"),
                        "ce_type",
                        "org.commonfold.ContributionPublished.v1",
                        "traceparent",
                        "00-" + IDS_OF_THE_STRANGER.get("traceId") + "-00f067aa0ba902b7-01")
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        system.write(record);
    }

    @AfterAll
    static void stop() {
        system.close();
        receiver.close();
    }

    @Test
    void is_one_json_object_a_line_with_the_fields_that_are_promised() throws IOException {
        for (String service : system.names()) {
            assertThat(lines(service)).isNotEmpty().allSatisfy(line -> {
                for (String field : List.of("timestamp", "level", "loggerName", "message")) {
                    assertThat(line.json().path(field).isTextual())
                            .as("%s of %s", field, line.raw())
                            .isTrue();
                }
                assertThat(line.json().path("mdc").isObject()).as(line.raw()).isTrue();
            });
        }
    }

    @Test
    void carries_the_ids_of_the_request_and_of_the_event_that_it_is_about() {
        for (TracedCalls calls : CALLS) {
            for (Owed owed : calls.owed()) {
                await("a line of " + owed)
                        .atMost(TracedCalls.PATIENCE)
                        .untilAsserted(() ->
                                assertThat(lines(calls.name())).anyMatch(line -> pays(line, owed)));
            }
        }
    }

    private static boolean pays(Line line, Owed owed) {
        boolean isOfThis =
                line.id("traceId").equals(owed.traceId()) && line.id("spanId").length() == 16;
        return owed.about() == About.REFUSAL
                ? isOfThis && line.text("loggerName").equals(REFUSALS)
                : isOfThis && line.text("loggerName").equals(EVENTS) && isUuid(line.id("eventId"));
    }

    private static boolean isUuid(String id) {
        return id.length() == 36;
    }

    @ParameterizedTest
    @MethodSource("readersOfTheLog")
    void carries_the_ids_of_a_record_that_cannot_be_used(String service) {
        await().atMost(TracedCalls.PATIENCE)
                .untilAsserted(() -> assertThat(lines(service))
                        .anyMatch(line -> line.carries(IDS_OF_THE_STRANGER)));
    }

    static List<String> readersOfTheLog() {
        return List.of("rating-service", "revenue-service", "payout-service");
    }

    @Test
    void holds_nothing_that_is_personal_or_secret() throws IOException {
        readersOfTheLog().forEach(this::carries_the_ids_of_a_record_that_cannot_be_used);
        for (String service : system.names()) {
            for (Line line : lines(service)) {
                assertThat(PLANTED.all())
                        .as("what %s repeats in %s", service, line.raw())
                        .noneMatch(value -> line.everything().contains(value));
            }
        }
    }

    private static List<Line> lines(String service) throws IOException {
        return LogLines.of(system.service(service));
    }
}
