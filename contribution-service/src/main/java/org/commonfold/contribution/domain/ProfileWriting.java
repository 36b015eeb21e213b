package org.commonfold.contribution.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongPredicate;

/** The rules of writing one's profile. Pure: no clock, no repository, no framework. */
public final class ProfileWriting {

    /**
     * Decides about a first profile or another one.
     *
     * @param before what is there
     * @param expected whether a version is the one the change is meant for; 0 stands for none
     */
    public Decision<Profile> decide(
            Optional<Profile> before,
            ContributorId who,
            SelfDescription text,
            LongPredicate expected,
            Instant now) {
        long version = before.map(Profile::version).orElse(0L);
        if (before.isPresent() && before.get().text().equals(text)) {
            // The same request again, after a lost response: the version it names may be gone.
            return Decision.nothingNew();
        }
        if (!expected.test(version)) {
            return Decision.reject(Rejection.STALE_VERSION);
        }
        return Decision.accept(new Profile(who, text, version + 1, now));
    }
}
