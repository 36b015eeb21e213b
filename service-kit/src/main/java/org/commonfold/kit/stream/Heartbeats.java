package org.commonfold.kit.stream;

import io.smallrye.mutiny.Multi;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import java.time.Duration;

/** Comments that keep a stream of server-sent events open where nothing happens. */
public final class Heartbeats {

    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private Heartbeats() {}

    /** The stream with a heartbeat at its beginning, and every 15 seconds. */
    public static Multi<OutboundSseEvent> beside(Multi<OutboundSseEvent> events, Sse sse) {
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom()
                .ticks()
                .startingAfter(AT_ONCE)
                .every(EVERY)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("still here").build());
        return Multi.createBy().merging().streams(events, heartbeats);
    }
}
