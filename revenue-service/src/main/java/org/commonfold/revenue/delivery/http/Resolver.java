package org.commonfold.revenue.delivery.http;

import io.smallrye.mutiny.Uni;

import java.net.InetAddress;

/** Finds the address of a host, once for each attempt. */
interface Resolver {

    /** Fails with an {@link java.net.UnknownHostException} when there is none. */
    Uni<InetAddress> resolve(String host);
}
