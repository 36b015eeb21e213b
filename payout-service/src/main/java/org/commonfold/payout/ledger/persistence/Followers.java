package org.commonfold.payout.ledger.persistence;

import io.smallrye.mutiny.subscription.MultiEmitter;

import org.commonfold.payout.ledger.application.Balance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who follows whose balances, in the groups of owners that the database tells of. */
final class Followers {

    /** By group, then by owner. */
    private final Map<Integer, Map<String, Set<MultiEmitter<? super List<Balance>>>>> groups =
            new HashMap<>();

    private int count;

    synchronized void add(String owner, MultiEmitter<? super List<Balance>> follower) {
        groups.computeIfAbsent(group(owner), none -> new HashMap<>())
                .computeIfAbsent(owner, none -> new HashSet<>())
                .add(follower);
        count++;
    }

    synchronized void remove(String owner, MultiEmitter<? super List<Balance>> follower) {
        Map<String, Set<MultiEmitter<? super List<Balance>>>> group = groups.get(group(owner));
        if (group != null && group.containsKey(owner) && group.get(owner).remove(follower)) {
            count--;
            if (group.get(owner).isEmpty()) {
                group.remove(owner);
            }
        }
    }

    synchronized int count() {
        return count;
    }

    /** Of one owner. */
    synchronized int count(String owner) {
        return groups.getOrDefault(group(owner), Map.of())
                .getOrDefault(owner, Set.of())
                .size();
    }

    /** The followed owners of a group. */
    synchronized Collection<String> owners(int group) {
        return List.copyOf(groups.getOrDefault(group, Map.of()).keySet());
    }

    /** All that are followed. */
    synchronized Collection<String> owners() {
        List<String> all = new ArrayList<>();
        groups.values().forEach(group -> all.addAll(group.keySet()));
        return all;
    }

    void tell(String owner, List<Balance> balances) {
        List<MultiEmitter<? super List<Balance>>> told;
        synchronized (this) {
            told = List.copyOf(
                    groups.getOrDefault(group(owner), Map.of()).getOrDefault(owner, Set.of()));
        }
        told.forEach(follower -> follower.emit(balances));
    }

    /** As the trigger on {@code balance} has it. */
    static int group(String owner) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(owner.getBytes(StandardCharsets.UTF_8));
            return Byte.toUnsignedInt(digest[0]);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
