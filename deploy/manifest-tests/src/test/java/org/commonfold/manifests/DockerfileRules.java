package org.commonfold.manifests;

import org.commonfold.manifests.Manifests.Faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Dockerfile makes the image that Jib is told to make. */
final class DockerfileRules {

    static final String BASE = "quarkus.jib.base-jvm-image";

    private static final Path ROOT = Path.of("..", "..");
    private static final String PINNED = "\\S+@sha256:[0-9a-f]{64}";
    /** Quarkus's own, which no setting changes; deploy/checks/release finds it in the images. */
    private static final String ENTRYPOINT =
            "[\"java\", \"-Djava.util.logging.manager=org.jboss.logmanager.LogManager\","
                    + " \"-jar\", \"quarkus-run.jar\"]";
    /** Those that are compared, and those that are not for Dockerfiles. */
    private static final Set<String> SETTINGS = Set.of(
            BASE,
            "quarkus.jib.user",
            "quarkus.jib.working-directory",
            "quarkus.jib.ports",
            "quarkus.jib.platforms",
            "quarkus.jib.use-current-timestamp",
            "quarkus.jib.use-current-timestamp-file-modification");
    /** What the build leaves beside the application. */
    private static final Set<String> NOT_FOR_IMAGES = Set.of("quarkus-app-dependencies.txt");

    private static final Pattern INSTRUCTION =
            Pattern.compile("(?m)^[ \\t]*([A-Za-z]+)[ \\t]+(.+?)[ \\t]*$");
    private static final Pattern LABEL = Pattern.compile("([^\\s=]+)=\"([^\"]*)\"");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?\\}");

    private DockerfileRules() {}

    static List<String> faults(String service, String dockerfile, Properties settings) {
        Faults faults = new Faults();
        Map<String, List<String>> said = instructions(dockerfile);
        Map<String, List<String>> made = made(service, settings);
        made.forEach((instruction, values) -> faults.unless(
                values.equals(said.get(instruction)),
                service,
                "says %s %s, Jib %s".formatted(instruction, said.get(instruction), values)));
        said.keySet().stream()
                .filter(one -> !one.equals("LABEL") && !made.containsKey(one))
                .forEach(one -> faults.unless(false, service, "says " + one + ", Jib does not"));
        faults.unless(
                settings.getProperty(BASE).matches(PINNED), service, "has a base without a digest");
        Map<String, String> labels = labels(said.getOrDefault("LABEL", List.of()));
        faults.unless(!labels.isEmpty(), service, "has no labels");
        labels.forEach((name, value) -> faults.unless(
                value.equals(madeLabel(service, name, settings)),
                service,
                "has another label %s than Jib's".formatted(name)));
        settings.stringPropertyNames().stream()
                .filter(name -> name.contains("quarkus.jib.") && !SETTINGS.contains(name))
                .forEach(name -> faults.unless(
                        false, service, name + " is not compared with its Dockerfile"));
        return faults.found();
    }

    /** By their names; comments are left out, continued lines put together. */
    private static Map<String, List<String>> instructions(String dockerfile) {
        Map<String, List<String>> instructions = new LinkedHashMap<>();
        Matcher found = INSTRUCTION.matcher(dockerfile.replaceAll("\\\\\\R\\s*", ""));
        while (found.find()) {
            instructions
                    .computeIfAbsent(
                            found.group(1).toUpperCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(found.group(2));
        }
        instructions.computeIfPresent(
                "COPY", (name, copies) -> copies.stream().sorted().toList());
        return instructions;
    }

    private static Map<String, List<String>> made(String service, Properties settings) {
        return Map.of(
                "FROM", List.of(settings.getProperty(BASE)),
                "USER", List.of(settings.getProperty("quarkus.jib.user")),
                "WORKDIR", List.of(settings.getProperty("quarkus.jib.working-directory")),
                "EXPOSE", List.of(resolved("quarkus.jib.ports", settings).replace(',', ' ')),
                "ENTRYPOINT", List.of(ENTRYPOINT),
                "COPY", built(service));
    }

    /** All of the application, each part to its own name. */
    private static List<String> built(String service) {
        try (Stream<Path> files = Files.list(ROOT.resolve(service + "/target/quarkus-app"))) {
            return files.map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .filter(name -> !NOT_FOR_IMAGES.contains(name))
                    .map(name -> "target/quarkus-app/%s %s".formatted(name, name))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Map<String, String> labels(List<String> instructions) {
        return LABEL.matcher(String.join(" ", instructions))
                .results()
                .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
    }

    private static String madeLabel(String service, String name, Properties settings) {
        Properties named = new Properties();
        named.putAll(settings);
        named.putIfAbsent("quarkus.application.name", service);
        return resolved("quarkus.container-image.labels.\"%s\"".formatted(name), named);
    }

    private static String resolved(String name, Properties settings) {
        return EXPRESSION
                .matcher(settings.getProperty(name, ""))
                .replaceAll(found -> Matcher.quoteReplacement(
                        settings.getProperty(found.group(1), found.group(2))));
    }
}
