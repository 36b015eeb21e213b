package org.commonfold.system.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@DisplayName("Dashboards and alerts")
class DashboardsTest {

    private static final Path OPENAPI =
            Path.of("..", "..", "contracts", "src", "main", "resources", "contracts", "openapi");
    private static final Pattern URI_LABEL = Pattern.compile("uri=\"([^\"]*)\"");

    @Test
    void use_only_metrics_and_labels_that_are_documented() throws IOException {
        for (Map.Entry<String, List<String>> panel :
                ObservabilityFiles.queries().entrySet()) {
            assertThat(panel.getValue()).as(panel.getKey()).isNotEmpty();
            for (String query : panel.getValue()) {
                assertDocumented(panel.getKey(), query);
            }
        }
        for (ObservabilityFiles.Alert alert : ObservabilityFiles.alerts()) {
            assertDocumented(alert.name(), alert.expression());
        }
    }

    private static void assertDocumented(String where, String query) throws IOException {
        assertThat(ObservabilityFiles.metricsIn(query))
                .as(where)
                .isNotEmpty()
                .isSubsetOf(ObservabilityFiles.documented());
        assertThat(ObservabilityFiles.labelsIn(query))
                .as(where)
                .isSubsetOf(ObservabilityFiles.labels());
    }

    @Test
    void name_only_operations_that_there_are() throws IOException {
        StringBuilder contracts = new StringBuilder();
        try (Stream<Path> files = Files.list(OPENAPI)) {
            for (Path file : files.toList()) {
                contracts.append(Files.readString(file));
            }
        }
        for (List<String> queries : ObservabilityFiles.queries().values()) {
            for (String query : queries) {
                Matcher uri = URI_LABEL.matcher(query);
                while (uri.find()) {
                    assertThat(contracts).contains("\n  " + uri.group(1) + ":\n");
                }
            }
        }
    }

    @Test
    void would_be_told_of_a_metric_that_there_is_not() {
        String query = "sum by (job) (rate(a{b=~\"c.*\"}[5m])) > 2 * 60 and max(d) != bool e";
        assertThat(ObservabilityFiles.metricsIn(query))
                .isEqualTo(new TreeSet<>(List.of("a", "d", "e")));
        assertThat(ObservabilityFiles.labelsIn("sum by (job, le) (a{b=~\"c\", d=\"e\"})"))
                .isEqualTo(new TreeSet<>(List.of("job", "le", "b", "d")));
    }

    @Test
    void are_four_each_with_an_id_and_a_title_of_its_own_and_nothing_of_this_place()
            throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(ObservabilityFiles.DASHBOARDS)) {
            files = found.toList();
        }
        TreeSet<String> ids = new TreeSet<>();
        for (Path file : files) {
            JsonNode dashboard = new JsonMapper().readTree(file.toFile());
            ids.add(dashboard.get("uid").asText());
            assertThat(dashboard.get("title").asText()).startsWith("Commonfold: ");
            assertThat(dashboard.get("id").isNull()).isTrue();
            for (JsonNode panel : dashboard.get("panels")) {
                assertThat(panel.get("datasource").get("uid").asText()).isEqualTo("${datasource}");
                assertThat(panel.get("description").asText()).isNotEmpty();
            }
        }
        assertThat(ids)
                .containsExactly(
                        "commonfold-commons",
                        "commonfold-log",
                        "commonfold-money",
                        "commonfold-webhooks");
    }
}
