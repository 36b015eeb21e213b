package org.commonfold.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

@DisplayName("deploy/restore-drill")
class RestoreDrillLongIT {

    @TempDir
    Path data;

    @Test
    void rebuilds_a_ledger_that_was_lost_under_a_running_system() throws Exception {
        DeployUp.Result drill = new DeployUp("restore-drill", data).run();

        assertThat(drill.exitCode()).as(drill.output()).isZero();
        assertThat(drill.output())
                .containsSubsequence("loses its database", "entries with the hashes they had: yes")
                .containsPattern("[1-9][0-9]* balances as they were: yes")
                .containsPattern("Rebuilt in [0-9.]+ s")
                .containsSubsequence("Rebuilt", "finds the ledger \"equal\"", "is settled: yes");
    }
}
