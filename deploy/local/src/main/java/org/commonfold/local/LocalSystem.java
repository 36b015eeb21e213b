package org.commonfold.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.FileHandler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Database, broker and the four services: started one after the other, stopped in reverse. */
final class LocalSystem implements AutoCloseable {

    private static final int LOG_BYTES_MAX = 16 * 1024 * 1024;
    private static final Duration READY_MAX = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Options options;
    private final Path home;
    private final DataDirectory data;
    private final Keys keys;
    private final Console console;
    private final List<ServiceProcess> services = new ArrayList<>();
    private Database database;
    private Broker broker;

    LocalSystem(Options options, Path home, DataDirectory data, Keys keys, Console console) {
        this.options = options;
        this.home = home;
        this.data = data;
        this.keys = keys;
        this.console = console;
    }

    /** Starts everything, or stops what it has started and says why. */
    void start() throws CannotStart, InterruptedException {
        try {
            logTo(data.directory("logs").resolve("launcher.log"));
            database = Database.start(data, options.postgresPort);
            console.say("PostgreSQL is there, on port " + options.postgresPort);
            broker = Broker.start(data, options.kafkaPort, options.controllerPort);
            console.say("Kafka is there, on port " + options.kafkaPort);
            for (Service service : Service.values()) {
                services.add(start(service));
            }
            rememberProcesses();
            awaitReady();
        } catch (IOException | SQLException | RuntimeException failure) {
            close();
            throw new CannotStart(
                    "It cannot start: " + failure.getMessage() + " (" + data.resolve("logs") + ")",
                    failure);
        } catch (CannotStart failure) {
            close();
            throw failure;
        }
    }

    /** Broker and database speak by java.util.logging: into a file, not to people. */
    private static void logTo(Path file) throws IOException {
        LogManager.getLogManager().reset();
        FileHandler handler = new FileHandler(file.toString(), LOG_BYTES_MAX, 1, true);
        handler.setFormatter(new SimpleFormatter());
        Logger.getLogger("").addHandler(handler);
    }

    private void rememberProcesses() throws IOException {
        List<Long> ids =
                new ArrayList<>(services.stream().map(ServiceProcess::pid).toList());
        Path postmaster = data.resolve("postgres").resolve("postmaster.pid");
        ids.add(Long.parseLong(Files.readAllLines(postmaster).get(0).strip()));
        new Orphans(data.resolve("processes")).remember(ids);
    }

    private ServiceProcess start(Service service) throws IOException {
        Path log = data.directory("logs").resolve(service.module() + ".log");
        return ServiceProcess.start(service, home, log, environment(service));
    }

    private Map<String, String> environment(Service service) {
        String address = database.address(service);
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "localhost:" + options.kafkaPort,
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                "postgresql://" + address,
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://" + address,
                "QUARKUS_DATASOURCE_USERNAME",
                service.database(),
                "QUARKUS_DATASOURCE_PASSWORD",
                "trusted-on-loopback",
                "QUARKUS_HTTP_HOST",
                "localhost",
                "QUARKUS_HTTP_PORT",
                Integer.toString(options.port(service)),
                "QUARKUS_MANAGEMENT_PORT",
                Integer.toString(options.managementPort(service)),
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                keys.publicKeyFile().toUri().toString(),
                "MP_JWT_VERIFY_ISSUER",
                Keys.ISSUER);
    }

    private void awaitReady() throws CannotStart, IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Map<Service, Boolean> ready = new EnumMap<>(Service.class);
        long deadline = System.nanoTime() + READY_MAX.toNanos();
        while (ready.size() < services.size()) {
            for (ServiceProcess one : services) {
                requireAlive(one);
                if (!ready.containsKey(one.service()) && one.isReady(client)) {
                    ready.put(one.service(), true);
                    console.say(one.service().module() + " is ready");
                }
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart("The services are not ready after " + READY_MAX + ".");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        }
    }

    private static void requireAlive(ServiceProcess service) throws CannotStart, IOException {
        if (!service.isAlive()) {
            throw new CannotStart("%s has ended. The last it said:%n%s"
                    .formatted(service.service().module(), service.lastWords()));
        }
    }

    /** Returns only when a service has ended by itself. */
    void watch() throws CannotStart, IOException, InterruptedException {
        while (true) {
            for (ServiceProcess one : services) {
                requireAlive(one);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        }
    }

    /** Services first, then the broker, then the database. */
    @Override
    public synchronized void close() {
        services.forEach(ServiceProcess::stop);
        services.forEach(ServiceProcess::close);
        services.clear();
        if (broker != null) {
            broker.close();
            broker = null;
        }
        if (database != null) {
            try {
                database.close();
            } catch (IOException failure) {
                console.say("PostgreSQL did not stop cleanly: " + failure.getMessage());
            }
            database = null;
        }
    }
}
