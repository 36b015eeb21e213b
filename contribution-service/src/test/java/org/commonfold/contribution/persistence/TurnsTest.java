package org.commonfold.contribution.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

@DisplayName("What takes turns")
class TurnsTest {

    private final Turns turns = new Turns(2);
    private final Map<String, UniEmitter<? super String>> running = new LinkedHashMap<>();

    private Cancellable run(String name) {
        return turns.run(
                        Runnable::run,
                        () -> Uni.createFrom()
                                .<String>emitter(emitter -> running.put(name, emitter)))
                .subscribe()
                .with(ended -> {}, failure -> {});
    }

    private void end(String name) {
        running.remove(name).complete("done");
    }

    @Test
    void runs_so_much_at_once_and_the_rest_in_its_order() {
        run("a");
        run("b");
        run("c");
        run("d");
        assertThat(running).containsOnlyKeys("a", "b");

        end("b");
        assertThat(running).containsOnlyKeys("a", "c");
        end("a");
        assertThat(running).containsOnlyKeys("c", "d");
        end("c");
        end("d");
        run("e");
        run("f");
        run("g");
        assertThat(running).containsOnlyKeys("e", "f");
    }

    @Test
    void passes_its_turn_on_when_it_fails() {
        run("a");
        run("b");
        run("c");

        running.remove("a").fail(new IllegalStateException("No"));
        assertThat(running).containsOnlyKeys("b", "c");
    }

    @Test
    void passes_its_turn_on_when_nobody_waits_for_it_any_more() {
        Cancellable a = run("a");
        run("b");
        run("c");

        a.cancel();
        assertThat(running).containsOnlyKeys("a", "b", "c");
        a.cancel();
        run("d");
        assertThat(running).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void has_no_turn_to_pass_on_when_it_goes_while_it_waits() {
        run("a");
        run("b");
        Cancellable c = run("c");
        run("d");

        c.cancel();
        assertThat(running).containsOnlyKeys("a", "b");
        end("a");
        assertThat(running).containsOnlyKeys("b", "d");
    }

    /** It throws before there is anything to wait for. */
    @Test
    void passes_its_turn_on_when_it_cannot_even_begin() {
        run("a");
        turns.run(Runnable::run, () -> {
                    throw new IllegalStateException("No");
                })
                .subscribe()
                .with(ended -> {}, failure -> {});

        run("b");
        assertThat(running).containsOnlyKeys("a", "b");
    }
}
