package org.commonfold.contribution.planted.domain;

import io.smallrye.mutiny.Uni;

/** Breaks the rules on purpose: a domain that knows a framework. */
interface ImpureRule {

    Uni<Void> decide();
}
