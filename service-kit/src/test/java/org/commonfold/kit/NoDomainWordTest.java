package org.commonfold.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is built for one domain cannot be trusted to hold in the next service. */
@DisplayName("The kit")
class NoDomainWordTest {

    private static final Set<String> DOMAIN = Set.of(
            "commons",
            "charter",
            "contributor",
            "contribution",
            "author",
            "derivation",
            "rating",
            "rater",
            "revenue",
            "partner",
            "distribution",
            "ledger",
            "posting",
            "balance",
            "payout",
            "treasury",
            "treasurer",
            "steward");

    private static final Path MAIN = Path.of("src", "main");

    /** The roles are what tokens hold; every service shares them. */
    private static final String ROLES = "Roles.java";

    /** A name of Micrometer's, whose distributions are of numbers. */
    private static final Pattern FOREIGN =
            Pattern.compile("([a-z]+\\.)*DistributionStatisticConfig");

    private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|--[^\n]*");
    private static final Pattern WORD_ENDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z]+");

    @Test
    void has_no_word_of_the_domain_in_its_names_or_tables() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(MAIN)) {
            sources = files.filter(file -> file.toString().matches(".*\\.(java|sql)"))
                    .filter(file -> !file.endsWith(ROLES))
                    .toList();
        }
        assertThat(sources).hasSizeGreaterThan(40);
        for (Path source : sources) {
            String code = FOREIGN.matcher(Files.readString(source)).replaceAll("");
            String text = source.getFileName() + " " + code;
            assertThat(domainWordsIn(text)).as(source.toString()).isEmpty();
        }
    }

    @Test
    void would_be_told_if_it_had_one() {
        assertThat(domainWordsIn("class PayoutRows { UUID raterId; } // balance"))
                .containsExactly("payout", "rater");
        assertThat(domainWordsIn("select commons_id from ratings"))
                .containsExactly("commons", "rating");
        assertThat(domainWordsIn("package org.commonfold.kit; class Unauthorized {}"))
                .isEmpty();
    }

    private static Set<String> domainWordsIn(String source) {
        Set<String> found = new TreeSet<>();
        for (String word :
                WORD_ENDS.split(COMMENTS.matcher(source).replaceAll(" ").strip())) {
            String lower = word.toLowerCase(Locale.ROOT);
            String singular = lower.replaceAll("s$", "");
            DOMAIN.stream()
                    .filter(one -> one.equals(lower) || one.equals(singular))
                    .forEach(found::add);
        }
        return found;
    }
}
