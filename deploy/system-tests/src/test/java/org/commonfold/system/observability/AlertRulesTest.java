package org.commonfold.system.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

@DisplayName("The alert rules")
class AlertRulesTest {

    private static final Path PAGES = Path.of("..", "..", "docs", "operations", "alerts");
    private static final String PAGES_URL = "https://commonfold.org/docs/operations/alerts/";
    private static final List<String> CHAPTERS =
            List.of("## What it means", "## What to look at", "## What to do");

    private static String page(String alert) {
        return alert.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".md";
    }

    @Test
    void each_have_a_page_and_each_page_its_alert() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (ObservabilityFiles.Alert alert : ObservabilityFiles.alerts()) {
            expected.add(page(alert.name()));
            assertThat(alert.runbookUrl()).isEqualTo(PAGES_URL + page(alert.name()));
        }
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.list(PAGES)) {
            files.forEach(file -> pages.add(file.getFileName().toString()));
        }
        assertThat(pages).isEqualTo(expected);
    }

    @Test
    void say_on_each_page_what_it_means_what_to_look_at_and_what_to_do() throws IOException {
        for (ObservabilityFiles.Alert alert : ObservabilityFiles.alerts()) {
            String page = Files.readString(PAGES.resolve(page(alert.name())));
            assertThat(page)
                    .startsWith("# " + alert.name() + "\n")
                    .contains("*" + alert.severity() + "*")
                    .contains(CHAPTERS);
        }
    }

    @Test
    void hold_for_promtool_and_fire_when_they_should_and_at_the_limit_do_not() throws Exception {
        Optional<Path> promtool = Prometheus.program("promtool");
        assumeTrue(promtool.isPresent(), "There is no promtool here");

        promtool(promtool.get(), "check", "rules", "alerts.yaml");
        promtool(promtool.get(), "test", "rules", "alerts.test.yaml");
    }

    @Test
    void have_each_a_unit_test_in_which_it_fires_and_one_in_which_it_does_not() throws IOException {
        for (ObservabilityFiles.Alert alert : ObservabilityFiles.alerts()) {
            assertThat(ObservabilityFiles.unitTestsOf(alert.name()))
                    .as(alert.name())
                    .contains(true, false);
        }
    }

    private static void promtool(Path program, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                        .toList());
        Process process = builder.directory(Prometheus.RULES.getParent().toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
