package org.commonfold.kit.planted.domain;

import io.smallrye.mutiny.Uni;

/** Against the rules, so that LayerRulesTest can show that they bite. */
public record ImpureRule(Uni<String> later) {}
