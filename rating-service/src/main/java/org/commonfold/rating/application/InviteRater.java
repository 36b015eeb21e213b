package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Decision;
import org.commonfold.rating.domain.Invitation;
import org.commonfold.rating.domain.Person;

import java.time.Clock;
import java.util.Optional;

/** Lets someone rate who has not published. */
@ApplicationScoped
public class InviteRater {

    private final Stewardship stewardship;
    private final Invitations invitations;
    private final CommonsLog log;
    private final Ids ids;
    private final Clock clock;

    InviteRater(
            Stewardship stewardship,
            Invitations invitations,
            CommonsLog log,
            Ids ids,
            Clock clock) {
        this.stewardship = stewardship;
        this.invitations = invitations;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** The first invitation stands: another of the same rater records nothing new. */
    public Uni<Decision<Invited>> invite(Person who, CommonsId commonsId, ContributorId raterId) {
        return stewardship
                .refusal(who, commonsId)
                .chain(refusal -> refusal.isPresent()
                        ? Uni.createFrom().item(Decision.reject(refusal.get()))
                        : invitations
                                .findForChange(commonsId, raterId)
                                .chain(first -> invite(who, commonsId, raterId, first)));
    }

    private Uni<Decision<Invited>> invite(
            Person who, CommonsId commonsId, ContributorId raterId, Optional<Invitation> first) {
        if (first.isPresent()) {
            return Uni.createFrom().item(Decision.accept(new Invited(first.get(), false)));
        }
        Invitation invitation =
                new Invitation(ids.next(), commonsId, raterId, who.id(), clock.instant());
        return invitations
                .add(invitation)
                .chain(() -> log.record(invitation))
                .replaceWith(Decision.accept(new Invited(invitation, true)));
    }
}
