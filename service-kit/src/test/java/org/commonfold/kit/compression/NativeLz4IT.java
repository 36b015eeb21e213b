package org.commonfold.kit.compression;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import net.jpountz.lz4.LZ4Factory;

import org.commonfold.kit.testing.BreakableDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("What Kafka's client compresses")
class NativeLz4IT {

    /** The same question that the client asks. */
    @Test
    void is_compressed_by_native_code() {
        assertThat(LZ4Factory.fastestInstance()).hasToString("LZ4Factory:JNI");
    }
}
