package org.commonfold.rating.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The strongly connected components of a graph, by Tarjan (1972), O(nodes + edges). Without
 * recursion: a path through a large commons is deeper than any call stack.
 */
final class Circles {

    private static final int UNSEEN = -1;

    private final int[][] successors;
    private final int[] index;
    private final int[] low;
    /** Of each node on the path, the successor to look at next. */
    private final int[] next;

    private final boolean[] isOpen;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Deque<Integer> path = new ArrayDeque<>();
    private final List<List<Integer>> components = new ArrayList<>();
    private int seen;

    private Circles(int[][] successors) {
        this.successors = successors;
        this.index = new int[successors.length];
        this.low = new int[successors.length];
        this.next = new int[successors.length];
        this.isOpen = new boolean[successors.length];
        Arrays.fill(index, UNSEEN);
    }

    /**
     * The components, each node in exactly one.
     *
     * @param successors of each node, by number
     */
    static List<List<Integer>> of(int[][] successors) {
        Circles circles = new Circles(successors);
        for (int node = 0; node < successors.length; node++) {
            if (circles.index[node] == UNSEEN) {
                circles.walkFrom(node);
            }
        }
        return circles.components;
    }

    private void walkFrom(int start) {
        enter(start);
        while (!path.isEmpty()) {
            int node = path.peek();
            if (next[node] < successors[node].length) {
                look(node, successors[node][next[node]++]);
            } else {
                leave(node);
            }
        }
    }

    private void enter(int node) {
        index[node] = seen;
        low[node] = seen;
        seen++;
        isOpen[node] = true;
        open.push(node);
        path.push(node);
    }

    private void look(int node, int successor) {
        if (index[successor] == UNSEEN) {
            enter(successor);
        } else if (isOpen[successor]) {
            low[node] = Math.min(low[node], index[successor]);
        }
    }

    private void leave(int node) {
        path.pop();
        if (!path.isEmpty()) {
            int before = path.peek();
            low[before] = Math.min(low[before], low[node]);
        }
        if (low[node] == index[node]) {
            close(node);
        }
    }

    private void close(int root) {
        List<Integer> component = new ArrayList<>();
        int node;
        do {
            node = open.pop();
            isOpen[node] = false;
            component.add(node);
        } while (node != root);
        components.add(component);
    }
}
