package org.commonfold.benchmark.fold;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A work and its ratings, as a value in a store. */
final class StreamsWork {

    /** A person or another work, and a share or basis points. */
    record Part(String id, int weight) {}

    record Rating(String rater, long points, long level, long influence) {}

    final List<Part> authors = new ArrayList<>();
    final List<Part> upstream = new ArrayList<>();
    final List<Rating> ratings = new ArrayList<>();

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 40 * ratings.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, authors);
            write(out, upstream);
            out.writeInt(ratings.size());
            for (Rating rating : ratings) {
                out.writeUTF(rating.rater());
                out.writeLong(rating.points());
                out.writeLong(rating.level());
                out.writeLong(rating.influence());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, List<Part> parts) throws IOException {
        out.writeByte(parts.size());
        for (Part part : parts) {
            out.writeUTF(part.id());
            out.writeInt(part.weight());
        }
    }

    static StreamsWork of(byte[] bytes) {
        StreamsWork work = new StreamsWork();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            read(in, work.authors);
            read(in, work.upstream);
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                work.ratings.add(
                        new Rating(in.readUTF(), in.readLong(), in.readLong(), in.readLong()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return work;
    }

    private static void read(DataInputStream in, List<Part> parts) throws IOException {
        int count = in.readByte();
        for (int i = 0; i < count; i++) {
            parts.add(new Part(in.readUTF(), in.readInt()));
        }
    }

    /** The weighted median of its levels and the charter's own, with a quorum of two. */
    long value(long reference, long prior) {
        if (ratings.size() < 2) {
            return 0;
        }
        List<Rating> votes = new ArrayList<>(ratings);
        votes.add(new Rating("", 0, reference, prior));
        votes.sort((one, other) -> Long.compare(one.level(), other.level()));
        long total = votes.stream().mapToLong(Rating::influence).sum();
        long sum = 0;
        for (Rating vote : votes) {
            sum += vote.influence();
            if (2 * sum > total) {
                return vote.level();
            }
        }
        return 0;
    }
}
