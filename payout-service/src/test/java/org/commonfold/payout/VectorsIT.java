package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.fold.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

@DisplayName("payout-service, started alone on a broker with a vector's log")
class VectorsIT {

    private static final int PARTITIONS = 12;

    static List<Vector> vectors() {
        return Vector.all();
    }

    /** At least once: the whole log again, every event under the id it had. */
    @ParameterizedTest
    @MethodSource("vectors")
    void gives_its_balances_and_rejects_what_it_rejects(Vector vector) throws IOException {
        try (Alone payout = Alone.start(PARTITIONS)) {
            payout.log().write(vector.log());
            payout.log().write(vector.log());
            payout.awaitTheEnd();

            assertThat(balances(payout, "application/x-ndjson")).isEqualTo(vector.balances());
            assertThat(rejectedIds(payout)).containsExactlyElementsOf(vector.rejected());
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @Tag("long")
    void gives_the_same_where_whatever_moves_money_is_set_aside(Vector vector) throws IOException {
        try (Alone payout = Alone.start(1, "-Dfold.set-aside-from=1")) {
            payout.log().write(vector.log());
            payout.log().write(vector.log());
            payout.awaitTheEnd();

            assertThat(balances(payout, "application/x-ndjson")).isEqualTo(vector.balances());
            assertThat(rejectedIds(payout)).containsExactlyElementsOf(vector.rejected());
            assertThat(new FoldedLog(payout.database).partitionsWithAnythingBeside())
                    .isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    @Tag("long")
    void gives_the_same_from_any_number_of_partitions(int partitions) throws IOException {
        Vector vector = Vector.named("random-3");
        try (Alone payout = Alone.start(partitions)) {
            payout.log().write(vector.log());
            payout.awaitTheEnd();

            for (String accept : List.of("application/json", "*/*", "text/html")) {
                assertThat(balances(payout, accept)).isEqualTo(vector.balances());
            }
        }
    }

    private static List<String> rejectedIds(Alone payout) {
        return payout.rejected().stream()
                .map(record -> TopicReader.header(record, "ce_id"))
                .sorted()
                .toList();
    }

    private static List<String> balances(Alone payout, String accept) throws IOException {
        var answer = payout.get("/ledger/balances", accept);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-ndjson"));
        return answer.body()
                .lines()
                .map(Vector::parse)
                .map(Vector::balance)
                .sorted()
                .toList();
    }
}
