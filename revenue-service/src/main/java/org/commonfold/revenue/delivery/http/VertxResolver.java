package org.commonfold.revenue.delivery.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.core.Vertx;

import jakarta.enterprise.context.ApplicationScoped;

import java.net.InetAddress;

/** Without a thread that waits: a name server that never answers delays nobody else. */
@ApplicationScoped
class VertxResolver implements Resolver {

    private final VertxInternal vertx;

    VertxResolver(Vertx vertx) {
        this.vertx = (VertxInternal) vertx.getDelegate();
    }

    @Override
    public Uni<InetAddress> resolve(String host) {
        return Uni.createFrom()
                .emitter(emitter -> vertx.resolveAddress(host, result -> {
                    if (result.succeeded()) {
                        emitter.complete(result.result());
                    } else {
                        emitter.fail(result.cause());
                    }
                }));
    }
}
