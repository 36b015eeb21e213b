package org.commonfold.kit.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Tokens as an identity provider would issue them, and some that none should. */
public final class TestTokens {

    /** What the services under test accept. */
    public static final String ISSUER = "https://identity.test";

    private static final KeyPair KEYS = newKeys();
    private static final KeyPair FOREIGN_KEYS = newKeys();
    private static final Duration LIFESPAN = Duration.ofHours(1);
    /** To sign one costs more than most of what it is used for. */
    private static final Map<List<String>, String> SIGNED = new ConcurrentHashMap<>();

    private TestTokens() {}

    public static String token(String subject, String... roles) {
        List<String> who = Stream.concat(Stream.of(subject), Stream.of(roles)).toList();
        return SIGNED.computeIfAbsent(
                who,
                unsigned -> claims(subject, roles).expiresIn(LIFESPAN).sign(KEYS.getPrivate()));
    }

    public static String partnerToken(String subject, String partnerId) {
        return SIGNED.computeIfAbsent(
                List.of("of a partner", subject, partnerId),
                unsigned -> claims(subject, "partner")
                        .claim("partner_id", partnerId)
                        .expiresIn(LIFESPAN)
                        .sign(KEYS.getPrivate()));
    }

    public static String expiredToken(String subject, String... roles) {
        return claims(subject, roles).expiresAt(1_000_000_000L).sign(KEYS.getPrivate());
    }

    /** Signed with a key that is not the issuer's. */
    public static String foreignToken(String subject, String... roles) {
        return claims(subject, roles).expiresIn(LIFESPAN).sign(FOREIGN_KEYS.getPrivate());
    }

    /** With the right key, in somebody else's name. */
    public static String tokenOfAnotherIssuer(String subject, String... roles) {
        return claims(subject, roles)
                .issuer("https://elsewhere.test")
                .expiresIn(LIFESPAN)
                .sign(KEYS.getPrivate());
    }

    private static JwtClaimsBuilder claims(String subject, String... roles) {
        return Jwt.issuer(ISSUER).subject(subject).groups(Set.of(roles));
    }

    public static Path publicKeyFile() {
        try {
            Path file = Files.createTempFile("public-key", ".pem");
            String base64 =
                    Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded());
            Files.writeString(
                    file, "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
