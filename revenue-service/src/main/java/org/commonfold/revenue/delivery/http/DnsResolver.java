package org.commonfold.revenue.delivery.http;

import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import io.netty.util.concurrent.Future;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.core.Vertx;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import java.net.InetAddress;

/**
 * Without a thread that waits, as the JDK and by default Vert.x in Quarkus have: a name server that
 * never answers delays nobody else. What /etc/hosts says counts first.
 */
@ApplicationScoped
class DnsResolver implements Resolver {

    private static final int TTL_SECONDS_MAX = 60;

    private final DnsNameResolver names;

    DnsResolver(Vertx vertx, SendingSettings settings) {
        DnsNameResolverBuilder builder = new DnsNameResolverBuilder(
                        ((VertxInternal) vertx.getDelegate())
                                .getEventLoopGroup()
                                .next())
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .ttl(0, TTL_SECONDS_MAX);
        settings.nameServers()
                .ifPresent(servers -> builder.nameServerProvider(
                        new SequentialDnsServerAddressStreamProvider(servers)));
        this.names = builder.build();
    }

    @PreDestroy
    void close() {
        names.close();
    }

    @Override
    public Uni<InetAddress> resolve(String host) {
        return Uni.createFrom()
                .emitter(emitter -> names.resolve(host)
                        .addListener((Future<InetAddress> found) -> emit(found, emitter)));
    }

    private static void emit(Future<InetAddress> found, UniEmitter<? super InetAddress> emitter) {
        if (found.isSuccess()) {
            emitter.complete(found.getNow());
        } else {
            emitter.fail(found.cause());
        }
    }
}
