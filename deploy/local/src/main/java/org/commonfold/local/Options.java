package org.commonfold.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What can be said to {@code deploy/up}. */
@Command(
        name = "deploy/up",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Starts all of Commonfold on this machine, and loads a sample commons.")
final class Options {

    @Option(names = "--once", description = "Stop after the checks: 0 when they hold, else 1.")
    boolean once;

    @Option(names = "--check-only", hidden = true)
    boolean checkOnly;

    @Option(names = "--fresh", description = "Begin again: what is in the data directory goes.")
    boolean fresh;

    @Option(names = "--no-sample", description = "Start empty.")
    boolean noSample;

    @Option(
            names = "--optimized",
            description = "As a pod of 512 MiB runs: slower until all is warm, faster then.")
    boolean optimized;

    @Option(names = "--offline", description = "Never ask a registry.")
    boolean offline;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where data is kept. Default: .commonfold in the checkout.")
    Path data = home().resolve(".commonfold");

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "Default: 5432.")
    int postgresPort = 5432;

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "Default: 9092.")
    int kafkaPort = 9092;

    @Option(names = "--controller-port", paramLabel = "PORT", description = "Default: 9093.")
    int controllerPort = 9093;

    @Option(names = "--contribution-port", paramLabel = "PORT", description = "Default: 8081.")
    int contributionPort = 8081;

    @Option(names = "--rating-port", paramLabel = "PORT", description = "Default: 8082.")
    int ratingPort = 8082;

    @Option(names = "--revenue-port", paramLabel = "PORT", description = "Default: 8083.")
    int revenuePort = 8083;

    @Option(names = "--payout-port", paramLabel = "PORT", description = "Default: 8084.")
    int payoutPort = 8084;

    @Option(names = "--contribution-management-port", paramLabel = "PORT")
    int contributionManagementPort = 9081;

    @Option(names = "--rating-management-port", paramLabel = "PORT")
    int ratingManagementPort = 9082;

    @Option(names = "--revenue-management-port", paramLabel = "PORT")
    int revenueManagementPort = 9083;

    @Option(names = "--payout-management-port", paramLabel = "PORT")
    int payoutManagementPort = 9084;

    @Option(
            names = "--disk-min",
            paramLabel = "MIB",
            description = "How much room there must be. Default: ${DEFAULT-VALUE}.")
    long diskMinMebibytes = 1024;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "This.")
    boolean help;

    /** The checkout; deploy/up and deploy/token say where it is. */
    static Path home() {
        return Path.of(System.getProperty("commonfold.home", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** Whether the data is elsewhere than by default. */
    boolean hasOwnData() {
        return !data.equals(home().resolve(".commonfold"));
    }

    /** Every port, under the option that moves it. */
    Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("--postgres-port", postgresPort);
        ports.put("--kafka-port", kafkaPort);
        ports.put("--controller-port", controllerPort);
        ports.put("--contribution-port", contributionPort);
        ports.put("--rating-port", ratingPort);
        ports.put("--revenue-port", revenuePort);
        ports.put("--payout-port", payoutPort);
        ports.put("--contribution-management-port", contributionManagementPort);
        ports.put("--rating-management-port", ratingManagementPort);
        ports.put("--revenue-management-port", revenueManagementPort);
        ports.put("--payout-management-port", payoutManagementPort);
        return ports;
    }

    int port(Service service) {
        return switch (service) {
            case CONTRIBUTION -> contributionPort;
            case RATING -> ratingPort;
            case REVENUE -> revenuePort;
            case PAYOUT -> payoutPort;
        };
    }

    int managementPort(Service service) {
        return switch (service) {
            case CONTRIBUTION -> contributionManagementPort;
            case RATING -> ratingManagementPort;
            case REVENUE -> revenueManagementPort;
            case PAYOUT -> payoutManagementPort;
        };
    }
}
