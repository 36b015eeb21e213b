package org.commonfold.kit.eventstore;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * The headers of a record that was read, in one array: Kafka's client has three objects for each,
 * and the whole record behind them, which a collector copies as long as the record waits. The last
 * one first, since it is the one that counts; each is the length of its name, its name in
 * UTF-8, the length of its value, its value.
 */
final class PackedHeaders {

    /** The length of a value that is not there. */
    private static final int NONE = -1;

    private final byte[] bytes;

    private PackedHeaders(byte[] bytes) {
        this.bytes = bytes;
    }

    static PackedHeaders of(Headers headers) {
        Header[] all = headers.toArray();
        byte[][] names = new byte[all.length][];
        int size = 0;
        for (int i = 0; i < all.length; i++) {
            byte[] value = all[i].value();
            names[i] = all[i].key().getBytes(StandardCharsets.UTF_8);
            size += 2 * Integer.BYTES + names[i].length + (value == null ? 0 : value.length);
        }
        ByteBuffer packed = ByteBuffer.allocate(size);
        for (int i = all.length - 1; i >= 0; i--) {
            packed.putInt(names[i].length).put(names[i]);
            byte[] value = all[i].value();
            if (value == null) {
                packed.putInt(NONE);
            } else {
                packed.putInt(value.length).put(value);
            }
        }
        return new PackedHeaders(packed.array());
    }

    /** The last value under a name; null where there is none, or no such name. */
    byte[] last(String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            int length = in.getInt();
            int from = in.position();
            in.position(from + length);
            if (Arrays.equals(bytes, from, from + length, wanted, 0, wanted.length)) {
                return value(in);
            }
            in.position(in.position() + Integer.BYTES + Math.max(0, in.getInt(in.position())));
        }
        return null;
    }

    private static byte[] value(ByteBuffer in) {
        int length = in.getInt();
        if (length == NONE) {
            return null;
        }
        byte[] value = new byte[length];
        in.get(value);
        return value;
    }

    /** All of them, the last one first; a value may be null. */
    void fromLast(BiConsumer<String, byte[]> each) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            byte[] name = new byte[in.getInt()];
            in.get(name);
            each.accept(new String(name, StandardCharsets.UTF_8), value(in));
        }
    }
}
