package org.commonfold.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Database, broker and the four services: started one after the other, stopped in reverse. */
final class LocalSystem implements AutoCloseable {

    private static final Duration READY_MAX = Duration.ofMinutes(3);

    /** For all services together: they drain for ten seconds, and may still be starting. */
    private static final Duration STOP_MAX = Duration.ofSeconds(12);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /** Ctrl-C reaches the services too, and perhaps before us. */
    private static final Duration STOPPING_MAX = Duration.ofSeconds(1);

    private final Options options;
    private final DataDirectory data;
    private final Keys keys;
    private final Console console;
    private final List<ServiceProcess> services = new ArrayList<>();
    private Database database;
    private Broker broker;
    private volatile boolean stopping;

    LocalSystem(Options options, DataDirectory data, Keys keys, Console console) {
        this.options = options;
        this.data = data;
        this.keys = keys;
        this.console = console;
    }

    /** Starts everything, or stops what it has started and says why. */
    void start() throws CannotStart, InterruptedException {
        try {
            LauncherLog.to(data.directory("logs").resolve("launcher.log"));
            startDatabase();
            startBroker();
            for (Service service : Service.values()) {
                start(service);
            }
            awaitReady();
        } catch (IOException | SQLException | RuntimeException failure) {
            CannotStart refusal = Failures.explain(failure, data);
            close();
            throw refusal;
        } catch (CannotStart failure) {
            close();
            throw failure;
        }
    }

    private synchronized void startDatabase() throws IOException, SQLException, CannotStart {
        requireNotStopping();
        database = Database.start(data, options.postgresPort);
        console.say("PostgreSQL is there, on port " + options.postgresPort);
    }

    private synchronized void startBroker() throws IOException, CannotStart {
        requireNotStopping();
        broker = Broker.start(data, options.kafkaPort, options.controllerPort);
        console.say("Kafka is there, on port " + options.kafkaPort);
    }

    private synchronized void start(Service service) throws IOException, CannotStart {
        requireNotStopping();
        Path log = LogFiles.begin(data.directory("logs").resolve(service.module() + ".log"));
        services.add(ServiceProcess.start(
                service,
                log,
                ServiceSettings.environment(service, options, database, keys),
                options.optimized));
        new Orphans(data).remember(services.stream().map(ServiceProcess::pid).toList());
    }

    /** Takes a service's database away under it, then starts it again with an empty one. */
    void loseDatabase(Service service)
            throws CannotStart, IOException, SQLException, InterruptedException {
        synchronized (this) {
            ServiceProcess running = services.stream()
                    .filter(one -> one.service() == service)
                    .findAny()
                    .orElseThrow();
            database.drop(service.database());
            running.kill();
            services.remove(running);
            database.create(service.database());
        }
        start(service);
        awaitReady();
    }

    private void requireNotStopping() throws CannotStart {
        if (stopping) {
            throw new CannotStart("Stopped before everything was there.");
        }
    }

    private void awaitReady() throws CannotStart, IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Set<Service> ready = EnumSet.noneOf(Service.class);
        long deadline = System.nanoTime() + READY_MAX.toNanos();
        console.say("The four services are starting");
        while (ready.size() < Service.values().length) {
            requireNotStopping();
            requireAlive();
            for (ServiceProcess one : running()) {
                if (!ready.contains(one.service()) && one.isReady(client)) {
                    ready.add(one.service());
                    console.say(one.service().module() + " is ready");
                }
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart("The services are not ready after %d s; see %s."
                        .formatted(READY_MAX.toSeconds(), data.resolve("logs")));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        }
    }

    /** Fails when a part has ended by itself, with the last it said. */
    void requireAlive() throws CannotStart, IOException {
        for (ServiceProcess one : running()) {
            if (!one.isAlive()) {
                throw new CannotStart("%s has ended. The last it said:%n%s"
                        .formatted(one.service().module(), one.lastWords()));
            }
        }
        requireAlive("Kafka", broker == null || broker.isAlive(), "launcher.log");
        requireAlive("PostgreSQL", database == null || database.isAlive(), "postgres.log");
    }

    private void requireAlive(String part, boolean alive, String log)
            throws CannotStart, IOException {
        if (!alive) {
            Path file = data.resolve("logs").resolve(log);
            throw new CannotStart(
                    "%s has ended. The last it said:%n%s".formatted(part, LogFiles.tail(file)));
        }
    }

    private synchronized List<ServiceProcess> running() {
        return List.copyOf(services);
    }

    /** Returns when it is being stopped; fails when a part has ended by itself. */
    void watch() throws CannotStart, IOException, InterruptedException {
        while (!stopping) {
            try {
                requireAlive();
            } catch (CannotStart ended) {
                TimeUnit.MILLISECONDS.sleep(STOPPING_MAX.toMillis());
                if (!stopping) {
                    throw ended;
                }
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        }
    }

    /** Whether its user asked for it. */
    boolean isStopping() {
        return stopping;
    }

    /** As its user asked: what ends from now on has not ended by itself. */
    void stop() {
        stopping = true;
        close();
    }

    /** Services first, then the broker, then the database. May be called again. */
    @Override
    public synchronized void close() {
        if (database != null) {
            console.say("Stopping");
        }
        services.forEach(ServiceProcess::stop);
        long deadline = System.nanoTime() + STOP_MAX.toNanos();
        services.forEach(one -> one.awaitStop(deadline));
        services.clear();
        if (broker != null) {
            broker.close();
            broker = null;
        }
        if (database != null) {
            database.close();
            database = null;
            console.say("Stopped");
        }
    }
}
