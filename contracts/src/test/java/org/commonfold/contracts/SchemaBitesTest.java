package org.commonfold.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Each schema is shown to refuse what it is there to refuse, on spoilt golden samples. */
@DisplayName("The schema of an event refuses")
class SchemaBitesTest {

    private static final JsonMapper JSON = new JsonMapper();

    static List<Event> events() {
        return Event.all();
    }

    static List<Event> eventsWithAnAmount() {
        return Event.all().stream().filter(event -> event.full().has("amount")).toList();
    }

    @ParameterizedTest
    @MethodSource("events")
    void data_without_a_required_field_whichever_it_is(Event event) {
        List<String> places = Mutations.requiredFields(event, event.full());

        assertThat(places).isNotEmpty();
        for (String place : places) {
            assertRefused(event, Mutations.without(event.full(), place), place);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void null_and_values_of_another_type_wherever_they_stand(Event event) {
        List<String> places = Mutations.values(event.full());

        assertThat(places).isNotEmpty();
        for (String place : places) {
            assertRefused(
                    event, Mutations.with(event.full(), place, NullNode.getInstance()), place);
            JsonNode another =
                    event.full().at(place).isBoolean() ? TextNode.valueOf("") : BooleanNode.TRUE;
            assertRefused(event, Mutations.with(event.full(), place, another), place);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void empty_text_wherever_text_stands(Event event) {
        for (String place : Mutations.values(event.full())) {
            if (event.full().at(place).isTextual()) {
                JsonNode emptied = Mutations.with(event.full(), place, new TextNode(""));
                assertRefused(event, emptied, place);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "-1",
                "+1",
                "1e3",
                "1.",
                ".5",
                "1,50",
                " 1",
                "NaN",
                "0.0000001",
                "1000000000000"
            })
    void amounts_that_are_none(String value) {
        for (Event event : eventsWithAnAmount()) {
            assertRefused(
                    event,
                    Mutations.with(event.full(), "/amount/value", new TextNode(value)),
                    "/amount/value");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000001", "999999999999.999999", "007"})
    void no_amount_within_the_limits(String value) {
        for (Event event : eventsWithAnAmount()) {
            JsonNode data = Mutations.with(event.full(), "/amount/value", new TextNode(value));
            assertThat(event.errors(data)).as("%s: %s", event, value).isEmpty();
        }
    }

    @Test
    void an_amount_that_is_a_number() {
        Event event = new Event("RevenueDeclared");

        assertRefused(
                event, Mutations.with(event.full(), "/amount/value", json("12.5")), "/amount");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CommonsFounded        | /charter/quorum               | 1         | 0
            CommonsFounded        | /charter/quorum               | 100       | 101
            CommonsFounded        | /charter/referencePoints      | 1         | 0
            CommonsFounded        | /charter/referencePoints      | 100000000 | 100000001
            CommonsFounded        | /charter/priorPerMille        | 0         | -1
            CommonsFounded        | /charter/priorPerMille        | 100000    | 100001
            CommonsFounded        | /charter/levellingRatings     | 0         | -1
            CommonsFounded        | /charter/levellingRatings     | 1000      | 1001
            CommonsFounded        | /charter/pairCapBasisPoints   | 1         | 0
            CommonsFounded        | /charter/pairCapBasisPoints   | 10000     | 10001
            CommonsFounded        | /charter/pairAllowanceRatings | 0         | -1
            CommonsFounded        | /charter/pairAllowanceRatings | 1000      | 1001
            CommonsFounded        | /charter/treasuryBasisPoints  | 0         | -1
            CommonsFounded        | /charter/treasuryBasisPoints  | 10000     | 10001
            CommonsFounded        | /charter/raters               | "anyone"  | "friends"
            CharterAmended        | /charter/criteria/0/weight    | 1         | 0
            CharterAmended        | /charter/criteria/0/weight    | 100       | 101
            CharterAmended        | /charter/criteria/0/min       | -100      | -101
            CharterAmended        | /charter/criteria/0/min       | 100       | 101
            CharterAmended        | /charter/criteria/0/points    | [0]       | []
            CharterAmended        | /charter/criteria/0/points/0  | 1000000   | 1000001
            CharterAmended        | /charter/criteria/0/points/0  | 0         | 0.5
            ContributionPublished | /kind                         | "text"    | "Text"
            ContributionPublished | /licence                      | "MIT"     | "MIT or so"
            ContributionPublished | /contentUri                   | "a:b"     | "/relative"
            ContributionPublished | /contentUri                   | "urn:x:1" | "urn:x:1 2"
            ContributionPublished | /title                        | "A"       | "   "
            ContributionPublished | /title                        | "A b"     | "A\\nb"
            ContributionPublished | /authors/0/share              | 1         | 0
            ContributionPublished | /authors/0/share              | 1000000   | 1000001
            ContributionPublished | /authors/0/contributorId      | "a.b_c:d-" | "a@b"
            ContributionPublished | /derivedFrom                  | []        | {}
            ContributionPublished | /derivedFrom/0/basisPoints    | 1         | 0
            ContributionPublished | /derivedFrom/0/basisPoints    | 10000     | 10001
            ContributionRevised   | /version                      | 2         | 1
            NeedOpened            | /skills                       | ["a"]     | []
            NeedOpened            | /skills                       | ["a","b"] | ["a","a"]
            PeerRated             | /scores                       | {"a":1}   | {}
            PeerRated             | /scores                       | {"a":1}   | {"A":1}
            PeerRated             | /scores                       | {"a":-100} | {"a":-101}
            PeerRated             | /scores                       | {"a":199} | {"a":200}
            PeerRated             | /confidence                   | 1         | 0
            PeerRated             | /confidence                   | 5         | 6
            PeerRated             | /charterVersion               | 1         | 0
            PeerRated             | /revision                     | 1         | 0
            RevenueDeclared       | /amount/currency              | "XTS"     | "eur"
            RevenueDeclared       | /period/from                  | "2026-02-01" | "1.2.2026"
            RevenueDeclared       | /usage/0/weight               | 1         | 0
            RevenueDeclared       | /usage/0/weight               | 1000000   | 1000001
            RevenueDeclared       | /reference                    | "R 1"     | " R 1"
            RevenueDistributed    | /treasury/value               | "0.000000" | "-0.000001"
            RevenueDistributed    | /contributors                 | 0         | -1
            PayoutReturned        | /reason                       | "closed"  | "Account closed."
            """)
    void what_is_one_past_a_limit_and_takes_what_is_at_it(
            String name, String place, String atTheLimit, String pastIt) {
        Event event = new Event(name);

        assertThat(event.errors(Mutations.with(event.full(), place, json(atTheLimit))))
                .isEmpty();
        assertRefused(event, Mutations.with(event.full(), place, json(pastIt)), place);
    }

    @ParameterizedTest
    @CsvSource({
        "CommonsFounded, /name, 200",
        "ContributionPublished, /title, 300",
        "ContributionPublished, /kind, 40",
        "ContributionPublished, /licence, 64",
        "ContributionPublished, /authors/0/contributorId, 64",
        "RevenueDeclared, /reference, 128",
    })
    void text_that_is_too_long(String name, String place, int lengthMax) {
        Event event = new Event(name);

        assertThat(event.errors(
                        Mutations.with(event.full(), place, new TextNode("a".repeat(lengthMax)))))
                .isEmpty();
        assertRefused(
                event,
                Mutations.with(event.full(), place, new TextNode("a".repeat(lengthMax + 1))),
                place);
    }

    @ParameterizedTest
    @CsvSource({
        "ContributionPublished, /authors, contributorId, share, 500",
        "ContributionPublished, /derivedFrom, contributionId, basisPoints, 100",
        "RevenueDeclared, /usage, contributionId, weight, 500",
    })
    void lists_that_are_too_long(
            String name, String place, String idField, String numberField, int countMax) {
        Event event = new Event(name);

        assertThat(event.errors(
                        Mutations.with(event.full(), place, list(idField, numberField, countMax))))
                .isEmpty();
        assertRefused(
                event,
                Mutations.with(event.full(), place, list(idField, numberField, countMax + 1)),
                place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23", "2026-11-23T09:00:00", "2026-11-23T09:00:00+01:00",
                "2026-11-23 09:00:00Z", "2026-11-23T09:00Z", "1795424400"
            })
    void times_that_are_not_rfc_3339_in_utc(String time) {
        for (Event event : Event.all()) {
            List<String> places = Mutations.values(event.full()).stream()
                    .filter(place -> place.matches("/[a-zA-Z]+At"))
                    .toList();
            assertThat(places).as("times of %s", event).hasSize(1);
            assertRefused(
                    event,
                    Mutations.with(event.full(), places.get(0), new TextNode(time)),
                    places.get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0198C0DE-0000-7000-8000-000000000001",
                "0198c0de000070008000000000000001",
                "{0198c0de-0000-7000-8000-000000000001}"
            })
    void ids_that_are_not_uuids_in_lower_case(String id) {
        for (Event event : Event.all()) {
            assertRefused(
                    event,
                    Mutations.with(event.full(), "/commonsId", new TextNode(id)),
                    "/commonsId");
        }
    }

    private static void assertRefused(Event event, JsonNode data, String place) {
        assertThat(event.errors(data))
                .as("%s spoilt at %s: %s", event, place, data)
                .isNotEmpty();
    }

    private static JsonNode list(String idField, String numberField, int count) {
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            String id = "0198c0de-0000-7000-8000-%012x".formatted(i);
            list.append(i == 0 ? "" : ",")
                    .append("{\"%s\":\"%s\",\"%s\":1}".formatted(idField, id, numberField));
        }
        return json(list.append("]").toString());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
