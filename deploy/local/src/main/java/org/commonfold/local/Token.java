package org.commonfold.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** Prints a token that the services started by {@code deploy/up} accept. */
@Command(
        name = "deploy/token",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Prints a token for the system that deploy/up has started.")
final class Token implements Callable<Integer> {

    @Parameters(paramLabel = "SUB", description = "Who: a contributor id.")
    String subject;

    @Option(
            names = "--role",
            required = true,
            description = "contributor, steward, treasurer, operator or partner; may repeat.")
    Set<String> roles = new LinkedHashSet<>();

    @Option(names = "--partner", description = "The partner id, with the role partner.")
    Optional<String> partnerId = Optional.empty();

    @Option(names = "--hours", description = "How long it is valid. Default: 8.")
    int hours = 8;

    @Option(names = "--data", description = "The data directory of deploy/up.")
    Path data = Options.home().resolve(".commonfold");

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        Path keys = data.resolve("keys");
        if (!Files.exists(keys.resolve("private.pem"))) {
            System.err.println("There are no keys in " + keys + ": start deploy/up first.");
            return 2;
        }
        Duration lifespan = Duration.ofHours(hours);
        System.out.println(Keys.read(keys).token(subject, roles, partnerId, lifespan));
        return 0;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Token()).execute(arguments));
    }
}
