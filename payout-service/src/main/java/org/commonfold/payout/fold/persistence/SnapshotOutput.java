package org.commonfold.payout.fold.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** Numbers and texts, one after the other: names first, then what uses them. */
final class SnapshotOutput {

    static final int SEVEN_BITS = 0x7f;
    static final int MORE = 0x80;

    private final Map<String, Integer> names = new HashMap<>();
    private byte[] nameBytes = new byte[1 << 10];
    private int nameSize;
    private byte[] bytes = new byte[1 << 12];
    private int size;

    /** Of 64 bits; small ones, not below 0, take the fewest bytes. */
    void number(long number) {
        if (size + 10 > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        size = number(number, bytes, size);
    }

    private static int number(long number, byte[] to, int at) {
        int place = at;
        long left = number;
        while ((left & ~SEVEN_BITS) != 0) {
            to[place++] = (byte) (left & SEVEN_BITS | MORE);
            left >>>= 7;
        }
        to[place++] = (byte) left;
        return place;
    }

    /** A text that comes once. */
    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        while (size + utf8.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /** A text that comes again and again. */
    void name(String name) {
        number(names.computeIfAbsent(name, this::addName));
    }

    private int addName(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        while (nameSize + 10 + utf8.length > nameBytes.length) {
            nameBytes = Arrays.copyOf(nameBytes, 2 * nameBytes.length);
        }
        nameSize = number(utf8.length, nameBytes, nameSize);
        System.arraycopy(utf8, 0, nameBytes, nameSize, utf8.length);
        nameSize += utf8.length;
        return names.size();
    }

    <T> void list(Collection<T> items, Consumer<T> write) {
        number(items.size());
        items.forEach(write);
    }

    /** Checksum, number of names, names, and the rest. */
    byte[] toBytes() {
        byte[] count = new byte[10];
        int countSize = number(names.size(), count, 0);
        ByteBuffer all = ByteBuffer.allocate(Integer.BYTES + countSize + nameSize + size);
        all.putInt(0);
        all.put(count, 0, countSize).put(nameBytes, 0, nameSize).put(bytes, 0, size);
        CRC32C checksum = new CRC32C();
        checksum.update(all.array(), Integer.BYTES, all.capacity() - Integer.BYTES);
        all.putInt(0, (int) checksum.getValue());
        return all.array();
    }
}
