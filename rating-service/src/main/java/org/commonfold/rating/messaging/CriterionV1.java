package org.commonfold.rating.messaging;

import org.commonfold.rating.domain.Criterion;

import java.util.List;

record CriterionV1(String name, Integer weight, Integer min, List<Integer> points) {

    private static final int POINTS_MAX = 1_000_000;

    Criterion toCriterion() {
        Fields.inRange("weight", weight, 1, 100);
        Fields.inRange("min", min, -100, 100);
        Fields.inRange("points.length", Fields.present("points", points).size(), 1, 100);
        int former = 0;
        for (Integer worth : points) {
            // No better score is worth less.
            former = Fields.inRange("points", worth, former, POINTS_MAX);
        }
        return new Criterion(Fields.present("name", name), weight, min, points);
    }
}
