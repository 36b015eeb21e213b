package org.commonfold.kit.eventstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The headers of a Kafka record, in order; names may repeat. Values are bytes: they are kept as
 * ISO 8859-1 text, in which any bytes survive.
 */
public final class RecordHeaders {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String[]> entries = new ArrayList<>();

    /** Of a record that was read, as long as no more than a few are asked for; else null. */
    private PackedHeaders packed;

    /** The headers of a record that was read. */
    public static RecordHeaders of(Headers headers) {
        RecordHeaders read = new RecordHeaders();
        read.packed = PackedHeaders.of(headers);
        return read;
    }

    private List<String[]> entries() {
        if (packed != null) {
            packed.fromLast((name, value) ->
                    entries.add(new String[] {name, value == null ? null : latin1(value)}));
            Collections.reverse(entries);
            packed = null;
        }
        return entries;
    }

    /** Reads what {@link #toJson()} wrote. */
    public static RecordHeaders fromJson(String json) {
        try {
            RecordHeaders headers = new RecordHeaders();
            for (String[] entry : JSON.readValue(json, String[][].class)) {
                headers.add(entry[0], entry[1]);
            }
            return headers;
        } catch (JsonProcessingException corrupt) {
            throw new UncheckedIOException(corrupt);
        }
    }

    /** The same headers, to add to. */
    public RecordHeaders copy() {
        RecordHeaders copy = new RecordHeaders();
        copy.entries.addAll(entries());
        return copy;
    }

    /** Adds a header; returns this. */
    public RecordHeaders add(String name, String value) {
        entries().add(new String[] {name, value});
        return this;
    }

    /** The last value under a name, as Kafka's own {@code lastHeader} finds it. */
    public Optional<String> last(String name) {
        if (packed != null) {
            return Optional.ofNullable(packed.last(name)).map(RecordHeaders::latin1);
        }
        String found = null;
        for (String[] entry : entries) {
            if (entry[0].equals(name)) {
                found = entry[1];
            }
        }
        return Optional.ofNullable(found);
    }

    /** As {@link #last}, as it came: null when there is none. */
    public byte[] lastBytes(String name) {
        if (packed != null) {
            return packed.last(name);
        }
        return last(name)
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .orElse(null);
    }

    /** {@code [[name, value], …]}. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(entries());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** As Kafka wants them. */
    public List<Header> toKafka() {
        List<Header> headers = new ArrayList<>(entries().size());
        for (String[] entry : entries()) {
            byte[] value = entry[1] == null ? null : entry[1].getBytes(StandardCharsets.ISO_8859_1);
            headers.add(new RecordHeader(entry[0], value));
        }
        return headers;
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
