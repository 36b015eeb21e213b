package org.commonfold.kit.testing;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of {@code docs/operations/metrics.md} against what a running service exposes: of our
 * own metrics all that is documented for it and nothing else, each of its type and with its labels;
 * of the framework's at least those that are documented, since dashboards and alerts use them.
 */
public final class DocumentedMetrics {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path DOCUMENT = Path.of("..", "docs", "operations", "metrics.md");
    private static final String FRAMEWORK_BEGINS = "## The framework's";
    private static final Pattern ROW = Pattern.compile(
            "\\| `(?<name>[a-z_]+)` \\| (?<type>[a-z]+) \\|[^|]*\\|(?<labels>[^|]*)\\|"
                    + " (?<services>[^|]*) \\| [^|]+ \\|");
    private static final Pattern TYPE = Pattern.compile("# TYPE (?<name>\\w+) (?<type>\\w+)");
    private static final Pattern SAMPLE =
            Pattern.compile("(?<name>\\w+)(\\{(?<labels>.*)\\})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    /** Whatever begins so is the framework's; none of ours may. */
    private static final Pattern FRAMEWORK = Pattern.compile(
            "(agroal|application|cache|executor|hibernate|http|jvm|kafka|logback|netty"
                    + "|postgresql|process|quarkus|scheduler|sql|system|vertx|worker)_.*");

    /** Set by the reader of metrics or by a histogram itself. */
    private static final Set<String> TECHNICAL = Set.of("le", "quantile");

    private DocumentedMetrics() {}

    /** One metric as it is documented or exposed, so that a difference reads well. */
    private record Metric(String type, Set<String> labels) {}

    /**
     * Fails when they differ after a while: some are known only after a first look at the log and
     * the database, or a first request.
     *
     * @param service such as {@code payout}
     * @param metrics where it tells them
     */
    public static void assertExposed(String service, URI metrics) {
        given().get("/v1/nothing").then().statusCode(404);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertExposed(
                        service,
                        given().accept(ContentType.TEXT)
                                .get(metrics)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString()));
    }

    private static void assertExposed(String service, String exposition) {
        Map<String, Metric> exposed = exposed(exposition);
        Map<String, Metric> ours = new TreeMap<>(exposed);
        ours.keySet().removeIf(name -> FRAMEWORK.matcher(name).matches());

        assertThat(ours).isEqualTo(documented(service, true));
        assertThat(exposed).containsAllEntriesOf(documented(service, false));
    }

    private static Map<String, Metric> documented(String service, boolean isOurs) {
        Map<String, Metric> metrics = new TreeMap<>();
        String document = document();
        int middle = document.indexOf(FRAMEWORK_BEGINS);
        String part = isOurs ? document.substring(0, middle) : document.substring(middle);
        Matcher row = ROW.matcher(part);
        while (row.find()) {
            String services = row.group("services");
            if (services.equals("all") || List.of(services.split(", ")).contains(service)) {
                Set<String> labels = names(row.group("labels"), Pattern.compile("`(\\w+)`"));
                metrics.put(row.group("name"), new Metric(row.group("type"), labels));
            }
        }
        assertThat(metrics).as("rows of %s", DOCUMENT).isNotEmpty();
        return metrics;
    }

    private static String document() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, Metric> exposed(String exposition) {
        Map<String, String> types = new TreeMap<>();
        Map<String, Set<String>> labels = new TreeMap<>();
        List<String> lines = exposition.lines().toList();
        for (String line : lines) {
            Matcher type = TYPE.matcher(line);
            if (type.matches()) {
                types.put(type.group("name"), type.group("type"));
            }
        }
        for (String line : lines) {
            Matcher sample = SAMPLE.matcher(line);
            if (sample.matches()) {
                String family = family(sample.group("name"), types);
                String text = sample.group("labels") == null ? "" : sample.group("labels");
                labels.computeIfAbsent(family, none -> new TreeSet<>()).addAll(names(text, LABEL));
            }
        }
        // The longest of late is told beside each timer.
        types.keySet().removeIf(name -> isMaximum(name, types));
        Map<String, Metric> metrics = new TreeMap<>();
        types.forEach((name, type) ->
                metrics.put(name, new Metric(type, labels.getOrDefault(name, Set.of()))));
        return metrics;
    }

    private static boolean isMaximum(String name, Map<String, String> types) {
        return name.endsWith("_max")
                && types.containsKey(name.substring(0, name.length() - "_max".length()));
    }

    private static String family(String sample, Map<String, String> types) {
        return types.containsKey(sample) ? sample : sample.replaceFirst("_(bucket|count|sum)$", "");
    }

    private static Set<String> names(String text, Pattern name) {
        List<String> found = new ArrayList<>();
        Matcher each = name.matcher(text);
        while (each.find()) {
            found.add(each.group(1));
        }
        found.removeAll(TECHNICAL);
        return new TreeSet<>(found);
    }
}
