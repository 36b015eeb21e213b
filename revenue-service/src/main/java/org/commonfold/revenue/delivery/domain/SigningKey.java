package org.commonfold.revenue.delivery.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What messages to one endpoint are signed with (Standard Webhooks 1.0, "Signature scheme").
 *
 * @param scheme {@code v1}: HMAC-SHA256; {@code v1a}: Ed25519
 * @param serialised {@code whsec_} and the Base64 of the secret; {@code whsk_} and that of the seed
 *     and the public key
 */
public record SigningKey(String scheme, String serialised) {

    public static final String V1 = "v1";
    public static final String V1A = "v1a";

    private static final int SECRET_BYTES = 32;
    private static final String HMAC = "HmacSHA256";
    private static final String ED25519 = "Ed25519";
    private static final String SECRET = "whsec_";
    private static final String PRIVATE = "whsk_";
    private static final String PUBLIC = "whpk_";

    /** A secret that both sides know. */
    public static SigningKey newV1(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new SigningKey(V1, SECRET + Base64.getEncoder().encodeToString(secret));
    }

    /** A pair of keys, of which the partner knows the public one. */
    public static SigningKey newV1a(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ED25519);
            generator.initialize(SECRET_BYTES * Byte.SIZE - 1, random);
            KeyPair pair = generator.generateKeyPair();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            // The raw key is the end of its X.509 form (RFC 8410, section 4).
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] both = ByteBuffer.allocate(2 * SECRET_BYTES)
                    .put(seed)
                    .put(encoded, encoded.length - SECRET_BYTES, SECRET_BYTES)
                    .array();
            return new SigningKey(V1A, PRIVATE + Base64.getEncoder().encodeToString(both));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of v1a, what signatures are verified with: {@code whpk_} and Base64. */
    public Optional<String> publicKey() {
        if (!scheme.equals(V1A)) {
            return Optional.empty();
        }
        byte[] both = bytes(PRIVATE);
        byte[] key = Arrays.copyOfRange(both, SECRET_BYTES, both.length);
        return Optional.of(PUBLIC + Base64.getEncoder().encodeToString(key));
    }

    /**
     * What goes into {@code webhook-signature}: the version, a comma and Base64, over
     * {@code id.timestamp.body}.
     *
     * @param timestamp of the attempt, in seconds
     */
    public String sign(String id, long timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        try {
            byte[] signature = scheme.equals(V1) ? hmac(head, body) : ed25519(head, body);
            return scheme + "," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] hmac(byte[] head, byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(bytes(SECRET), HMAC));
        mac.update(head);
        return mac.doFinal(body);
    }

    private byte[] ed25519(byte[] head, byte[] body) throws GeneralSecurityException {
        byte[] seed = Arrays.copyOf(bytes(PRIVATE), SECRET_BYTES);
        PrivateKey key = KeyFactory.getInstance(ED25519)
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        Signature signature = Signature.getInstance(ED25519);
        signature.initSign(key);
        signature.update(head);
        signature.update(body);
        return signature.sign();
    }

    private byte[] bytes(String prefix) {
        return Base64.getDecoder().decode(serialised.substring(prefix.length()));
    }

    /** Without the key, which belongs in no log. */
    @Override
    public String toString() {
        return "SigningKey[" + scheme + "]";
    }
}
