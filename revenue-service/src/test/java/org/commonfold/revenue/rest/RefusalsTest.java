package org.commonfold.revenue.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;

import org.commonfold.revenue.domain.Rejection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A refusal")
class RefusalsTest {

    @ParameterizedTest
    @EnumSource(Rejection.class)
    void has_a_problem_that_says_why(Rejection reason) {
        HttpProblem problem = Refusals.problemOf(reason);

        assertThat(problem.getStatusCode()).isBetween(400, 499);
        assertThat(problem.getType().toString()).startsWith("/problems/");
        assertThat(problem.getDetail()).isNotBlank();
    }
}
