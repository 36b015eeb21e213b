package org.commonfold.kit.testing;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/** One KRaft node in this JVM, broker and controller, on free loopback ports and a new folder. */
public final class EmbeddedBroker implements AutoCloseable {

    private final int port;
    private final KafkaRaftServer server;

    private EmbeddedBroker(int port, KafkaRaftServer server) {
        this.port = port;
        this.server = server;
    }

    public static EmbeddedBroker start() {
        return start(freePort());
    }

    /** On the port where somebody waits for it already. */
    public static EmbeddedBroker start(int port) {
        return start(port, Map.of());
    }

    /**
     * With settings of its own.
     *
     * @param more beside or instead of ours; its one listener is called CLIENT
     * @param format options of kafka-storage, for what must be there before it starts
     */
    public static EmbeddedBroker start(int port, Map<String, String> more, String... format) {
        try {
            Path directory = Files.createTempDirectory("kafka");
            Properties settings = settings(directory, port, freePort());
            settings.putAll(more);
            format(directory, settings, format);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            server.startup();
            EmbeddedBroker broker = new EmbeddedBroker(port, server);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return broker;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void format(Path directory, Properties settings, String... more)
            throws IOException {
        Path file = directory.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        List<String> format = new ArrayList<>(List.of("format", "--config", file.toString()));
        format.addAll(List.of("--cluster-id", Uuid.randomUuid().toString()));
        format.addAll(List.of(more));
        PrintStream quiet =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        int result = StorageTool.execute(format.toArray(String[]::new), quiet);
        if (result != 0) {
            throw new IllegalStateException("The broker's storage could not be formatted");
        }
    }

    private static Properties settings(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put(
                "listeners",
                "CLIENT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        settings.put("advertised.listeners", "CLIENT://localhost:" + port);
        settings.put("inter.broker.listener.name", "CLIENT");
        settings.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", directory.resolve("log").toString());
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("auto.create.topics.enable", "false");
        return settings;
    }

    /** Below the ephemeral range, so that no outgoing connection takes it meanwhile. */
    public static int freePort() {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket probe = new ServerSocket(candidate)) {
                return probe.getLocalPort();
            } catch (java.net.BindException taken) {
                continue;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
