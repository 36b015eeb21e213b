package org.commonfold.payout.tlog.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

@DisplayName("The tree of the transparency log")
class TreeTest {

    /** One leaf more than a full tile, and a full tile of tiles is not needed for any rule. */
    private static final int SIZE_MAX = 300;

    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<Node, byte[]> nodes = new HashMap<>();

    @Test
    void has_the_roots_of_the_RFC_at_every_size_whatever_the_batches() {
        for (int size = 0; size <= SIZE_MAX; size++) {
            assertThat(grown().root()).as("of %d", size).isEqualTo(Rfc6962.treeHash(leaves));
            append(1 + size % 7);
        }
    }

    @Test
    void has_the_known_root_of_no_leaf() {
        assertThat(HexFormat.of().formatHex(grown().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void proves_every_leaf_at_every_size() {
        for (int size = 1; size <= SIZE_MAX; size += 1 + size / 20) {
            append(size - leaves.size());
            byte[] root = Rfc6962.treeHash(leaves);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = new Inclusion(index, size).proof(nodes);

                assertThat(Rfc6962.rootBy(leaves.get(index), index, size, proof))
                        .isEqualTo(root);
            }
        }
    }

    @Test
    void needs_few_nodes_for_a_proof() {
        assertThat(new Inclusion(0, 1L << 40).nodes()).hasSize(40);
        assertThat(new Inclusion(12_345, (1L << 40) - 1).nodes()).hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void never_changes_a_node() {
        append(SIZE_MAX);
        Map<Node, byte[]> before = new HashMap<>(nodes);

        append(SIZE_MAX);

        assertThat(nodes).containsAllEntriesOf(before);
    }

    private Growth grown() {
        List<Node> edge = Growth.edgeOf(leaves.size());
        return new Growth(leaves.size(), edge.stream().map(nodes::get).toList());
    }

    private void append(int count) {
        Growth tree = grown();
        for (int i = 0; i < count; i++) {
            byte[] leaf = ("entry " + leaves.size()).getBytes(UTF_8);
            leaves.add(leaf);
            tree.append(leaf);
        }
        tree.added().forEach((node, hash) -> assertThat(nodes.put(node, hash)).isNull());
    }
}
