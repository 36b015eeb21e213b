package org.commonfold.revenue.application;

import static org.commonfold.revenue.domain.Rejection.UNKNOWN_PARTNER;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.SigningSecret;
import org.commonfold.revenue.domain.SigningSecretId;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

/** Gives a partner a secret to sign its webhooks with. */
@ApplicationScoped
public class AddSigningSecret {

    private final Partners partners;
    private final SigningSecrets secrets;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AddSigningSecret(Partners partners, SigningSecrets secrets, Ids ids, Clock clock) {
        this.partners = partners;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /** One of random bytes that nobody else has. */
    public Uni<Decision<SigningSecret>> add(PartnerId partnerId) {
        byte[] key = new byte[SigningSecret.KEY_BYTES];
        random.nextBytes(key);
        return add(partnerId, Base64.getEncoder().encodeToString(key));
    }

    /**
     * One that the partner brings along.
     *
     * @param serialised {@code whsec_} and Base64
     */
    public Uni<Decision<SigningSecret>> addBrought(PartnerId partnerId, String serialised) {
        return SigningSecret.keyOf(serialised)
                .fold(
                        key -> add(partnerId, key),
                        () -> Uni.createFrom().item(Decision.nothingNew()),
                        reason -> Uni.createFrom().item(Decision.reject(reason)));
    }

    private Uni<Decision<SigningSecret>> add(PartnerId partnerId, String key) {
        SigningSecret secret =
                new SigningSecret(new SigningSecretId(ids.next()), partnerId, key, clock.instant());
        return partners.findForChange(partnerId)
                .chain(partner -> partner.isPresent()
                        ? add(secret)
                        : Uni.createFrom().item(Decision.reject(UNKNOWN_PARTNER)));
    }

    private Uni<Decision<SigningSecret>> add(SigningSecret proposed) {
        return secrets.of(proposed.partnerId())
                .map(present -> SigningSecret.add(proposed, present))
                .chain(decision -> decision.fold(
                        secret -> secrets.add(secret).replaceWith(decision),
                        () -> Uni.createFrom().item(decision),
                        reason -> Uni.createFrom().item(decision)));
    }
}
