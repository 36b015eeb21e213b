package org.commonfold.payout.tlog.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.util.Base64;
import java.util.HexFormat;

@DisplayName("The key of the transparency log")
class LogKeyTest {

    /** RFC 8032, section 7.1, test 1. */
    private static final byte[] SEED = HexFormat.of()
            .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private static final String KNOWN =
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    @Test
    void has_the_public_key_of_its_seed() {
        String verifier = LogKey.of(SEED).verifierKey("example.org/log");

        String[] parts = verifier.split("\\+", 3);
        assertThat(parts[0]).isEqualTo("example.org/log");
        assertThat(parts[1]).matches("[0-9a-f]{8}");
        assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(parts[2])))
                .isEqualTo("01" + KNOWN);
    }

    @Test
    void is_read_from_PKCS_8_too() throws Exception {
        EdECPrivateKey key = (EdECPrivateKey)
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();

        assertThat(LogKey.of(key.getEncoded()).verifierKey("a"))
                .isEqualTo(LogKey.of(key.getBytes().orElseThrow()).verifierKey("a"));
    }

    @Test
    void is_nothing_else() {
        for (int length : new int[] {0, 31, 33, 48}) {
            assertThatIllegalArgumentException().isThrownBy(() -> LogKey.of(new byte[length]));
        }
    }

    @Test
    void signs_a_note() {
        String note = LogKey.of(SEED).sign("example.org/log", "a\nb\n");

        assertThat(note).startsWith("a\nb\n\n\u2014 example.org/log ").endsWith("\n");
        assertThat(note.lines()).hasSize(4);
    }
}
