package org.commonfold.revenue.application;

/**
 * What a command recorded.
 *
 * @param isReplay whether it was recorded before, by the same command under the same reference
 */
public record Outcome<T>(T result, boolean isReplay) {

    static <T> Outcome<T> recordedNow(T result) {
        return new Outcome<>(result, false);
    }

    static <T> Outcome<T> recordedBefore(T result) {
        return new Outcome<>(result, true);
    }
}
