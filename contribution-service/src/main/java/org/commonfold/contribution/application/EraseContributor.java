package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.ContributorId;

import java.time.Clock;

/** Forgets what is personal about a contributor, at their wish. Once more changes nothing. */
@ApplicationScoped
public class EraseContributor {

    private final Profiles profiles;
    private final Clock clock;

    EraseContributor(Profiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    public Uni<Void> erase(ContributorId who) {
        return profiles.lock(who).chain(() -> profiles.erase(who, clock.instant()));
    }
}
