package org.commonfold.system.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What lies in deploy/observability, and what docs/operations/metrics.md names. */
final class ObservabilityFiles {

    static final Path DASHBOARDS = Path.of("..", "observability", "grafana", "dashboards");

    private static final Path METRICS = Path.of("..", "..", "docs", "operations", "metrics.md");
    private static final Pattern DOCUMENTED = Pattern.compile(
            "(?m)^\\| `([a-z_]+)` \\| (gauge|counter|summary|histogram) \\|[^|]*\\|([^|]*)\\|");
    private static final List<String> TIMER = List.of("_count", "_sum", "_max");

    /** Known to Prometheus itself, for every target. */
    private static final Set<String> SCRAPING = Set.of("up");

    private static final Set<String> PROMQL =
            Set.of("or", "and", "unless", "bool", "sum", "min", "max", "count", "avg");

    private static final Pattern WORD = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    /** One alert of alerts.yaml. */
    record Alert(String name, String expression, String severity, String runbookUrl) {}

    private ObservabilityFiles() {}

    static List<Alert> alerts() throws IOException {
        List<Alert> alerts = new ArrayList<>();
        JsonNode file = new YAMLMapper().readTree(Prometheus.RULES.toFile());
        for (JsonNode group : file.get("groups")) {
            for (JsonNode rule : group.get("rules")) {
                alerts.add(new Alert(
                        rule.get("alert").asText(),
                        rule.get("expr").asText(),
                        rule.get("labels").get("severity").asText(),
                        rule.get("annotations").get("runbook_url").asText()));
            }
        }
        return alerts;
    }

    /** Of one alert, whether it fires: of each moment that a unit test looks at. */
    static Set<Boolean> unitTestsOf(String alert) throws IOException {
        Set<Boolean> fires = new HashSet<>();
        Path file = Prometheus.RULES.resolveSibling("alerts.test.yaml");
        for (JsonNode test : new YAMLMapper().readTree(file.toFile()).get("tests")) {
            for (JsonNode look : test.get("alert_rule_test")) {
                if (look.get("alertname").asText().equals(alert)) {
                    fires.add(look.path("exp_alerts").size() > 0);
                }
            }
        }
        return fires;
    }

    /** Every panel's queries, by dashboard and title of the panel. */
    static Map<String, List<String>> queries() throws IOException {
        Map<String, List<String>> queries = new TreeMap<>();
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            for (Path file : files.toList()) {
                JsonNode dashboard = new JsonMapper().readTree(file.toFile());
                for (JsonNode panel : dashboard.get("panels")) {
                    String name = file.getFileName() + ": " + panel.get("title").asText();
                    queries.put(name, panel.findValuesAsText("expr"));
                }
            }
        }
        return queries;
    }

    /** All names that a service may tell of, those of histograms and timers spelled out. */
    static Set<String> documented() throws IOException {
        Set<String> names = new TreeSet<>(SCRAPING);
        Matcher row = DOCUMENTED.matcher(Files.readString(METRICS));
        while (row.find()) {
            String name = row.group(1);
            if (row.group(2).equals("histogram")) {
                names.add(name + "_bucket");
            }
            if (row.group(2).matches("histogram|summary")) {
                TIMER.forEach(suffix -> names.add(name + suffix));
            } else {
                names.add(name);
            }
        }
        return names;
    }

    /** Labels that metrics are documented with, and those of scraping. */
    static Set<String> labels() throws IOException {
        Set<String> labels = new TreeSet<>(Set.of("job", "instance", "le"));
        Matcher row = DOCUMENTED.matcher(Files.readString(METRICS));
        while (row.find()) {
            Matcher label = Pattern.compile("`(\\w+)`").matcher(row.group(3));
            while (label.find()) {
                labels.add(label.group(1));
            }
        }
        return labels;
    }

    /** The names of metrics in a query: what is a word, and neither a label nor PromQL's own. */
    static Set<String> metricsIn(String query) {
        String bare = query.replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\{[^}]*\\}", "")
                .replaceAll("\\[[^\\]]*\\]", "")
                .replaceAll("\\b(by|without|on|ignoring|group_left)\\s*\\([^)]*\\)", "");
        Set<String> names = new TreeSet<>();
        Matcher word = WORD.matcher(bare);
        while (word.find()) {
            boolean isFunction = bare.substring(word.end()).stripLeading().startsWith("(");
            if (!isFunction && !PROMQL.contains(word.group())) {
                names.add(word.group());
            }
        }
        return names;
    }

    /** The labels that a query chooses or groups by. */
    static Set<String> labelsIn(String query) {
        Set<String> labels = new TreeSet<>();
        Matcher grouping = Pattern.compile("\\bby\\s*\\(([^)]*)\\)").matcher(query);
        while (grouping.find()) {
            labels.addAll(List.of(grouping.group(1).split("\\s*,\\s*")));
        }
        Matcher choosing = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"").matcher(query);
        while (choosing.find()) {
            labels.add(choosing.group(1));
        }
        return labels;
    }
}
