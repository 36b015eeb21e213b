package org.commonfold.contribution.domain;

import java.time.Instant;
import java.util.Set;

/**
 * One shared venture.
 *
 * @param charterVersion 1 for the founding charter, one more for each amendment
 */
public record Commons(
        CommonsId id,
        String name,
        Charter charter,
        int charterVersion,
        Set<ContributorId> stewards,
        Instant foundedAt) {

    public Commons {
        stewards = Set.copyOf(stewards);
    }

    Commons amended(Charter amendment) {
        return new Commons(id, name, amendment, charterVersion + 1, stewards, foundedAt);
    }

    /** It takes the role, and a place in the list. */
    public boolean isStewardedBy(Person who) {
        return who.hasStewardRole() && stewards.contains(who.id());
    }
}
