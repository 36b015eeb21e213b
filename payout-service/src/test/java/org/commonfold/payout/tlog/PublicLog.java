package org.commonfold.payout.tlog;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.tlog.domain.Rfc6962;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The transparency log as anybody reads and verifies it: by HTTP, from its tiles. */
final class PublicLog {

    private static final int TILE = 256;
    private static final String X509_OF_ED25519 = "302a300506032b6570032100";

    private PublicLog() {}

    record Checkpoint(String origin, long size, byte[] root) {}

    /** The latest, its signature verified. */
    static Checkpoint checkpoint() {
        String note =
                given().get("/v1/checkpoint").then().statusCode(200).extract().asString();
        return verified(note);
    }

    static Checkpoint verified(String note) {
        String key = given().get("/v1/verifier-key")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .strip();
        String[] named = key.split("\\+", 3);
        byte[] known = Base64.getDecoder().decode(named[2]);
        byte[] id = Arrays.copyOf(Rfc6962.sha256(bytes(named[0] + "\n"), known), 4);
        assertThat(HexFormat.of().formatHex(id)).isEqualTo(named[1]);

        int end = note.indexOf("\n\n") + 1;
        String text = note.substring(0, end);
        String[] signature = note.substring(end + 1).strip().split(" ");
        assertThat(signature[0]).isEqualTo("\u2014");
        assertThat(signature[1]).isEqualTo(named[0]);
        ByteBuffer signed = ByteBuffer.wrap(Base64.getDecoder().decode(signature[2]));
        byte[] signedBy = new byte[4];
        byte[] bytes = new byte[64];
        signed.get(signedBy).get(bytes);
        assertThat(signedBy).isEqualTo(id);
        assertThat(isSigned(text, Arrays.copyOfRange(known, 1, 33), bytes)).isTrue();

        String[] lines = text.split("\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).isEqualTo(named[0]);
        return new Checkpoint(
                lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
    }

    private static boolean isSigned(String text, byte[] known, byte[] signature) {
        byte[] encoded = ByteBuffer.allocate(44)
                .put(HexFormat.of().parseHex(X509_OF_ED25519))
                .put(known)
                .array();
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded)));
            ed25519.update(bytes(text));
            return ed25519.verify(signature);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All there is, from the bundles of entries; each is the hash of one. */
    static List<byte[]> leaves(long size) {
        List<byte[]> leaves = new ArrayList<>();
        for (long tile = 0; tile * TILE < size; tile++) {
            ByteBuffer bundle = ByteBuffer.wrap(read("entries", tile, size));
            while (bundle.hasRemaining()) {
                byte[] leaf = new byte[Short.toUnsignedInt(bundle.getShort())];
                bundle.get(leaf);
                leaves.add(leaf);
            }
        }
        return leaves;
    }

    /** The tile of a tree of that size, full or not. */
    static byte[] read(String level, long tile, long nodes) {
        long width = Math.min(TILE, nodes - tile * TILE);
        String path = "%03d".formatted(tile) + (width < TILE ? ".p/" + width : "");
        return given().get("/v1/tile/" + level + "/" + path)
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .extract()
                .asByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
