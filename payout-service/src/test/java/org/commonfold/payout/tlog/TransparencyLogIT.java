package org.commonfold.payout.tlog;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.payout.Laboratory;
import org.commonfold.payout.tlog.domain.Rfc6962;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The transparency log")
class TransparencyLogIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNLOGGED = """
            select count(*) from chain
             where not exists (select from tree_leaf where tree_leaf.entry_id = chain.entry_id)""";

    @Inject
    DataSource source;

    private Database database;
    private String entry;

    @BeforeEach
    void of_an_entry_that_was_booked() {
        database = new Database(source);
        Laboratory lab = Laboratory.founded(source);
        lab.published("ada");
        String revenue = lab.declared("1.00");
        entry = lab.written().entry(revenue, "distribution");
        await().atMost(PATIENCE).until(() -> database.number(UNLOGGED) == 0);
    }

    @Test
    void has_every_entry_once_by_its_hash() {
        PublicLog.Checkpoint checkpoint = PublicLog.checkpoint();
        List<byte[]> leaves = PublicLog.leaves(checkpoint.size());

        assertThat(Rfc6962.treeHash(leaves)).isEqualTo(checkpoint.root());
        assertThat(leaves.stream().map(HexFormat.of()::formatHex).toList())
                .containsExactlyInAnyOrderElementsOf(
                        database.texts("select encode(hash, 'hex') from chain"));
    }

    @Test
    void keeps_what_it_has_said_when_it_grows() {
        List<PublicLog.Checkpoint> said = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            said.add(PublicLog.checkpoint());
            of_an_entry_that_was_booked();
        }
        PublicLog.Checkpoint last = PublicLog.checkpoint();
        List<byte[]> leaves = PublicLog.leaves(last.size());

        assertThat(last.size()).isGreaterThan(said.get(4).size());
        for (PublicLog.Checkpoint one : said) {
            assertThat(Rfc6962.treeHash(leaves.subList(0, (int) one.size()))).isEqualTo(one.root());
        }
    }

    @Test
    void gives_out_tiles_of_hashes() {
        long size = PublicLog.checkpoint().size();
        List<byte[]> leaves = PublicLog.leaves(size);
        byte[] tile = PublicLog.read("0", 0, size);

        assertThat(tile)
                .hasSize(32 * (int) Math.min(256, size))
                .startsWith(Rfc6962.leafHash(leaves.get(0)));
    }

    @Test
    void is_read_by_anybody_and_kept_by_caches() {
        given().get("/v1/tile/0/000.p/1")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/999",
                "0/000.p/0",
                "7/000.p/1",
                "entries/999.p/1",
                "64/000.p/1",
                "0/x000/001"
            })
    void has_no_tile_of_what_is_not_there(String tile) {
        given().get("/v1/tile/" + tile).then().statusCode(404);
    }

    @Test
    void proves_an_entry_to_whoever_trusts_its_checkpoint() throws IOException {
        JsonNode proof = proof(entry);

        assertProven(proof);
        String shown = proof.path("entry").asText();
        assertThat(shown).isEqualTo(new JsonCanonicalizer(shown).getEncodedString());
        assertThat(new JsonMapper().readTree(shown).path("entryId").asText()).isEqualTo(entry);
    }

    @Test
    void proves_nothing_of_what_was_never_booked() {
        given().auth()
                .oauth2(token("ada", "contributor"))
                .get("/v1/entries/" + UUID.randomUUID() + "/proof")
                .then()
                .statusCode(404)
                .header("Retry-After", "1");
        given().get("/v1/entries/" + entry + "/proof").then().statusCode(401);
    }

    /** As somebody could who has the database to himself. */
    @Test
    void shows_that_one_posting_was_altered() {
        String alter = """
                set session_replication_role = replica;
                update posting set micros = micros %s 1 where entry_id = '%s' and line = 1;
                set session_replication_role = default""";
        database.execute(alter.formatted("+", entry));
        try {
            JsonNode proof = proof(entry);

            assertThat(Base64.getEncoder().encodeToString(Rfc6962.sha256(utf8(proof, "entry"))))
                    .isNotEqualTo(proof.path("leaf").asText());
        } finally {
            database.execute(alter.formatted("-", entry));
        }
        assertProven(proof(entry));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tree", "tree_leaf", "tree_node", "tree_head"})
    void can_not_be_altered_by_its_own_service(String table) {
        for (String change : List.of("delete from ", "truncate ")) {
            assertThat(catchThrowable(() -> database.execute(change + table)))
                    .hasMessageContaining("append-only");
        }
    }

    private static void assertProven(JsonNode proof) {
        PublicLog.Checkpoint checkpoint =
                PublicLog.verified(proof.path("checkpoint").asText());
        List<byte[]> hashes = new ArrayList<>();
        proof.path("hashes").forEach(hash -> hashes.add(bytes(hash)));
        byte[] leaf = bytes(proof.path("leaf"));

        assertThat(leaf).isEqualTo(Rfc6962.sha256(utf8(proof, "entry")));
        assertThat(checkpoint.size()).isEqualTo(proof.path("size").asLong());
        assertThat(Rfc6962.rootBy(leaf, proof.path("index").asLong(), checkpoint.size(), hashes))
                .isEqualTo(checkpoint.root());
    }

    private static JsonNode proof(String entry) {
        String json = given().auth()
                .oauth2(token("ada", "contributor"))
                .get("/v1/entries/" + entry + "/proof")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return new JsonMapper().readTree(json);
        } catch (IOException bad) {
            throw new IllegalStateException(bad);
        }
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }

    private static byte[] utf8(JsonNode proof, String field) {
        return proof.path(field).asText().getBytes(StandardCharsets.UTF_8);
    }
}
