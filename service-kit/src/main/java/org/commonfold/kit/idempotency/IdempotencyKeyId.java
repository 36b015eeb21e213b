package org.commonfold.kit.idempotency;

/** A key means something only with the caller who chose it. */
record IdempotencyKeyId(String caller, String key) {

    /** What an advisory lock can be taken on; two keys that collide only wait for one another. */
    long lock() {
        return 31L * caller.hashCode() << 32 ^ key.hashCode();
    }
}
