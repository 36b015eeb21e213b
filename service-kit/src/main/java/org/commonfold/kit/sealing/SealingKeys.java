package org.commonfold.kit.sealing;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys of AES-256 that a service has, by the ids that sealed values name. */
record SealingKeys(String currentId, Map<String, SecretKey> byId) {

    private static final int KEY_BYTES = 32;
    private static final Pattern KEY = Pattern.compile("([a-z0-9-]{1,32}):([A-Za-z0-9+/]{43}=)");

    /**
     * @throws IllegalArgumentException that says which one is wrong, and not what it is
     */
    static SealingKeys of(List<String> settings) {
        Map<String, SecretKey> byId = new LinkedHashMap<>();
        for (String setting : settings) {
            Matcher key = KEY.matcher(setting);
            if (!key.matches()) {
                throw new IllegalArgumentException(
                        "sealing.keys: number %d is not <id>:<Base64 of %d bytes>"
                                .formatted(byId.size() + 1, KEY_BYTES));
            }
            byte[] bytes = Base64.getDecoder().decode(key.group(2));
            if (byId.put(key.group(1), new SecretKeySpec(bytes, "AES")) != null) {
                throw new IllegalArgumentException(
                        "sealing.keys: there are two with the id " + key.group(1));
            }
        }
        return new SealingKeys(byId.keySet().iterator().next(), byId);
    }

    SecretKey current() {
        return byId.get(currentId);
    }

    Optional<SecretKey> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Without the keys, which belong in no log. */
    @Override
    public String toString() {
        return "SealingKeys" + byId.keySet();
    }
}
