package org.commonfold.revenue.delivery.persistence;

import io.smallrye.mutiny.Uni;

import org.hibernate.reactive.mutiny.Mutiny;

/** Those who send, in this process or another. */
final class Senders {

    /** As text: the function returns nothing, for which there is no Java type. */
    private static final String WAKE = "select cast(pg_notify('delivery', '') as text)";

    private Senders() {}

    /** With the commit of the session's transaction, unless there is nothing new to send. */
    static Uni<Void> wake(Mutiny.Session session, int rows) {
        return rows == 0
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(WAKE, String.class)
                        .getSingleResult()
                        .replaceWithVoid();
    }
}
