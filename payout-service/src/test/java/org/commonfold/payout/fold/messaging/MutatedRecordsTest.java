package org.commonfold.payout.fold.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.fold.RandomLog;
import org.commonfold.payout.fold.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

@DisplayName("Reading the usual events token by token")
class MutatedRecordsTest {

    private static final Set<String> USUAL = Set.of("PeerRated", "ContributionPublished");

    /** With every field that EVENTS.md names. */
    private static final List<Vector.Line> WHOLE = List.of(
            line(
                    "PeerRated",
                    "{'commonsId':'lab','contributionId':'w','ratingId':'a','raterId':'eve',"
                            + "'scores':{'quality':4,'usefulness':5},'confidence':4,"
                            + "'charterVersion':1,'revision':1,'ratedAt':'2026-11-23T09:00:00Z'}"),
            line(
                    "ContributionPublished",
                    "{'commonsId':'lab','contributionId':'w','title':'Étude','kind':'design',"
                            + "'licence':'MIT','contentUri':'https://example.org/w',"
                            + "'contentDigest':'sha256:00','authors':[{'contributorId':'ada',"
                            + "'share':2},{'contributorId':'bob','share':1}],'derivedFrom':"
                            + "[{'contributionId':'v','basisPoints':2500}],'fulfils':'n',"
                            + "'publishedAt':'2026-11-23T09:03:00.25Z'}"));

    /** What may stand where anything stood. */
    private static final List<String> PIECES = List.of(
            "null",
            "1",
            "-0",
            "4.0",
            "1e0",
            "01",
            "9223372036854775808",
            "4294967297",
            "''",
            "'x'",
            "[]",
            "{}",
            "[{}]",
            "true",
            "NaN",
            ",",
            ":",
            "{",
            "}",
            "]",
            "\"",
            "\\u0041",
            "\\",
            " ",
            "\n",
            "/**/",
            "'commonsId':'lab',",
            "'share':1,",
            "'quality':1,",
            "'more':{'a':[1]},",
            "é",
            "\u0000",
            "\ud83d\ude00");

    private final CommonsLogReader reader = new CommonsLogReader();

    @RepeatedTest(20)
    void of_random_logs_gives_what_the_tree_gives(RepetitionInfo seed) {
        for (Vector.Line line : RandomLog.of(seed.getCurrentRepetition(), 400)) {
            assertSame(line, line.data());
        }
    }

    @Test
    void of_the_vectors_gives_what_the_tree_gives() {
        for (Vector vector : Vector.all()) {
            vector.log().forEach(line -> assertSame(line, line.data()));
        }
    }

    @RepeatedTest(30)
    void of_mutated_records_gives_what_the_tree_gives(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Vector.Line> lines = new ArrayList<>(WHOLE);
        lines.addAll(RandomLog.of(repetition.getCurrentRepetition(), 40));
        for (Vector.Line line : lines) {
            for (int i = 0; i < 100; i++) {
                byte[] data = line.data();
                for (int change = 0; change <= random.nextInt(3); change++) {
                    data = mutated(data, random);
                }
                assertSame(line, data);
            }
        }
    }

    @Test
    void wherever_they_are_cut_off_or_go_on_gives_what_the_tree_gives() {
        for (Vector.Line line : WHOLE) {
            String text = new String(line.data(), StandardCharsets.UTF_8);
            for (int length = 0; length <= text.length(); length++) {
                String before = text.substring(0, length);
                String after = text.substring(length);
                assertSame(line, bytes(before));
                for (String piece : PIECES) {
                    assertSame(line, bytes(before + piece.replace('\'', '"') + after));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "ISO-8859-1"})
    void in_another_encoding_gives_what_the_tree_gives(String charset) throws Exception {
        for (Vector.Line line : WHOLE) {
            String text = new String(line.data(), StandardCharsets.UTF_8);
            assertSame(line, text.getBytes(charset));
        }
    }

    @Test
    void is_what_reads_a_whole_record() throws Exception {
        // Else the comparisons above would compare the tree with itself.
        try (UsualFields rated = new UsualFields(WHOLE.get(0).data());
                UsualFields published = new UsualFields(WHOLE.get(1).data())) {
            assertThat(UsualEvents.peerRated(rated)).isNotNull();
            assertThat(UsualEvents.contributionPublished(published)).isNotNull();
        }
    }

    private void assertSame(Vector.Line line, byte[] data) {
        if (USUAL.contains(line.type())) {
            assertThat(reader.read(line.eventType(), line.id(), line.key(), data))
                    .as(() -> new String(data, StandardCharsets.UTF_8))
                    .isEqualTo(TreeReader.read(line.eventType(), line.key(), data));
        }
    }

    private static byte[] mutated(byte[] data, Random random) {
        if (data.length == 0) {
            return data;
        }
        int from = random.nextInt(data.length);
        int to = Math.min(data.length, from + random.nextInt(12));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(data, 0, from);
        switch (random.nextInt(4)) {
            case 0 -> changed.writeBytes(bytes(piece.replace('\'', '"')));
            case 1 -> changed.write(random.nextInt(256));
            case 2 -> {
                // Said twice.
                changed.write(data, from, to - from);
                changed.write(data, from, to - from);
            }
            default -> { // Left out.
            }
        }
        changed.write(data, to, data.length - to);
        return changed.toByteArray();
    }

    private static Vector.Line line(String type, String data) {
        return new Vector.Line(type, "id", "lab", bytes(data.replace('\'', '"')));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
