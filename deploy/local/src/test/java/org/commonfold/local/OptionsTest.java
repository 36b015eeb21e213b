package org.commonfold.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.nio.file.Path;

@DisplayName("What is said to deploy/up")
class OptionsTest {

    @Test
    void is_by_default_the_documented_ports() {
        assertThat(parse().ports())
                .containsEntry("--postgres-port", 5432)
                .containsEntry("--kafka-port", 9092)
                .containsEntry("--contribution-port", 8081)
                .containsEntry("--payout-port", 8084)
                .containsEntry("--contribution-management-port", 9081)
                .containsEntry("--payout-management-port", 9084)
                .hasSize(11);
    }

    @Test
    void can_move_every_port() {
        int port = 20_000;
        for (String option : new Options().ports().keySet()) {
            port++;
            assertThat(parse(option, Integer.toString(port)).ports()).containsEntry(option, port);
        }
    }

    @Test
    void moves_the_port_of_the_service_it_names() {
        Options options = parse("--rating-port", "1111", "--revenue-management-port", "2222");
        assertThat(options.port(Service.RATING)).isEqualTo(1111);
        assertThat(options.managementPort(Service.REVENUE)).isEqualTo(2222);
    }

    @Test
    void can_be_several_things_at_once() {
        Options options = parse("--once", "--fresh", "--no-sample", "--offline", "--data", "/x");
        assertThat(options.once && options.fresh && options.noSample && options.offline)
                .isTrue();
        assertThat(options.data).isEqualTo(Path.of("/x"));
    }

    @Test
    void is_refused_when_unknown() {
        assertThatThrownBy(() -> parse("--onse"))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining("--onse");
    }

    @Test
    void is_refused_when_a_port_is_no_number() {
        assertThatThrownBy(() -> parse("--kafka-port", "many"))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining("--kafka-port");
    }

    private static Options parse(String... arguments) {
        Options options = new Options();
        new CommandLine(options).parseArgs(arguments);
        return options;
    }
}
