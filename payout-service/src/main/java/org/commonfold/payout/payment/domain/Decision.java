package org.commonfold.payout.payment.domain;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a command led to: something accepted, nothing new, or one reason why not. */
public sealed interface Decision<T> {

    /** This is to be. */
    record Accepted<T>(T result) implements Decision<T> {}

    /** Already so: the caller asked twice. */
    record NothingNew<T>() implements Decision<T> {}

    /** Not so, and nothing changes. */
    record Rejected<T>(Rejection reason) implements Decision<T> {}

    static <T> Decision<T> accept(T result) {
        return new Accepted<>(result);
    }

    static <T> Decision<T> nothingNew() {
        return new NothingNew<>();
    }

    static <T> Decision<T> reject(Rejection reason) {
        return new Rejected<>(reason);
    }

    /** One of three, by what was decided. */
    default <R> R fold(
            Function<T, R> whenAccepted,
            Supplier<R> whenNothingNew,
            Function<Rejection, R> whenRejected) {
        if (this instanceof Accepted<T> accepted) {
            return whenAccepted.apply(accepted.result());
        }
        if (this instanceof Rejected<T> rejected) {
            return whenRejected.apply(rejected.reason());
        }
        return whenNothingNew.get();
    }
}
