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

    public Uni<Decision<SigningSecret>> add(PartnerId partnerId) {
        return partners.findForChange(partnerId)
                .chain(partner -> partner.isPresent()
                        ? addTo(partnerId)
                        : Uni.createFrom().item(Decision.reject(UNKNOWN_PARTNER)));
    }

    private Uni<Decision<SigningSecret>> addTo(PartnerId partnerId) {
        return secrets.of(partnerId)
                .map(present -> SigningSecret.add(newSecret(partnerId), present))
                .chain(decision -> decision.fold(
                        secret -> secrets.add(secret).replaceWith(decision),
                        () -> Uni.createFrom().item(decision),
                        reason -> Uni.createFrom().item(decision)));
    }

    private SigningSecret newSecret(PartnerId partnerId) {
        byte[] key = new byte[SigningSecret.KEY_BYTES];
        random.nextBytes(key);
        return new SigningSecret(
                new SigningSecretId(ids.next()),
                partnerId,
                Base64.getEncoder().encodeToString(key),
                clock.instant());
    }
}
