package org.commonfold.revenue.delivery.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.Outgoing;
import org.commonfold.revenue.delivery.domain.PublicAddress;
import org.commonfold.revenue.delivery.domain.Sent;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;

/**
 * Sends one message, and never fails: what went wrong is in the attempt. A host's name is resolved
 * once, its address is checked, and that very address is connected to, so that a name which changes
 * its mind leads nowhere else. Redirections are not followed; no proxy is used.
 */
@ApplicationScoped
class WebhookClient {

    private static final String USER_AGENT = "Commonfold-Webhooks/1";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int KEEP_ALIVE_SECONDS = 10;

    private final io.vertx.core.Vertx vertx;
    private final HttpClient client;
    private final Resolver resolver;
    private final SendingSettings settings;
    private final Clock clock;

    WebhookClient(Vertx vertx, Resolver resolver, SendingSettings settings, Clock clock) {
        this.vertx = vertx.getDelegate();
        this.resolver = resolver;
        this.settings = settings;
        this.clock = clock;
        this.client = this.vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(settings.inFlightPerEndpointMax())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setConnectTimeout(Math.toIntExact(settings.timeout().toMillis())));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    Uni<Sent> send(Outgoing message) {
        return Uni.createFrom().emitter(emitter -> {
            OpenAttempt attempt =
                    new OpenAttempt(message, clock.instant(), sent -> emitter.complete(sent));
            long timer = vertx.setTimer(settings.timeout().toMillis(), late -> attempt.timeOut());
            attempt.onEnd(() -> vertx.cancelTimer(timer));
            resolver.resolve(name(message.target().url()))
                    .subscribe()
                    .with(address -> connect(attempt, address), attempt::fail);
        });
    }

    /** An address of IPv6 is in brackets in a URL only. */
    private static String name(URI url) {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private void connect(OpenAttempt attempt, InetAddress address) {
        if (!settings.allowPrivateAddresses() && !PublicAddress.isPublic(address)) {
            attempt.fail("The host has an address that is not public");
            return;
        }
        client.request(options(attempt.url(), address))
                .onFailure(attempt::fail)
                .onSuccess(request -> {
                    request.putHeader("content-type", "application/json")
                            .putHeader("user-agent", USER_AGENT);
                    attempt.send(request);
                });
    }

    /** The name stays in the Host header and in the TLS handshake, which verifies it. */
    private static RequestOptions options(URI url, InetAddress address) {
        boolean isHttps = url.getScheme().equals("https");
        int defaultPort = isHttps ? HTTPS_PORT : HTTP_PORT;
        int port = url.getPort() == -1 ? defaultPort : url.getPort();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(isHttps)
                .setMethod(HttpMethod.POST)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
    }
}
