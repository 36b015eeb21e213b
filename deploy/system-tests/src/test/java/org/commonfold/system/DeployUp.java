package org.commonfold.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * {@code deploy/up}, or another script of its options, on ports and a data directory of its own, as
 * somebody would start it.
 */
final class DeployUp {

    private static final long MINUTES_MAX = 10;
    private static final String[] PORT_OPTIONS = {
        "--postgres-port",
        "--kafka-port",
        "--controller-port",
        "--contribution-port",
        "--rating-port",
        "--revenue-port",
        "--payout-port",
        "--contribution-management-port",
        "--rating-management-port",
        "--revenue-management-port",
        "--payout-management-port",
    };

    private final Path script;
    private final Path data;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** How it ended and what it said. */
    record Result(int exitCode, String output) {

        /** The lines about money: balances and totals. */
        List<String> money() {
            return output.lines()
                    .filter(line -> line.contains("accrued") || line.contains("declared"))
                    .map(line -> line.replaceFirst("^ *[0-9.]+ s", ""))
                    .toList();
        }
    }

    DeployUp(Path data) throws IOException {
        this("up", data);
    }

    DeployUp(String script, Path data) throws IOException {
        this.script = Path.of("..", script).toAbsolutePath().normalize();
        this.data = data;
        for (String option : PORT_OPTIONS) {
            ports.put(option, freePort());
        }
    }

    int port(String option) {
        return ports.get(option);
    }

    DeployUp withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Result run(String... options) throws IOException, InterruptedException {
        return start(options).result();
    }

    /** A start that goes on. */
    record Started(Process process, Path output) {

        /** Returns once it has said that. */
        void awaitWord(String word) {
            await().atMost(Duration.ofMinutes(MINUTES_MAX))
                    .until(() -> Files.readString(output).contains(word) || !process.isAlive());
        }

        /** As Ctrl-C does. */
        void interrupt() throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }

        /** When it has ended. */
        Result result() throws IOException, InterruptedException {
            if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
                process.waitFor();
            }
            return new Result(process.exitValue(), Files.readString(output));
        }
    }

    Started start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of("--offline", "--data", data.toString()));
        ports.forEach((option, port) -> command.addAll(List.of(option, port.toString())));
        command.addAll(List.of(options));
        Path output = Files.createTempFile("deploy-up", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return new Started(builder.start(), output);
    }

    /** Below the ephemeral range, so that no outgoing connection takes it meanwhile. */
    private static int freePort() throws IOException {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket probe = new ServerSocket(candidate)) {
                return probe.getLocalPort();
            } catch (java.net.BindException taken) {
                continue;
            }
        }
    }
}
