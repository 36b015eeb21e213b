package org.commonfold.local;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/** Kafka in this JVM: one KRaft node, broker and controller, on the loopback interface. */
final class Broker implements AutoCloseable {

    private final KafkaRaftServer server;

    private final AtomicBoolean ended;

    private Broker(KafkaRaftServer server, AtomicBoolean ended) {
        this.server = server;
        this.ended = ended;
    }

    static Broker start(DataDirectory data, int port, int controllerPort)
            throws IOException, CannotStart {
        Path log = data.directory("kafka").resolve("log");
        Properties settings = settings(log, port, controllerPort);
        if (!Files.exists(log.resolve("meta.properties"))) {
            format(data.resolve("kafka").resolve("server.properties"), settings);
        }
        AtomicBoolean ended = new AtomicBoolean();
        noteWhenEnded(ended);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        return new Broker(server, ended);
    }

    /** A broker that gives up (its disk is full, say) would end this JVM and leave the services. */
    private static void noteWhenEnded(AtomicBoolean ended) {
        Exit.Procedure note = (status, message) -> {
            ended.set(true);
            throw new IllegalStateException("The broker has given up: " + message);
        };
        Exit.setExitProcedure(note);
        Exit.setHaltProcedure(note);
    }

    private static void format(Path file, Properties settings) throws IOException, CannotStart {
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        String clusterId = Uuid.randomUuid().toString();
        String[] command = {"format", "--cluster-id", clusterId, "--config", file.toString()};
        PrintStream quiet =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        if (StorageTool.execute(command, quiet) != 0) {
            throw new CannotStart("The broker's storage " + file.getParent() + " is unusable.");
        }
    }

    private static Properties settings(Path log, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put(
                "listeners",
                "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", log.toString());
        settings.put("log.retention.ms", "-1");
        settings.put("num.partitions", "12");
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("auto.create.topics.enable", "false");
        return settings;
    }

    boolean isAlive() {
        return !ended.get();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
