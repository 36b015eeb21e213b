package org.commonfold.kit.projection;

import java.util.Comparator;

/**
 * An event's id where it is a UUID of version 7 (RFC 9562), as every id of ours is: such ids come
 * roughly in the order of time, so that those of old events need not be at hand to tell a new one.
 *
 * @param high the first 64 bits; its upper 48 are milliseconds since 1970
 * @param low the last 64 bits
 * @param offset of the record
 */
record EventId(long high, long low, long offset) {

    private static final int TEXT_LENGTH = 36;
    private static final int VERSION = 7;
    private static final int TIME_SHIFT = 16;

    /** The same id in the order of its records; others in an order of their own. */
    static final Comparator<EventId> ORDER = (one, other) -> {
        int order = compare(one.high, one.low, other);
        return order != 0 ? order : Long.compare(one.offset, other.offset);
    };

    static int compare(long high, long low, EventId other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    /** Null when the text, in ASCII, is anything but a UUID of version 7 in lower case. */
    static EventId parse(byte[] text, long offset) {
        if (text.length != TEXT_LENGTH || text[14] - '0' != VERSION) {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < TEXT_LENGTH; i++) {
            byte c = text[i];
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (c != '-') {
                    return null;
                }
                continue;
            }
            int digit = digit(c);
            if (digit < 0) {
                return null;
            }
            if (i < 18) {
                high = high << 4 | digit;
            } else {
                low = low << 4 | digit;
            }
        }
        return new EventId(high, low, offset);
    }

    private static int digit(byte c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    boolean isSameEvent(EventId other) {
        return other != null && high == other.high && low == other.low;
    }

    /** When it was made, as far as the id tells. */
    long timeMillis() {
        return high >>> TIME_SHIFT;
    }
}
