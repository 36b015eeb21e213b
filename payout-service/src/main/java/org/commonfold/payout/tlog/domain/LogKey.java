package org.commonfold.payout.tlog.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** What checkpoints are signed with: Ed25519, as C2SP signed-note has it. */
public final class LogKey {

    private static final String ED25519 = "Ed25519";
    private static final byte ALGORITHM = 1;
    private static final int SEED_BYTES = 32;
    private static final int ID_BYTES = 4;

    private final PrivateKey secret;
    private final byte[] known;

    private LogKey(KeyPair pair) {
        this.secret = pair.getPrivate();
        // The raw key is the end of its X.509 form (RFC 8410, section 4).
        byte[] encoded = pair.getPublic().getEncoded();
        this.known = Arrays.copyOfRange(encoded, encoded.length - SEED_BYTES, encoded.length);
    }

    /**
     * @param key 32 bytes, the seed; or PKCS #8, such as {@code openssl genpkey} writes
     * @throws IllegalArgumentException that does not say what it is
     */
    public static LogKey of(byte[] key) {
        try {
            return new LogKey(pair(key.length == SEED_BYTES ? key : seed(key)));
        } catch (GeneralSecurityException | ClassCastException none) {
            throw new IllegalArgumentException("Neither a seed of 32 bytes nor Ed25519 in PKCS #8");
        }
    }

    private static byte[] seed(byte[] pkcs8) throws GeneralSecurityException {
        PrivateKey key =
                KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        return ((EdECPrivateKey) key).getBytes().orElseThrow();
    }

    /** The JDK makes a public key only together with its seed, which it takes from here. */
    private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ED25519);
        generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
        return generator.generateKeyPair();
    }

    /** No chance at all: gives what it was given. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final transient byte[] seed;

        Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    /** What signatures are verified with: {@code <name>+<key id>+<Base64>}. */
    public String verifierKey(String name) {
        return name + "+" + HexFormat.of().formatHex(id(name)) + "+" + base64(typed());
    }

    /** A text that ends with a line feed, signed by that name. */
    public String sign(String name, String text) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(secret);
            signature.update(text.getBytes(UTF_8));
            byte[] signed = signature.sign();
            byte[] both = ByteBuffer.allocate(ID_BYTES + signed.length)
                    .put(id(name))
                    .put(signed)
                    .array();
            return text + "\n\u2014 " + name + " " + base64(both) + "\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] id(String name) {
        var sha256 = Hashes.sha256();
        sha256.update((name + "\n").getBytes(UTF_8));
        return Arrays.copyOf(sha256.digest(typed()), ID_BYTES);
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + known.length).put(ALGORITHM).put(known).array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
