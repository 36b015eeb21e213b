package org.commonfold.local;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The local identity provider: a key pair in the data directory, and tokens signed with it. */
final class Keys {

    static final String ISSUER = "https://commonfold.local";

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path publicKeyFile;
    private final PrivateKey privateKey;

    private Keys(Path publicKeyFile, PrivateKey privateKey) {
        this.publicKeyFile = publicKeyFile;
        this.privateKey = privateKey;
    }

    /** The keys of a data directory; made at the first start. */
    static Keys createOrRead(Path directory) throws IOException, GeneralSecurityException {
        Path privateFile = directory.resolve("private.pem");
        if (!Files.exists(privateFile)) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            Path publicFile = directory.resolve("public.pem");
            Files.writeString(publicFile, pem("PUBLIC", keys.getPublic().getEncoded()));
            // Whole or not at all, however a start is cut off.
            Path whole = Files.createTempFile(directory, "private", ".pem", OWNER_ONLY);
            Files.writeString(whole, pem("PRIVATE", keys.getPrivate().getEncoded()));
            Files.move(whole, privateFile, StandardCopyOption.ATOMIC_MOVE);
        }
        return read(directory);
    }

    static Keys read(Path directory) throws IOException, GeneralSecurityException {
        String pem = Files.readString(directory.resolve("private.pem"));
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        PKCS8EncodedKeySpec key = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
        PrivateKey privateKey = KeyFactory.getInstance("RSA").generatePrivate(key);
        return new Keys(directory.resolve("public.pem"), privateKey);
    }

    private static String pem(String what, byte[] encoded) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN %s KEY-----%n%s%n-----END %s KEY-----%n".formatted(what, base64, what);
    }

    Path publicKeyFile() {
        return publicKeyFile;
    }

    /** Signed with RS256, as most providers do. */
    String token(String subject, Set<String> roles, Optional<String> partnerId, Duration lifespan) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(subject);
        claims.setStringListClaim("groups", List.copyOf(roles));
        partnerId.ifPresent(id -> claims.setStringClaim("partner_id", id));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(lifespan.toMinutes());
        claims.setGeneratedJwtId();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(privateKey);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
