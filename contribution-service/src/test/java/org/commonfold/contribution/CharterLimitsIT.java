package org.commonfold.contribution;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is one past a limit is refused in {@link BadInputIT}; what is at it is as good as any. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("A charter may go to the limit")
class CharterLimitsIT {

    @ParameterizedTest
    @CsvSource({
        "quorum, 1",
        "quorum, 100",
        "referencePoints, 1",
        "referencePoints, 100000000",
        "priorPerMille, 0",
        "priorPerMille, 100000",
        "levellingRatings, 0",
        "levellingRatings, 1000",
        "pairCapBasisPoints, 1",
        "pairCapBasisPoints, 10000",
        "pairAllowanceRatings, 0",
        "pairAllowanceRatings, 1000",
        "treasuryBasisPoints, 0",
        "treasuryBasisPoints, 10000",
    })
    void in_its_numbers(String field, int value) {
        String charter = "\"charter\": {\"%s\": %d, ".formatted(field, value);
        Lab.found("ada", Lab.COMMONS.replace("\"charter\": {", charter))
                .then()
                .statusCode(201)
                .body("charter." + field, equalTo(value));
    }

    @ParameterizedTest
    @CsvSource({"contributors", "anyone"})
    void in_who_may_rate(String raters) {
        String charter = "\"charter\": {\"raters\": \"" + raters + "\", ";
        Lab.found("ada", Lab.COMMONS.replace("\"charter\": {", charter))
                .then()
                .statusCode(201)
                .body("charter.raters", equalTo(raters));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"weight\": 2|\"weight\": 1",
                "\"weight\": 2|\"weight\": 100",
                "\"min\": 1|\"min\": -100",
                "\"min\": 1|\"min\": 100",
                "[0, 1, 2, 3, 5]|[0]",
                "[0, 1, 2, 3, 5]|[1000000]",
                "[0, 1, 2, 3, 5]|[3, 3]",
            })
    void in_its_criteria(String fine, String atTheLimit) {
        Lab.found("ada", Lab.COMMONS.replace(fine, atTheLimit)).then().statusCode(201);
    }

    @Test
    void in_how_many_points_a_criterion_has() {
        Lab.found("ada", withPoints(100)).then().statusCode(201);
        Lab.found("ada", withPoints(101))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/charter/criteria/0/points"));
    }

    @Test
    void in_how_many_criteria_it_has() {
        Lab.found("ada", withCriteria(8)).then().statusCode(201);
        Lab.found("ada", withCriteria(9))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/charter/criteria"));
    }

    private static String withPoints(int count) {
        String points = IntStream.range(0, count)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
        return Lab.COMMONS.replace("[0, 1, 2, 3, 5]", "[" + points + "]");
    }

    private static String withCriteria(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        "{\"name\": \"c%d\", \"weight\": 1, \"min\": 0, \"points\": [0]}"
                                ::formatted)
                .collect(Collectors.joining(
                        ",", "{\"name\": \"Lab\", \"charter\": {\"criteria\": [", "]}}"));
    }
}
