package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.SignatureCheck;
import org.commonfold.revenue.domain.SignedMessage;

import java.time.Clock;

/** Finds out whether a webhook really comes from the partner it claims to come from. */
@ApplicationScoped
public class AuthenticateWebhook {

    private final SignatureCheck signatureCheck = new SignatureCheck();
    private final SigningSecrets secrets;
    private final Clock clock;

    AuthenticateWebhook(SigningSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A partner that does not exist has no secrets, and gets the same answer as a wrong one. */
    public Uni<Decision<SignedMessage>> authenticate(PartnerId claimed, SignedMessage message) {
        return secrets.of(claimed)
                .map(present -> signatureCheck.decide(message, present, clock.instant()));
    }
}
