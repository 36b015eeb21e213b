package org.commonfold.manifests;

import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The OpenID Connect provider of the manifests: its issuer, its keys, roles where it has them. */
final class Identity {

    private final String issuer;
    private final RsaJsonWebKey key;
    private final Path keySet;

    private Identity(String issuer, RsaJsonWebKey key, Path keySet) {
        this.issuer = issuer;
        this.key = key;
        this.keySet = keySet;
    }

    static Identity create(String issuer, Path folder) throws Exception {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("first");
        Path keySet = folder.resolve("jwks.json");
        Files.writeString(keySet, "{\"keys\":[%s]}".formatted(key.toJson()));
        return new Identity(issuer, key, keySet);
    }

    String keyLocation() {
        return keySet.toUri().toString();
    }

    String token(String subject, String role) {
        return sign(claims(subject, role));
    }

    String partnerToken(String partnerId) {
        JwtClaims claims = claims("partner:" + partnerId, "partner");
        claims.setStringClaim("partner_id", partnerId);
        return sign(claims);
    }

    private JwtClaims claims(String subject, String role) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(subject);
        claims.setClaim("realm_access", Map.of("roles", List.of(role)));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        return claims;
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
