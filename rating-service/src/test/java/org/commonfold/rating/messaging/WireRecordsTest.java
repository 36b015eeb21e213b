package org.commonfold.rating.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.commonfold.kit.eventstore.RecordHeaders;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.rating.domain.Charter;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Criterion;
import org.commonfold.rating.domain.LogEvent;
import org.commonfold.rating.domain.Opinion;
import org.commonfold.rating.domain.Raters;
import org.commonfold.rating.domain.RatingKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@DisplayName("Reading records of the log")
class WireRecordsTest {

    private static final String LAB = "0198c0de-0000-7000-8000-000000000001";
    private static final CommonsId LAB_ID = new CommonsId(UUID.fromString(LAB));

    private static final String FOUNDED = """
            {"commonsId": "0198c0de-0000-7000-8000-000000000001", "name": "Lab", "charter":
             {"criteria": [{"name": "quality", "weight": 2, "min": 1, "points": [0, 1, 5]}],
              "quorum": 2, "referencePoints": 13, "priorPerMille": 500, "levellingRatings": 5,
              "pairCapBasisPoints": 1000, "pairAllowanceRatings": 10, "treasuryBasisPoints": 0,
              "raters": "anyone"}, "colour": {"unknown": [1]}}""";

    private static final String PUBLISHED = """
            {"commonsId": "0198c0de-0000-7000-8000-000000000001",
             "contributionId": "0198c0de-0000-7000-8000-0000000000c1",
             "authors": [{"contributorId": "ada", "share": 2}, {"contributorId": "bob",
             "share": 1, "mood": "good"}], "publishedAt": "2026-11-23T09:00:00Z"}""";

    private static final String RATED = """
            {"commonsId": "0198c0de-0000-7000-8000-000000000001",
             "contributionId": "0198c0de-0000-7000-8000-0000000000c1", "raterId": "bob",
             "scores": {"quality": 4}, "confidence": 5, "charterVersion": 2, "ratingId": "?"}""";

    private static LogRecord record(String type, String key, String value) {
        RecordHeaders headers = new RecordHeaders();
        if (type != null) {
            headers.add("ce_type", "org.commonfold." + type);
        }
        return new LogRecord("commons.log", 0, 0, utf8(key), headers, utf8(value), Instant.EPOCH);
    }

    private static byte[] utf8(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertUnreadable(String type, String key, String value) {
        assertThatThrownBy(() -> WireRecords.read(record(type, key, value)))
                .isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void takes_of_a_charter_what_rating_needs_and_passes_over_unknown_fields() {
        Charter charter = new Charter(
                1,
                List.of(new Criterion("quality", 2, 1, List.of(0, 1, 5))),
                2,
                13,
                5,
                Raters.ANYONE);

        assertThat(WireRecords.read(record("CommonsFounded.v1", LAB, FOUNDED)))
                .contains(new LogEvent.Founded(LAB_ID, charter, Set.of()));
    }

    @Test
    void takes_of_a_publication_who_made_it() {
        LogEvent event = WireRecords.read(record("ContributionPublished.v1", LAB, PUBLISHED))
                .orElseThrow();

        assertThat(((LogEvent.Published) event).contribution().authors())
                .containsExactlyInAnyOrder(new ContributorId("ada"), new ContributorId("bob"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PeerRated.v2", "RevenueDeclared.v1", "CommonsFounded.v2", "Nonsense"})
    void passes_over_types_it_does_not_use(String type) {
        assertThat(WireRecords.read(record(type, LAB, "not even JSON"))).isEmpty();
    }

    @Test
    void passes_over_a_record_without_a_type() {
        assertThat(WireRecords.read(record(null, LAB, FOUNDED))).isEmpty();
    }

    @Test
    void finds_every_truncated_record_unreadable() {
        for (int length = 0; length < FOUNDED.length(); length++) {
            assertUnreadable("CommonsFounded.v1", LAB, FOUNDED.substring(0, length));
        }
    }

    /** What is logged of it. */
    @Test
    void says_nothing_of_what_is_in_an_unreadable_record() {
        String rated = RATED.replace("\"bob\"", "DE89370400440532013000");

        assertThatThrownBy(() -> WireRecords.read(record("PeerRated.v1", LAB, rated)))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessage("data is not the JSON of its type")
                .hasNoCause();
    }

    @Test
    void finds_a_record_without_a_value_or_under_another_key_unreadable() {
        assertUnreadable("CommonsFounded.v1", LAB, null);
        assertUnreadable("CommonsFounded.v1", LAB, "null");
        assertUnreadable("CommonsFounded.v1", null, FOUNDED);
        assertUnreadable("CommonsFounded.v1", LAB.replace('1', '2'), FOUNDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quorum\": 2|\"quorum\": 0",
                "\"quorum\": 2|\"quorum\": 101",
                "\"quorum\": 2|\"quorum\": 2.0",
                "\"quorum\": 2|\"quorum\": \"2\"",
                "\"quorum\": 2|\"quorum\": null",
                "\"quorum\": 2|\"quorum\": 99999999999",
                "\"weight\": 2|\"weight\": 0",
                "\"weight\": 2|\"weight\": 101",
                "\"min\": 1|\"min\": 101",
                "\"min\": 1|\"min\": -101",
                "[0, 1, 5]|[]",
                "[0, 1, 5]|[0, 5, 1]",
                "[0, 1, 5]|[-1]",
                "[0, 1, 5]|[1000001]",
                "[0, 1, 5]|[null]",
                "\"name\": \"quality\"|\"name\": 7",
                "\"referencePoints\": 13|\"referencePoints\": 0",
                "\"priorPerMille\": 500|\"priorPerMille\": 100001",
                "\"levellingRatings\": 5|\"levellingRatings\": 1001",
                "\"pairCapBasisPoints\": 1000|\"pairCapBasisPoints\": 0",
                "\"pairAllowanceRatings\": 10|\"pairAllowanceRatings\": 1001",
                "\"treasuryBasisPoints\": 0|\"treasuryBasisPoints\": 10001",
                "0198c0de-|0198C0DE-",
            })
    void finds_a_charter_unreadable_that_the_fold_would_reject(String part, String other) {
        assertThat(FOUNDED).contains(part);
        assertUnreadable("CommonsFounded.v1", LAB, FOUNDED.replace(part, other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"share\": 2|\"share\": 0",
                "\"share\": 2|\"share\": 1000001",
                "\"ada\"|\"bob\"",
                "\"ada\"|\"a b\"",
                "\"ada\"|\"\\u0000\"",
                "\"ada\"|null",
                "0000000000c1|0000000000\\u0000",
                "\"authors\"|\"writers\"",
                "\"contributionId\"|\"id\"",
            })
    void finds_a_publication_unreadable_that_has_not_its_form(String part, String other) {
        assertThat(PUBLISHED).contains(part);
        assertUnreadable("ContributionPublished.v1", LAB, PUBLISHED.replace(part, other));
    }

    @Test
    void finds_a_charter_unreadable_that_asks_one_thing_twice() {
        String criterion =
                "{\"name\": \"quality\", \"weight\": 2, \"min\": 1, \"points\": [0, 1, 5]}";
        assertThat(FOUNDED).contains(criterion);
        String twice = FOUNDED.replace(criterion, criterion + ", " + criterion);

        assertUnreadable("CommonsFounded.v1", LAB, twice);
    }

    @Test
    void takes_the_stewards_that_are_some() {
        String stewards = "\"stewards\": [\"sue\", 7, \"a b\", null], \"charter\":";
        LogEvent event = WireRecords.read(
                        record("CommonsFounded.v1", LAB, FOUNDED.replace("\"charter\":", stewards)))
                .orElseThrow();

        assertThat(((LogEvent.Founded) event).stewards()).containsExactly(new ContributorId("sue"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Rotor\"|Rotor",
                "\"\\u00e9\"|é",
                "\"\\u0000\"|",
                "\"\\ud800\"|",
                "\"\"|",
                "7|",
                "null|",
                "[\"Rotor\"]|",
            })
    void takes_a_title_if_it_is_one(String json, String title) {
        String published = PUBLISHED.replace("\"authors\"", "\"title\": " + json + ", \"authors\"");
        LogEvent event = WireRecords.read(record("ContributionPublished.v1", LAB, published))
                .orElseThrow();

        assertThat(((LogEvent.Published) event).contribution().title()).isEqualTo(title);
    }

    @Test
    void takes_a_rating_without_what_is_for_people_only() {
        assertThat(WireRecords.read(record("PeerRated.v1", LAB, RATED)))
                .contains(new LogEvent.Rated(
                        new RatingKey(
                                LAB_ID,
                                new ContributionId(UUID.fromString(
                                        LAB.replace("000000000001", "0000000000c1"))),
                                new ContributorId("bob")),
                        new Opinion(Map.of("quality", 4), 5),
                        Optional.of(2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"confidence\": 5|\"confidence\": 6",
                "\"confidence\": 5|\"confidence\": 0",
                "\"confidence\": 5|\"confidence\": 5.0",
                "\"charterVersion\": 2|\"charterVersion\": \"2\"",
                "{\"quality\": 4}|{\"quality\": null}",
                "{\"quality\": 4}|{\"quality\": 4.0}",
                "{\"quality\": 4}|null",
                "\"bob\"|null",
                "\"bob\"|\"b b\"",
            })
    void finds_a_rating_unreadable_that_the_fold_would_reject(String part, String other) {
        assertThat(RATED).contains(part);
        assertUnreadable("PeerRated.v1", LAB, RATED.replace(part, other));
    }

    @Test
    void lets_nobody_in_by_a_raters_rule_it_does_not_know() {
        LogEvent event = WireRecords.read(record(
                        "CommonsFounded.v1", LAB, FOUNDED.replace("\"anyone\"", "[\"anyone\"]")))
                .orElseThrow();

        assertThat(((LogEvent.Founded) event).charter().raters()).isEqualTo(Raters.CONTRIBUTORS);
    }
}
