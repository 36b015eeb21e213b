package org.commonfold.revenue.delivery.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How messages are sent to partners. */
@ConfigMapping(prefix = "webhooks.sending")
interface SendingSettings {

    /** Of one attempt, from looking up the name to the end of the answer. */
    @WithDefault("20s")
    Duration timeout();

    /** Of this replica. */
    @WithDefault("1024")
    int inFlightMax();

    /** To one endpoint that works and answers at once; to any other, one at a time. */
    @WithDefault("16")
    int inFlightPerEndpointMax();

    /** How long nobody else sends what one replica has claimed: longer than an attempt takes. */
    @WithDefault("60s")
    Duration lease();

    /** Who finds the addresses of receivers, as address:port; without any, whom this host asks. */
    Optional<List<InetSocketAddress>> nameServers();

    /** How often to look for what is due when nothing else wakes. */
    @WithDefault("1s")
    Duration poll();

    /** How often to delete what is old, and to see to endpoints that are off or fail for long. */
    @WithDefault("15s")
    Duration upkeep();

    /** How long deliveries that are tried no more can be looked at. */
    @WithDefault("30d")
    Duration kept();

    /** For development and tests: private addresses may be connected to as well. */
    @WithDefault("false")
    boolean allowPrivateAddresses();
}
