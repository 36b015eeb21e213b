package org.commonfold.revenue.planted.domain;

import io.smallrye.mutiny.Uni;

/** Against the rules, so that ArchitectureTest can show that they bite. */
public record ImpureRule(Uni<String> later) {}
