package org.commonfold.benchmark;

import java.util.Random;

/** Ranks from 0, each as often as the inverse of its place. */
public final class Zipf {

    private final double[] cumulated;

    public Zipf(int ranks) {
        cumulated = new double[ranks];
        double sum = 0;
        for (int rank = 0; rank < ranks; rank++) {
            sum += 1.0 / (rank + 1);
            cumulated[rank] = sum;
        }
    }

    /** How much of all falls to a rank. */
    public double share(int rank) {
        double before = rank == 0 ? 0 : cumulated[rank - 1];
        return (cumulated[rank] - before) / cumulated[cumulated.length - 1];
    }

    /** One of them, at random. */
    public int rank(Random random) {
        double at = random.nextDouble() * cumulated[cumulated.length - 1];
        int low = 0;
        int high = cumulated.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (cumulated[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
