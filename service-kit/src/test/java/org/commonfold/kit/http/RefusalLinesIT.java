package org.commonfold.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.http.Things.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.commonfold.kit.testing.BreakableDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("What is logged of a refusal")
class RefusalLinesIT {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {
            // There is nothing between.
        }

        @Override
        public void close() {
            // There is nothing open.
        }
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void listen_no_more() {
        Logger.getLogger("").removeHandler(listener);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"x\", \"Kingsnoel\": 1}",
                "{\"name\": \"x\", \"scores\": {\"Kingsnoel\": 6}}",
                "{\"name\": \"a long name of the Kingsnoels\"}",
            })
    void is_its_status_and_type_and_nothing_that_was_sent(String body) {
        assertProblem(Things.make(body), 400, "invalid-request");

        assertThat(lines)
                .contains("Refused with 400: /problems/invalid-request")
                .noneMatch(line -> line.contains("Kingsnoel"));
    }
}
