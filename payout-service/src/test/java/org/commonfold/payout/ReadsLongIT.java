package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.commonfold.kit.testing.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** In a heap that neither of them fits. */
@DisplayName("All balances, and the whole journal,")
class ReadsLongIT {

    private static final String HEAP_MAX = "-Xmx100m";
    private static final long HEAP_BYTES = 100L << 20;
    private static final int ENTRIES = 270_000;
    private static final int OWNERS = 1_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Past the triggers, which would link each of them. */
    private static final String BOOKED = """
            set session_replication_role = replica;
            insert into entry (commons_id, entry_id, kind, revenue_id, currency, log_partition,
                               log_offset, booked_at)
            select 'c', md5('e' || n)::uuid, 'release', 'r' || n, 'EUR', 0, n, now()
              from generate_series(1, %1$d) n;
            insert into posting (commons_id, entry_id, line, owner, kind, micros)
            select 'c', md5('e' || n)::uuid, line, 'contributor:p' || n,
                   case line when 1 then 'accrued' else 'available' end,
                   case line when 1 then 1 else -1 end
              from generate_series(1, %1$d) n, generate_series(1, 2) line;
            insert into chain (commons_id, sequence, entry_id, hash)
            select 'c', n, md5('e' || n)::uuid, sha256('x') from generate_series(1, %1$d) n;
            insert into balance (commons_id, owner, currency, available)
            select 'c', 'contributor:p' || n, 'EUR', n from generate_series(1, %2$d) n;
            analyze""".formatted(ENTRIES, OWNERS);

    private static Alone payout;

    @BeforeAll
    static void a_ledger_of_years() throws IOException {
        payout = Alone.start(1, HEAP_MAX, "-Dledger.long-reads-max=1");
        payout.database.execute(BOOKED);
    }

    @AfterAll
    static void the_end() {
        payout.close();
    }

    @Test
    void are_more_than_the_memory_that_serves_them() throws Exception {
        assertThat(read("/ledger/balances", OWNERS)).isGreaterThan(HEAP_BYTES);
        assertThat(read("/ledger/journal?format=ndjson", ENTRIES)).isGreaterThan(HEAP_BYTES);
        read("/ledger/journal?format=csv", 2 * ENTRIES + 1);
        // Two lines at the top; for each entry a blank one, its title and two postings.
        read("/ledger/journal?format=hledger", 4 * ENTRIES + 2);
        // Three at the top; five more for each entry, about it.
        read("/ledger/journal?format=beancount", 9 * ENTRIES + 3);
    }

    private static HttpResponse<InputStream> get(String path) throws IOException {
        return payout.get(path, "*/*", BodyHandlers.ofInputStream());
    }

    /** How many bytes there are, in that many lines. */
    private static long read(String path, long lines) throws IOException {
        long bytes = 0;
        long ends = 0;
        byte[] piece = new byte[1 << 16];
        try (InputStream in = get(path).body()) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                bytes += length;
                for (int i = 0; i < length; i++) {
                    ends += piece[i] == '\n' ? 1 : 0;
                }
            }
        }
        assertThat(ends).isEqualTo(lines);
        return bytes;
    }

    @Test
    void are_read_by_a_few_at_once() throws Exception {
        try (Socket slow = new Socket("localhost", payout.port())) {
            String request = "GET /v1/ledger/journal HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Bearer " + TestTokens.token("tess", "treasurer")
                    + "\r\n\r\n";
            slow.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(slow.getInputStream().read()).isEqualTo('H');

            for (String path : new String[] {"/ledger/balances", "/ledger/journal"}) {
                HttpResponse<InputStream> refused = get(path);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
                assertThat(new String(refused.body().readAllBytes(), StandardCharsets.UTF_8))
                        .contains("/problems/try-later");
            }
        }
        await().atMost(PATIENCE).until(ReadsLongIT::hasRoom);
    }

    private static boolean hasRoom() throws IOException {
        HttpResponse<InputStream> answer = get("/ledger/journal?format=csv");
        try (InputStream body = answer.body()) {
            return answer.statusCode() == 200 && body.read() >= 0;
        }
    }
}
