package org.commonfold.payout.fold.persistence;

import org.commonfold.payout.fold.domain.Author;
import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.CommonsState;
import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Criterion;
import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.fold.domain.PartnerId;
import org.commonfold.payout.fold.domain.RevenueId;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/** Reads what {@link SnapshotFormat} wrote. */
final class SnapshotInput {

    /** No charter has a lower score. */
    static final int SCORE_MIN = -100;

    private final ByteBuffer in;
    private List<String> names;
    /** One object for each person, however often they come. */
    private List<ContributorId> people;

    /**
     * Items that are read one by one, each time they are gone through: all of them side by side
     * would take several times what they are.
     */
    private static final class Later<T> extends AbstractList<T> {

        private final SnapshotInput first;
        private final Function<SnapshotInput, T> item;
        private final int size;
        private SnapshotInput next;
        private int nextIndex;

        Later(SnapshotInput first, Function<SnapshotInput, T> item, int size) {
            this.first = first;
            this.item = item;
            this.size = size;
            this.next = first.copy();
        }

        @Override
        public T get(int index) {
            Objects.checkIndex(index, size);
            if (index < nextIndex) {
                next = first.copy();
                nextIndex = 0;
            }
            while (nextIndex++ < index) {
                item.apply(next);
            }
            return item.apply(next);
        }

        @Override
        public int size() {
            return size;
        }
    }

    private SnapshotInput(ByteBuffer in) {
        this.in = in;
    }

    private SnapshotInput copy() {
        SnapshotInput copy = new SnapshotInput(in.duplicate());
        copy.names = names;
        copy.people = people;
        return copy;
    }

    static SnapshotInput of(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length > Integer.BYTES) {
            checksum.update(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
        }
        if (bytes.length <= Integer.BYTES || in.getInt() != (int) checksum.getValue()) {
            throw new IllegalArgumentException("A snapshot of another checksum");
        }
        SnapshotInput input = new SnapshotInput(in);
        input.names = input.list(input::text);
        input.people = input.names.stream().map(ContributorId::new).toList();
        return input;
    }

    CommonsState state() {
        return new CommonsState(
                new CommonsId(name()),
                list(this::charter),
                new CommonsState.Counts(small(), small()),
                new CommonsState.Turn(small(), small()),
                later(SnapshotInput::work),
                later(SnapshotInput::rated),
                list(this::revenue));
    }

    private Charter charter() {
        return new Charter(
                list(this::criterion),
                small(),
                small(),
                small(),
                small(),
                small(),
                small(),
                small());
    }

    private Criterion criterion() {
        return new Criterion(name(), small(), small() + SCORE_MIN, list(this::small));
    }

    private CommonsState.Work work() {
        int ordinal = small();
        ContributionId id = new ContributionId(text());
        boolean live = number() == 1;
        List<Author> authors = list(() -> new Author(person(), small()));
        List<CommonsState.Source> upstream = list(() -> new CommonsState.Source(small(), small()));
        return new CommonsState.Work(ordinal, id, live, authors, upstream, list(this::rating));
    }

    private CommonsState.Rated rated() {
        return new CommonsState.Rated(small(), small(), list(this::rating));
    }

    private CommonsState.PeerRating rating() {
        long flags = number();
        ContributorId rater = person();
        long points = number();
        BigInteger level = SnapshotFormat.isBeyondLong(flags)
                ? new BigInteger(text())
                : BigInteger.valueOf(number());
        long influence = number();
        List<ContributorId> authors =
                SnapshotFormat.hasOtherAuthors(flags) ? list(this::person) : null;
        return new CommonsState.PeerRating(rater, points, level, influence, authors);
    }

    private CommonsState.Receivable revenue() {
        return new CommonsState.Receivable(
                small(),
                new RevenueId(text()),
                new PartnerId(name()),
                new Money(number(), name()),
                list(() -> new CommonsState.Credit(name(), number())),
                number(),
                number() == 1);
    }

    private <T> List<T> list(Supplier<T> item) {
        int size = size();
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(item.get());
        }
        return items;
    }

    /** Goes through them once, to find what comes after them and to know that all is well. */
    private <T> List<T> later(Function<SnapshotInput, T> item) {
        int size = size();
        Later<T> items = new Later<>(copy(), item, size);
        for (int i = 0; i < size; i++) {
            item.apply(this);
        }
        return items;
    }

    private int small() {
        return Math.toIntExact(number());
    }

    /** Of what takes at least a byte each. */
    private int size() {
        int size = small();
        if (size < 0 || size > in.remaining()) {
            throw new IllegalArgumentException("More than there is left to read: " + size);
        }
        return size;
    }

    private long number() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            number |= (long) (next & SnapshotOutput.SEVEN_BITS) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("A number without an end");
    }

    private String text() {
        byte[] utf8 = new byte[size()];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private String name() {
        return names.get(small());
    }

    private ContributorId person() {
        return people.get(small());
    }
}
