package org.commonfold.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@DisplayName("Circles in a graph")
class CirclesTest {

    private static Set<Set<Integer>> circles(int[]... successors) {
        return Circles.of(successors).stream().map(TreeSet::new).collect(Collectors.toSet());
    }

    private static int[] to(int... nodes) {
        return nodes;
    }

    @Test
    void are_the_largest_sets_whose_members_all_reach_each_other() {
        assertThat(circles(to(1), to(2), to(0, 3), to(4), to(3), to(4), to()))
                .containsExactlyInAnyOrder(Set.of(0, 1, 2), Set.of(3, 4), Set.of(5), Set.of(6));
    }

    @Test
    void join_where_two_share_a_member() {
        assertThat(circles(to(1), to(0, 2), to(1))).containsExactly(Set.of(0, 1, 2));
    }

    @Test
    void are_not_closed_by_a_way_out_and_back_to_what_is_left_behind() {
        assertThat(circles(to(1, 2), to(), to(1)))
                .containsExactlyInAnyOrder(Set.of(0), Set.of(1), Set.of(2));
    }

    /** Against the definition: who reaches whom, by brute force. */
    @Test
    void are_those_of_the_definition() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int size = 1 + random.nextInt(9);
            int[][] successors = IntStream.range(0, size)
                    .mapToObj(node -> random.ints(random.nextInt(3), 0, size).toArray())
                    .toArray(int[][]::new);
            boolean[][] reaches = reaches(successors);
            Set<Set<Integer>> expected = IntStream.range(0, size)
                    .mapToObj(one -> IntStream.range(0, size)
                            .filter(other -> reaches[one][other] && reaches[other][one])
                            .boxed()
                            .collect(Collectors.toSet()))
                    .collect(Collectors.toSet());

            assertThat(circles(successors)).isEqualTo(expected);
        }
    }

    private static boolean[][] reaches(int[][] successors) {
        int size = successors.length;
        boolean[][] reaches = new boolean[size][size];
        for (int from = 0; from < size; from++) {
            reaches[from][from] = true;
            for (int to : successors[from]) {
                reaches[from][to] = true;
            }
        }
        for (int via = 0; via < size; via++) {
            for (int from = 0; from < size; from++) {
                for (int to = 0; to < size; to++) {
                    reaches[from][to] |= reaches[from][via] && reaches[via][to];
                }
            }
        }
        return reaches;
    }

    @Test
    void may_be_longer_than_the_stack_is_deep() {
        int size = 100_000;
        int[][] ring = IntStream.range(0, size)
                .mapToObj(node -> to((node + 1) % size))
                .toArray(int[][]::new);

        List<List<Integer>> circles = Circles.of(ring);

        assertThat(circles).hasSize(1);
        assertThat(circles.get(0)).hasSize(size);
    }
}
