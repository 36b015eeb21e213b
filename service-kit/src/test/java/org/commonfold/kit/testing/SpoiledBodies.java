package org.commonfold.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/** A good body in all the forms that no body has, by what is wrong with each. */
public final class SpoiledBodies {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVENTS = "select count(*) from event";

    private SpoiledBodies() {}

    /**
     * None of them is taken.
     *
     * @param status what whoever may send the good one is answered to another
     */
    public static void assertRefused(String good, ToIntFunction<String> status) {
        of(good).forEach((how, body) ->
                assertThat(status.applyAsInt(body)).as(how).isBetween(400, 422));
    }

    /** And none of them leaves an event. */
    public static void assertRefused(String good, ToIntFunction<String> status, Database database) {
        long before = database.number(EVENTS);
        assertRefused(good, status);
        assertThat(database.number(EVENTS)).isEqualTo(before);
    }

    static Map<String, String> of(String good) {
        ObjectNode body = parse(good);
        Map<String, String> spoiled = new LinkedHashMap<>();
        spoiled.put("cut off", good.strip().substring(0, good.strip().length() - 1));
        spoiled.put("an array", "[" + good + "]");
        spoiled.put(
                "with a field too many", body.deepCopy().put("colour", "red").toString());
        body.fieldNames().forEachRemaining(name -> {
            JsonNode wrong = ofAnotherType(body.get(name));
            spoiled.put(
                    name + " of another type", body.deepCopy().set(name, wrong).toString());
        });
        return spoiled;
    }

    /** Of which no field takes both: nothing is read as something else here. */
    private static JsonNode ofAnotherType(JsonNode value) {
        return value.isTextual() ? BooleanNode.TRUE : TextNode.valueOf("seven");
    }

    private static ObjectNode parse(String good) {
        try {
            return (ObjectNode) JSON.readTree(good);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(good, wrong);
        }
    }
}
