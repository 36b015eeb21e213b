package org.commonfold.local;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;

/** Millionths of a currency unit: how amounts are counted, and how they are written. */
final class Micros {

    private static final int DECIMALS = 6;

    private Micros() {}

    /** Of a decimal string in a JSON object. */
    static long of(JsonNode object, String name) {
        return of(object.get(name).asText());
    }

    static long of(String decimal) {
        return new BigDecimal(decimal).movePointRight(DECIMALS).longValueExact();
    }

    static String text(long micros) {
        return BigDecimal.valueOf(micros, DECIMALS).toPlainString();
    }
}
