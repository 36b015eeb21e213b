package org.commonfold.payout.tlog.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The name of a tile")
class TileTest {

    @ParameterizedTest
    @CsvSource({
        "000, 0, 256",
        "999, 999, 256",
        "x001/000, 1000, 256",
        "x001/x234/067, 1234067, 256",
        "x001/x234/067.p/1, 1234067, 1",
        "000.p/255, 0, 255",
        "x999/x999/x999/x999/x999/999, 999999999999999999, 256",
    })
    void is_that_of_C2SP(String path, long number, int width) {
        assertThat(Tile.named(path)).contains(new Tile(number, width));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "1000",
                "x000/001",
                "001/x002",
                "x001/002/",
                "000.p/0",
                "000.p/01",
                "000.p/256",
                "000.p/",
                "000.p",
                "../000",
                "x001/x001/x001/x001/x001/x001/001",
            })
    void is_no_other(String path) {
        assertThat(Tile.named(path)).isEmpty();
    }
}
