package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Decision;
import org.commonfold.contribution.domain.Profile;
import org.commonfold.contribution.domain.ProfileWriting;
import org.commonfold.contribution.domain.SelfDescription;

import java.time.Clock;
import java.util.function.LongPredicate;

/** Writes what a contributor says about themselves, first or again. */
@ApplicationScoped
public class WriteProfile {

    private final ProfileWriting writing = new ProfileWriting();
    private final Profiles profiles;
    private final Clock clock;

    WriteProfile(Profiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Writes it.
     *
     * @param expected whether a version is the one the change is meant for; 0 stands for none
     */
    public Uni<Decision<Profile>> write(
            ContributorId who, SelfDescription text, LongPredicate expected) {
        return profiles.lock(who)
                .chain(before -> Recording.of(
                        writing.decide(before, who, text, expected, clock.instant()),
                        before.orElse(null),
                        after -> profiles.write(after).replaceWith(after)));
    }
}
