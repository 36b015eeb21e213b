package org.commonfold.kit.idempotency;

import jakarta.ws.rs.core.UriInfo;

import org.commonfold.kit.identity.Caller;

/**
 * A request that may carry an Idempotency-Key.
 *
 * @param caller who chose the key
 * @param key the header, or null
 * @param target the path
 * @param body the request's record
 */
public record Keyed(String caller, String key, String target, Object body) {

    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    /** 1–255 visible ASCII characters. */
    public static final String PATTERN = "[!-~]{1,255}";

    public static Keyed of(Caller caller, String key, UriInfo target, Object body) {
        return new Keyed(caller.id(), key, target.getPath(), body);
    }
}
