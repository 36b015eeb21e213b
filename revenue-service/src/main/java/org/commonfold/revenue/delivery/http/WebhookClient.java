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

import org.commonfold.revenue.delivery.domain.EndpointUrl;
import org.commonfold.revenue.delivery.domain.Outgoing;
import org.commonfold.revenue.delivery.domain.PublicAddress;
import org.commonfold.revenue.delivery.domain.Sent;
import org.commonfold.revenue.delivery.domain.UrlRules;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;

/**
 * Sends one message, and never fails: what went wrong is in the attempt. A host's name is resolved
 * once, its address is checked, and that very address is connected to, so that a name which changes
 * its mind leads nowhere else. Redirections are not followed; no proxy is used.
 */
@ApplicationScoped
class WebhookClient {

    private static final String USER_AGENT = "Commonfold-Webhooks/1";
    private static final int KEEP_ALIVE_SECONDS = 10;

    private final io.vertx.core.Vertx vertx;
    private final HttpClient client;
    private final Resolver resolver;
    private final UrlRules rules;
    private final SendingSettings settings;
    private final Clock clock;

    WebhookClient(
            Vertx vertx, Resolver resolver, UrlRules rules, SendingSettings settings, Clock clock) {
        this.vertx = vertx.getDelegate();
        this.resolver = resolver;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
        // A pool is of a host, which several endpoints may share: the claims limit each endpoint.
        this.client = this.vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(settings.inFlightMax())
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
            resolve(attempt);
        });
    }

    /** The rules of today, which may be others than when the endpoint was created. */
    private void resolve(OpenAttempt attempt) {
        Optional<EndpointUrl> url = EndpointUrl.decide(attempt.url(), rules)
                .fold(Optional::of, Optional::empty, refused -> Optional.empty());
        if (url.isEmpty()) {
            attempt.fail("The URL is not one that messages are sent to");
        } else if (!attempt.isSigned()) {
            attempt.fail("There is no secret to sign it with");
        } else {
            resolver.resolve(url.get().host())
                    .subscribe()
                    .with(address -> connect(attempt, url.get(), address), attempt::fail);
        }
    }

    private void connect(OpenAttempt attempt, EndpointUrl url, InetAddress address) {
        if (!rules.allowsPrivateAddresses() && !PublicAddress.isPublic(address)) {
            attempt.fail("The host has an address that is not public");
            return;
        }
        client.request(options(url, address)).onFailure(attempt::fail).onSuccess(request -> {
            request.putHeader("content-type", "application/json")
                    .putHeader("user-agent", USER_AGENT);
            attempt.send(request);
        });
    }

    /**
     * The name stays in the Host header and in the TLS handshake, which verifies it. Connected to,
     * and looked for among the connections there are, is the address alone.
     */
    private static RequestOptions options(EndpointUrl url, InetAddress address) {
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(
                        new InetSocketAddress(nameless(address), url.port())))
                .setHost(url.uri().getHost())
                .setPort(url.port())
                .setSsl(url.isHttps())
                .setMethod(HttpMethod.POST)
                .setURI(url.pathAndQuery());
    }

    private static InetAddress nameless(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
