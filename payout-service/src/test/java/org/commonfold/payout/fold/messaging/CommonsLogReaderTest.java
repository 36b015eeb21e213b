package org.commonfold.payout.fold.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.Rejection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@DisplayName("Reading a record of the commons log")
class CommonsLogReaderTest {

    private static final String FOUNDED = "{'commonsId':'lab','charter':{'criteria':["
            + "{'name':'quality','weight':1,'min':0,'points':[0,1]}],'quorum':1,"
            + "'referencePoints':1,'priorPerMille':0,'levellingRatings':0,"
            + "'pairCapBasisPoints':1,'pairAllowanceRatings':0,'treasuryBasisPoints':0}}";
    private static final String PUBLISHED = "{'commonsId':'lab','contributionId':'w',"
            + "'authors':[{'contributorId':'ada','share':1}]}";
    private static final String WITHDRAWN = "{'commonsId':'lab','contributionId':'w'}";
    private static final String RATED =
            "{'commonsId':'lab','contributionId':'w'," + "'raterId':'eve','scores':{'quality':1}}";
    private static final String RETRACTED =
            "{'commonsId':'lab','contributionId':'w','raterId':'eve'}";
    private static final String DECLARED = "{'commonsId':'lab','revenueId':'r',"
            + "'partnerId':'acme','amount':{'value':'1.00','currency':'EUR'}}";
    private static final String RECEIVED =
            "{'commonsId':'lab','revenueId':'r'," + "'amount':{'value':'1.00','currency':'EUR'}}";
    private static final String VOIDED = "{'commonsId':'lab','revenueId':'r'}";

    /** Every field the fold uses; what a score is called is the charter's business. */
    private static final Pattern NAME = Pattern.compile("'(?!quality)[A-Za-z]+':");

    private final CommonsLogReader reader = new CommonsLogReader();

    /** Every type the fold reads, with no field that it does not use. */
    static Stream<String[]> minimal() {
        return Stream.of(
                new String[] {"CommonsFounded", FOUNDED},
                new String[] {"CharterAmended", FOUNDED},
                new String[] {"ContributionPublished", PUBLISHED},
                new String[] {"AuthorsReapportioned", PUBLISHED},
                new String[] {"ContributionWithdrawn", WITHDRAWN},
                new String[] {"PeerRated", RATED},
                new String[] {"RatingRetracted", RETRACTED},
                new String[] {"RevenueDeclared", DECLARED},
                new String[] {"RevenueReceived", RECEIVED},
                new String[] {"RevenueVoided", VOIDED});
    }

    @ParameterizedTest
    @MethodSource("minimal")
    void needs_no_more_than_what_the_fold_uses(String type, String data) {
        assertThat(event(type, data).commonsId().value()).isEqualTo("lab");
        assertThat(event(type, data).getClass().getSimpleName()).isEqualTo(type);
    }

    @Test
    void knows_every_event_of_the_fold() {
        assertThat(minimal().map(each -> each[0]).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(CommonsEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("minimal")
    void tolerates_fields_it_does_not_know(String type, String data) {
        String more = data.replaceFirst("\\{", "{'more':{'a':[1.5,null,{}]},");

        assertThat(event(type, more)).isEqualTo(event(type, data));
    }

    @ParameterizedTest
    @MethodSource("minimal")
    void is_refused_when_any_field_is_missing_null_or_of_another_type(String type, String data) {
        Matcher names = NAME.matcher(data);
        while (names.find()) {
            String before = data.substring(0, names.start());
            String name = names.group();
            String after = data.substring(names.end());
            assertUnreadable(type, before + "'not" + name.substring(1) + after);
            assertUnreadable(type, before + name + "null,'was" + name.substring(1) + after);
            assertUnreadable(type, before + name + "true,'was" + name.substring(1) + after);
        }
    }

    @ParameterizedTest
    @MethodSource("minimal")
    void is_refused_wherever_it_is_cut_off(String type, String data) {
        for (int length = 0; length < data.length(); length++) {
            assertUnreadable(type, data.substring(0, length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "4.0", "1e0", "'1'", "null", "9223372036854775808", "[1]"})
    void takes_nothing_but_integers_of_64_bits_for_an_integer(String number) {
        assertUnreadable("PeerRated", RATED.replace("'quality':1", "'quality':" + number));
        assertUnreadable(
                "ContributionPublished", PUBLISHED.replace("'share':1", "'share':" + number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'3'", "3.0", "[]", "9223372036854775808"})
    void takes_no_optional_integer_of_another_type(String number) {
        assertUnreadable("PeerRated", with("confidence", number, RATED));
        assertUnreadable("PeerRated", with("charterVersion", number, RATED));
    }

    @Test
    void takes_a_missing_option_and_one_that_is_null_alike() {
        CommonsEvent.PeerRated absent = (CommonsEvent.PeerRated) event("PeerRated", RATED);

        assertThat(absent.confidence()).isEqualTo(3);
        assertThat(absent.charterVersion()).isNull();
        assertThat(event("PeerRated", with("confidence", "null", RATED))).isEqualTo(absent);
        assertThat(event("PeerRated", with("charterVersion", "null", RATED))).isEqualTo(absent);
        assertThat(event("RevenueDeclared", with("usage", "null", DECLARED)))
                .isEqualTo(event("RevenueDeclared", DECLARED));
    }

    @Test
    void keeps_an_integer_far_out_of_range_out_of_range() {
        // 2³² + 1 must not become 1.
        CommonsEvent.PeerRated rated = (CommonsEvent.PeerRated)
                event("PeerRated", with("confidence", "4294967297", RATED));

        assertThat(rated.confidence()).isGreaterThan(5);
    }

    @Test
    void is_refused_with_half_a_character_in_a_name() {
        assertUnreadable("CommonsFounded", FOUNDED.replace("'quality'", "'\\ud800'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{", "{} {}", "{}x", "nonsense"})
    void is_refused_when_it_is_not_one_json_object(String data) {
        assertUnreadable("ContributionWithdrawn", data);
    }

    @Test
    void is_refused_when_a_name_is_given_twice() {
        assertUnreadable(
                "ContributionWithdrawn",
                "{'commonsId':'lab','contributionId':'w','contributionId':'w'}");
        assertUnreadable("PeerRated", RATED.replace("{'quality':1}", "{'quality':1,'quality':1}"));
    }

    @Test
    void is_refused_without_bytes_or_with_bytes_that_are_no_text() {
        byte[] noUtf8 = VOIDED.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        noUtf8[noUtf8.length - 3] = (byte) 0xff;

        assertThat(read("RevenueVoided", "lab", null)).isInstanceOf(Reading.Unreadable.class);
        assertThat(read("RevenueVoided", "lab", noUtf8)).isInstanceOf(Reading.Unreadable.class);
        // A byte order mark of UTF-32, and nothing that follows from it.
        byte[] utf32 = {0, 0, (byte) 0xfe, (byte) 0xff, 0x7f, 0x7f, 0x7f, 0x7f};
        assertThat(read("RevenueVoided", "lab", utf32)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void is_refused_however_deep_it_is_nested() {
        String deep = "[".repeat(100_000);

        assertUnreadable("RevenueVoided", "{'commonsId':'lab','revenueId':'r','more':" + deep);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none", "workshop", "Lab", "'lab '"})
    void is_refused_under_a_key_that_is_not_its_commons(String key) {
        assertThat(read("RevenueVoided", key, bytes(VOIDED)))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable -> assertThat(unreadable.rejection())
                                .isEqualTo(Rejection.KEY_IS_NOT_THE_COMMONS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-1", "1e3", "1.0000001", " 7", "1000000000000"})
    void is_refused_with_an_amount_that_is_none(String value) {
        assertThat(read("RevenueReceived", "lab", bytes(RECEIVED.replace("1.00", value))))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable -> assertThat(unreadable.rejection())
                                .isEqualTo(Rejection.AMOUNT_NOT_VALID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.commonfold.ContributionRevised.v1",
                "org.commonfold.NeedOpened.v1",
                "org.commonfold.RaterInvited.v1",
                "org.commonfold.PeerRated.v2",
                "PeerRated"
            })
    void skips_types_that_move_no_balance_even_when_unreadable(String type) {
        assertThat(reader.read(type, "id", null, bytes("nonsense")))
                .isInstanceOf(Reading.Skipped.class);
        assertThat(reader.read(type, "id", "lab", null)).isInstanceOf(Reading.Skipped.class);
    }

    private CommonsEvent event(String type, String data) {
        Reading reading = read(type, "lab", bytes(data));
        assertThat(reading).as(data).isInstanceOf(Reading.Event.class);
        return ((Reading.Event) reading).event();
    }

    private void assertUnreadable(String type, String data) {
        assertThat(read(type, "lab", bytes(data)))
                .as(data)
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.rejection()).isEqualTo(Rejection.UNREADABLE));
    }

    private Reading read(String type, String key, byte[] value) {
        return reader.read("org.commonfold." + type + ".v1", "id", key, value);
    }

    private static String with(String name, String value, String data) {
        return data.replaceFirst("\\{", "{'" + name + "':" + value + ",");
    }

    private static byte[] bytes(String data) {
        return data.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
