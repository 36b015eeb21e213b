package org.commonfold.payout.payment.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.payment.BankFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;

@DisplayName("A file of many payments")
@Tag("long")
class LongFileTest {

    /** Fits the class path and a page of payments; the longer file alone is larger than that. */
    private static final String HEAP_MAX = "-Xmx64m";

    private static final int MANY = 10_000;
    private static final int FAR_MORE = 250_000;

    @TempDir
    Path folder;

    @Test
    void is_valid_and_sums_up() throws Exception {
        BankFile file = BankFile.read(Files.readAllBytes(written(MANY)));

        assertThat(file.all("NbOfTxs")).containsExactly("10000", "10000");
        assertThat(file.all("CtrlSum")).containsExactly("123400.00", "123400.00");
        assertThat(file.sumOfTransfers()).isEqualTo(new BigDecimal("123400.00"));
        assertThat(new HashSet<>(file.all("EndToEndId"))).hasSize(MANY);
    }

    @Test
    void takes_no_more_memory_than_a_short_one() throws Exception {
        Path file = written(FAR_MORE);

        assertThat(Files.size(file)).isGreaterThan(64L << 20);
        try (InputStream in = Files.newInputStream(file)) {
            BankFile.validate(in);
        }
    }

    private Path written(int payments) throws IOException, InterruptedException {
        Path target = folder.resolve(payments + ".xml");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process writer = new ProcessBuilder(
                        java.toString(),
                        HEAP_MAX,
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        LongFile.class.getName(),
                        target.toString(),
                        Integer.toString(payments))
                .redirectErrorStream(true)
                .start();
        String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(writer.waitFor()).as(said).isZero();
        return target;
    }
}
