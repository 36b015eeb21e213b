package org.commonfold.local;

import picocli.CommandLine;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The launcher behind {@code deploy/up}. Exit: 0 fine or stopped by its user, 1 a check failed or a
 * part ended by itself, 2 cannot start.
 */
final class Up {

    private static final int FAILED = 1;
    private static final int CANNOT_START = 2;

    private final Options options;
    private final Console console = new Console(System.out);
    private volatile LocalSystem running;
    private volatile int status;

    Up(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        Options options = new Options();
        // Scripts have values of their own; what is said last counts.
        CommandLine commandLine = new CommandLine(options).setOverwrittenOptionsAllowed(true);
        try {
            commandLine.parseArgs(arguments);
        } catch (CommandLine.ParameterException unknown) {
            System.err.println(unknown.getMessage());
            commandLine.usage(System.err);
            System.exit(CANNOT_START);
        }
        if (options.help) {
            commandLine.usage(System.out);
            return;
        }
        Up up = new Up(options);
        Runtime.getRuntime().addShutdownHook(new Thread(up::stopAndHalt));
        System.exit(up.run());
    }

    /** Returns the exit status, when all that was started has stopped again. */
    int run() throws IOException, InterruptedException {
        try (DataDirectory data = DataDirectory.open(options)) {
            status = run(data);
        } catch (CannotStart refusal) {
            System.err.println(refusal.getMessage());
            status = CANNOT_START;
        }
        return status;
    }

    private int run(DataDirectory data) throws CannotStart, InterruptedException {
        try {
            int orphans = new Orphans(data).stopAll();
            if (orphans > 0) {
                console.say("Stopped " + orphans + " processes of a start that was cut off");
            }
            Ports.requireFree(options.ports());
            if (options.checkOnly) {
                return 0;
            }
            if (options.fresh) {
                data.clear();
            }
            Keys keys = Keys.createOrRead(data.directory("keys"));
            running = new LocalSystem(options, data, keys, console);
            return run(running, data, keys);
        } catch (IOException | GeneralSecurityException failure) {
            throw Failures.explain(failure, data);
        }
    }

    /** A signal's exit status would be 130 or 143; but to be stopped is no failure. */
    private void stopAndHalt() {
        LocalSystem system = running;
        if (system != null) {
            system.stop();
        }
        Runtime.getRuntime().halt(status);
    }

    private int run(LocalSystem system, DataDirectory data, Keys keys)
            throws CannotStart, IOException, InterruptedException {
        try (system) {
            system.start();
            return use(system, new Api(options, keys), data);
        } catch (CannotStart failure) {
            if (system.isStopping()) {
                return 0;
            }
            throw failure;
        }
    }

    private int use(LocalSystem system, Api api, DataDirectory data)
            throws IOException, InterruptedException {
        Report report = new Report(api, options, console);
        try {
            boolean agree = options.noSample || loadSample(data, api, report);
            report.whereToGo();
            if (options.once) {
                return agree ? 0 : FAILED;
            }
            system.watch();
            return 0;
        } catch (CannotStart | IOException | RuntimeException failure) {
            return system.isStopping() ? 0 : explain(system, failure, data);
        }
    }

    private boolean loadSample(DataDirectory data, Api api, Report report)
            throws IOException, InterruptedException {
        Notes notes = new Notes(data.resolve("sample.json"));
        Sample sample = Sample.read();
        String commonsId = new SampleImport(sample, api, notes, console).run();
        return report.sample(sample, commonsId) & report.balances();
    }

    /** Of a part that has ended, its last words say more than whoever wanted to speak with it. */
    private int explain(LocalSystem system, Exception failure, DataDirectory data)
            throws IOException {
        Optional<String> diskFull = Failures.diskFull(failure, data);
        if (diskFull.isPresent()) {
            console.say(diskFull.get());
            return CANNOT_START;
        }
        try {
            system.requireAlive();
            console.say("Stopped by a failure: " + failure.getMessage());
        } catch (CannotStart ended) {
            console.say(ended.getMessage());
        }
        return FAILED;
    }
}
