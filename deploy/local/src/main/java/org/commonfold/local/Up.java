package org.commonfold.local;

import picocli.CommandLine;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The launcher behind {@code deploy/up}. Exit: 0 fine, 1 a check failed, 2 cannot start. */
final class Up {

    private static final int CHECK_FAILED = 1;
    private static final int CANNOT_START = 2;

    private final Options options;
    private final Path home;
    private final Console console = new Console(System.out);

    private Up(Options options, Path home) {
        this.options = options;
        this.home = home;
    }

    public static void main(String[] arguments) throws Exception {
        Options options = new Options();
        CommandLine commandLine = new CommandLine(options);
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
        Path home = Path.of(System.getProperty("commonfold.home", "."));
        System.exit(new Up(options, home.toAbsolutePath().normalize()).run());
    }

    private int run() throws IOException, InterruptedException, GeneralSecurityException {
        try (DataDirectory data = DataDirectory.open(options)) {
            int orphans = new Orphans(data.resolve("processes")).stopAll();
            if (orphans > 0) {
                console.say("Stopped " + orphans + " processes of a start that was cut off");
            }
            Ports.requireFree(options.ports());
            if (options.fresh) {
                data.clear();
            }
            Keys keys = Keys.createOrRead(data.directory("keys"));
            return run(data, keys);
        } catch (CannotStart refusal) {
            System.err.println(refusal.getMessage());
            return CANNOT_START;
        }
    }

    private int run(DataDirectory data, Keys keys)
            throws CannotStart, IOException, InterruptedException {
        try (LocalSystem system = new LocalSystem(options, home, data, keys, console)) {
            Thread onStop = new Thread(() -> stop(system));
            Runtime.getRuntime().addShutdownHook(onStop);
            system.start();
            Api api = new Api(options, keys);
            Report report = new Report(api, options, console);
            boolean agree = options.noSample || loadSample(data, api, report);
            if (options.once) {
                return agree ? 0 : CHECK_FAILED;
            }
            report.whereToGo();
            return watch(system);
        }
    }

    private boolean loadSample(DataDirectory data, Api api, Report report)
            throws IOException, InterruptedException {
        Notes notes = new Notes(data.resolve("sample.json"));
        console.say("Loading the sample through the public interfaces");
        String commonsId = new SampleImport(Sample.read(), api, notes, console).run();
        return report.balances(commonsId);
    }

    private int watch(LocalSystem system) throws IOException, InterruptedException {
        try {
            system.watch();
            return 0;
        } catch (CannotStart ended) {
            console.say(ended.getMessage());
            return CHECK_FAILED;
        }
    }

    private void stop(LocalSystem system) {
        console.say("Stopping");
        system.close();
    }
}
