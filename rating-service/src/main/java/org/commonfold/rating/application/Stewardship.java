package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.Person;
import org.commonfold.rating.domain.Reader;
import org.commonfold.rating.domain.Rejection;

import java.util.Optional;

/** Who is a steward of which commons: it takes the role, and a place in that commons' list. */
@ApplicationScoped
public class Stewardship {

    private final Commonses commonses;

    Stewardship(Commonses commonses) {
        this.commonses = commonses;
    }

    /** Someone as a reader of what a commons keeps. */
    public Uni<Reader> reader(Person who, CommonsId id) {
        return isSteward(who, id).map(isSteward -> new Reader(who.id(), isSteward));
    }

    /** Why someone may not do what only stewards of this commons may, if so. */
    public Uni<Optional<Rejection>> refusal(Person who, CommonsId id) {
        return commonses
                .charterOf(id)
                .chain(charter -> charter.isEmpty()
                        ? Uni.createFrom().item(Optional.of(Rejection.UNKNOWN_COMMONS))
                        : isSteward(who, id).map(Stewardship::refusalUnless));
    }

    private static Optional<Rejection> refusalUnless(boolean isSteward) {
        return isSteward ? Optional.empty() : Optional.of(Rejection.NOT_A_STEWARD);
    }

    private Uni<Boolean> isSteward(Person who, CommonsId id) {
        return who.hasStewardRole()
                ? commonses.hasSteward(id, who.id())
                : Uni.createFrom().item(false);
    }
}
