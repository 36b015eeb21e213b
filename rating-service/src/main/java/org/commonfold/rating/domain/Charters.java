package org.commonfold.rating.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The charters that some events may name, of the commons that they are about. */
public final class Charters {

    private final Map<CommonsId, Map<Integer, Charter>> atHand = new HashMap<>();
    private final Map<CommonsId, Integer> lastVersions = new HashMap<>();
    private final List<AdoptedCharter> adopted = new ArrayList<>();

    /**
     * @param known of every commons that is founded the last one, and any others that may be named
     */
    public Charters(Collection<AdoptedCharter> known) {
        known.forEach(this::remember);
    }

    private void remember(AdoptedCharter one) {
        int version = one.charter().version();
        atHand.computeIfAbsent(one.commonsId(), id -> new HashMap<>()).put(version, one.charter());
        lastVersions.merge(one.commonsId(), version, Math::max);
    }

    boolean isFounded(CommonsId id) {
        return lastVersions.containsKey(id);
    }

    /** As the next version. */
    void adopt(CommonsId id, Charter charter) {
        int version = lastVersions.getOrDefault(id, 0) + 1;
        AdoptedCharter next = new AdoptedCharter(id, charter.asVersion(version));
        remember(next);
        adopted.add(next);
    }

    /**
     * One version, if there is such a one.
     *
     * @param version null for the one in force
     */
    Optional<Charter> find(CommonsId id, Integer version) {
        Integer number = version == null ? lastVersions.get(id) : version;
        return Optional.ofNullable(atHand.getOrDefault(id, Map.of()).get(number));
    }

    /** The new ones, in the order in which they were adopted. */
    List<AdoptedCharter> adopted() {
        return List.copyOf(adopted);
    }
}
