package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.payout.payment.Bank.file;
import static org.commonfold.payout.payment.Bank.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.payout.Laboratory;
import org.commonfold.payout.TopicReader;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.Entry;
import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.fold.domain.Movement;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.Verdict;
import org.commonfold.payout.fold.messaging.CommonsLogReader;
import org.commonfold.payout.fold.messaging.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(PaymentFileIT.WithDebtor.class)
@DisplayName("commons.log and payout.log together")
class RebuildIT {

    private static final String EUR = "EUR";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BALANCES = """
            select owner || ' ' || accrued || ' ' || available || ' ' || reserved || ' ' || paid
              from balance
             where commons_id = '%s' and accrued + available + reserved + paid > 0
             order by owner""";

    private final JsonMapper json = new JsonMapper();
    private final String ada = Bank.commons() + "-ada";
    private final String bob = Bank.commons() + "-bob";
    private Database database;
    private Bank bank;

    @Inject
    DataSource source;

    /** Of 100.00, 95.00 are ada's and bob's in halves, and three quarters of them arrive. */
    @Test
    void rebuild_every_balance_payouts_included() {
        database = new Database(source);
        database.execute("update balance set available = 0 where currency = 'EUR'");
        bank = new Bank(database, EUR);
        Bank.account(ada, Bank.IBAN).then().statusCode(200);
        Bank.account(bob, Bank.IBAN).then().statusCode(200);
        Laboratory lab = Laboratory.founded(source);
        String work = lab.published(ada, bob, "cy-without-account");
        lab.rated("rex", work, 5).rated("rita", work, 4);
        String revenue = lab.declared("100.00");
        lab.received(revenue, "50.00").written().entry(revenue, "release");

        adaIsPaidAndBobsBankRefuses();
        Bank.cancel(bank.approved("1.00")).then().statusCode(200);
        bank.approved("1.00");
        lab.received(revenue, "25.00").written();

        await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> balances = database.texts(BALANCES.formatted(lab.id));
            assertThat(balances).hasSize(4).anyMatch(row -> row.matches(".* [1-9]\\d* \\d+$"));
            assertThat(rebuilt(lab.id)).isEqualTo(balances);
            assertThat(database.texts(BALANCES.formatted(lab.id))).isEqualTo(balances);
        });
    }

    private void adaIsPaidAndBobsBankRefuses() {
        String runId = bank.approved("1.00");
        file(runId).then().statusCode(200);
        String amount = bank.amount(runId, ada);
        Pain002 report = Pain002.of(runId)
                .line(bank.endToEndId(runId, ada), "ACSC", amount)
                .rejected(bank.endToEndId(runId, bob), "AC04", amount);
        report(report.xml()).then().statusCode(200);
    }

    /** By nothing but the two logs. */
    private List<String> rebuilt(String commonsId) throws IOException {
        Map<String, long[]> balances = new TreeMap<>();
        Commonses commonses = new Commonses();
        for (ConsumerRecord<String, byte[]> record : TopicReader.all("commons.log")) {
            if (commonsId.equals(record.key())) {
                fold(record, commonses, balances);
            }
        }
        for (ConsumerRecord<String, byte[]> record : TopicReader.all("payout.log")) {
            JsonNode event = json.readTree(record.value());
            if (commonsId.equals(event.path("commonsId").asText())) {
                apply(TopicReader.header(record, "ce_type"), event, balances);
            }
        }
        return balances.entrySet().stream().map(RebuildIT::row).toList();
    }

    private static void fold(
            ConsumerRecord<String, byte[]> record, Commonses commonses, Map<String, long[]> into) {
        String type = TopicReader.header(record, "ce_type");
        String id = TopicReader.header(record, "ce_id");
        Reading reading = new CommonsLogReader().read(type, id, record.key(), record.value());
        Verdict verdict = commonses.fold(((Reading.Event) reading).event());
        ((Verdict.Accepted) verdict)
                .movements().stream().map(Movement::entry).forEach(entry -> book(entry, into));
    }

    private static void book(Entry entry, Map<String, long[]> into) {
        for (Posting posting : entry.postings()) {
            String owner = posting.account().owner();
            if (posting.account().isAccrued()) {
                move(into, owner, 0, -posting.micros());
            } else if (posting.account().isAvailable()) {
                move(into, owner, 1, -posting.micros());
            }
        }
    }

    /** As EVENTS.md has it: from available to reserved, on to paid, or back. */
    private static void apply(String type, JsonNode event, Map<String, long[]> into) {
        String owner = "contributor:" + event.path("contributorId").asText();
        JsonNode amount = event.path("amount");
        long micros =
                Money.parse(amount.path("value").asText(), EUR).orElseThrow().micros();
        String name = type.substring("org.commonfold.".length());
        switch (name) {
            case "PayoutReserved.v1" -> {
                move(into, owner, 1, -micros);
                move(into, owner, 2, micros);
            }
            case "PayoutPaid.v1" -> {
                move(into, owner, 2, -micros);
                move(into, owner, 3, micros);
            }
            case "PayoutReturned.v1" -> {
                move(into, owner, event.path("wasPaid").asBoolean() ? 3 : 2, -micros);
                move(into, owner, 1, micros);
            }
            default -> assertThat(name).startsWith("Revenue");
        }
    }

    private static void move(Map<String, long[]> balances, String owner, int column, long micros) {
        balances.computeIfAbsent(owner, none -> new long[4])[column] += micros;
    }

    private static String row(Map.Entry<String, long[]> balance) {
        long[] each = balance.getValue();
        return "%s %d %d %d %d".formatted(balance.getKey(), each[0], each[1], each[2], each[3]);
    }
}
