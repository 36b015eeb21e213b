package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.Decision;
import org.commonfold.rating.domain.Invitation;
import org.commonfold.rating.domain.Person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells the stewards of a commons who was invited. */
@ApplicationScoped
public class ListInvitations {

    private final Stewardship stewardship;
    private final Invitations invitations;

    ListInvitations(Stewardship stewardship, Invitations invitations) {
        this.stewardship = stewardship;
        this.invitations = invitations;
    }

    public Uni<Decision<List<Invitation>>> list(
            Person who, CommonsId commonsId, Optional<UUID> after, int countMax) {
        return stewardship
                .refusal(who, commonsId)
                .chain(refusal -> refusal.isPresent()
                        ? Uni.createFrom().item(Decision.reject(refusal.get()))
                        : invitations.list(commonsId, after, countMax).map(Decision::accept));
    }
}
