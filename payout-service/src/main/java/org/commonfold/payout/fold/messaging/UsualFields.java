package org.commonfold.payout.fold.messaging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The tokens of a JSON object, as long as it is a usual one. Nothing is told twice: a name that
 * comes again is unusual, and so is every value that is not of the type asked for.
 */
final class UsualFields implements AutoCloseable {

    /** To be looked at more closely, by others. Without a stack: it says no more than that. */
    static final IOException UNUSUAL = new Unusual();

    private static final JsonFactory JSON = new JsonFactory();
    private static final int ID_LENGTH_MAX = 64;

    private static final class Unusual extends IOException {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private final JsonParser in;
    private final Set<String> unused = new HashSet<>();

    /** A person or work in a list, and what it is given. */
    record Weighted(String id, long weight) {}

    UsualFields(byte[] data) throws IOException {
        in = JSON.createParser(data);
    }

    /** Its first name, or null. */
    String first() throws IOException {
        in.nextToken();
        mustBe(JsonToken.START_OBJECT);
        return next();
    }

    /** The next name, with its value to be read; or null. */
    String next() throws IOException {
        String name = in.nextFieldName();
        if (name != null) {
            in.nextToken();
        }
        return name;
    }

    void end() throws IOException {
        mustBe(JsonToken.END_OBJECT);
        if (in.nextToken() != null) {
            throw UNUSUAL;
        }
    }

    void mustBe(JsonToken token) throws IOException {
        if (in.currentToken() != token) {
            throw UNUSUAL;
        }
    }

    /** Begins a value of more than one token. */
    JsonParser value(JsonToken begin, Object before) throws IOException {
        mustBe(begin);
        once(before);
        return in;
    }

    static void once(Object before) throws IOException {
        if (before != null) {
            throw UNUSUAL;
        }
    }

    static <T> T required(T value) throws IOException {
        if (value == null) {
            throw UNUSUAL;
        }
        return value;
    }

    String id(String before) throws IOException {
        once(before);
        mustBe(JsonToken.VALUE_STRING);
        String id = in.getText();
        if (id.isEmpty() || id.length() > ID_LENGTH_MAX) {
            throw UNUSUAL;
        }
        for (int i = 0; i < id.length(); i++) {
            if (!isOfId(id.charAt(i))) {
                throw UNUSUAL;
            }
        }
        return id;
    }

    private static boolean isOfId(char c) {
        return c >= 'a' && c <= 'z'
                || c >= '0' && c <= ':'
                || c >= 'A' && c <= 'Z'
                || c == '-'
                || c == '.'
                || c == '_';
    }

    /** An integer of 64 bits. */
    Long integer(Long before) throws IOException {
        once(before);
        mustBe(JsonToken.VALUE_NUMBER_INT);
        return in.getLongValue();
    }

    /** A value that the fold does not use, but that must be well formed: a string or a number. */
    void unused(String name) throws IOException {
        if (!unused.add(name)) {
            throw UNUSUAL;
        }
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            in.finishToken();
        } else {
            integer(null);
        }
    }

    /** In an array of objects: whether another one begins. */
    boolean isInObject() throws IOException {
        if (in.nextToken() == JsonToken.END_ARRAY) {
            return false;
        }
        mustBe(JsonToken.START_OBJECT);
        return true;
    }

    /** An object of an id and an integer. */
    Weighted weighted(String idName, String weightName) throws IOException {
        String id = null;
        Long weight = null;
        for (String name = next(); name != null; name = next()) {
            if (name.equals(idName)) {
                id = id(id);
            } else if (name.equals(weightName)) {
                weight = integer(weight);
            } else {
                throw UNUSUAL;
            }
        }
        mustBe(JsonToken.END_OBJECT);
        return new Weighted(required(id), required(weight));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
