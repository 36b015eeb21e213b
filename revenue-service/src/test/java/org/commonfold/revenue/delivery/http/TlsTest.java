package org.commonfold.revenue.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.delivery.http.Receiver.answering;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

import org.commonfold.revenue.delivery.domain.Claim;
import org.commonfold.revenue.delivery.domain.DeliveryId;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.Outgoing;
import org.commonfold.revenue.delivery.domain.Sent;
import org.commonfold.revenue.delivery.domain.SigningKey;
import org.commonfold.revenue.delivery.domain.UrlRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.FileInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Connected to is an address, and verified is the name. */
@DisplayName("By TLS, a receiver")
class TlsTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PASSWORD = "changeit";
    private static final String TRUST = "javax.net.ssl.trustStore";
    private static final String REFUSED =
            "The TLS handshake failed: is the certificate valid for the host?";

    @TempDir
    static Path directory;

    @BeforeAll
    static void whom_we_trust() throws Exception {
        for (String name : List.of("trusted", "stranger")) {
            keytool(
                    name,
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "san=dns:right.example");
        }
        // A private key is no certificate that is trusted: it is exported and imported as one.
        keytool("trusted", "-exportcert", "-file", file("certificate"));
        keytool("trust", "-importcert", "-noprompt", "-file", file("certificate"));
        System.setProperty(TRUST, file("trust"));
        System.setProperty(TRUST + "Password", PASSWORD);
    }

    @AfterAll
    static void as_before() {
        System.clearProperty(TRUST);
        System.clearProperty(TRUST + "Password");
        VERTX.closeAndAwait();
    }

    private static String file(String name) {
        return directory.resolve(name).toString();
    }

    private static void keytool(String store, String... command) throws Exception {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        words.addAll(List.of(command));
        words.addAll(
                List.of("-keystore", file(store), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        words.addAll(List.of("-alias", "one"));
        assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
    }

    private static Receiver receiver(String certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (FileInputStream in = new FileInputStream(file(certificate))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        ServerSocket socket = context.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return Receiver.on(socket, answering("200 OK", ""));
    }

    @Test
    void with_a_certificate_of_its_name_gets_the_message_and_is_told_the_name() throws Exception {
        try (Receiver receiver = receiver("trusted")) {
            assertThat(send(receiver, "right.example").isSuccess()).isTrue();
            assertThat(receiver.received().get(0).serverNames()).containsExactly("right.example");
        }
    }

    @Test
    void with_a_certificate_of_another_name_gets_nothing() throws Exception {
        try (Receiver receiver = receiver("trusted")) {
            assertThat(send(receiver, "wrong.example").attempt().failure()).isEqualTo(REFUSED);
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void with_a_certificate_that_nobody_vouches_for_gets_nothing() throws Exception {
        try (Receiver receiver = receiver("stranger")) {
            assertThat(send(receiver, "right.example").attempt().failure()).isEqualTo(REFUSED);
            assertThat(receiver.received()).isEmpty();
        }
    }

    /** Not in clear text, to whatever port. */
    @Test
    void of_a_url_in_capitals_gets_it_encrypted() throws Exception {
        try (Receiver receiver = receiver("trusted")) {
            assertThat(sendTo(receiver, "HTTPS://RIGHT.EXAMPLE").isSuccess()).isTrue();
        }
    }

    private static Sent send(Receiver receiver, String name) {
        return sendTo(receiver, "https://" + name);
    }

    private static Sent sendTo(Receiver receiver, String base) {
        WebhookClient client = new WebhookClient(
                VERTX,
                host -> Uni.createFrom().item(InetAddress.getLoopbackAddress()),
                new UrlRules(false, true, Set.of(receiver.port())),
                TestSettings.byDefault(),
                Clock.systemUTC());
        Outgoing message = new Outgoing(
                new DeliveryId(UUID.randomUUID()),
                new Outgoing.Target(
                        new EndpointId(UUID.randomUUID()),
                        base + ":" + receiver.port() + "/in",
                        List.of(SigningKey.newV1(new SecureRandom()))),
                "msg_1",
                "{}",
                new Claim(0, 0, Instant.EPOCH, Instant.MAX));
        return client.send(message).await().atMost(PATIENCE);
    }
}
