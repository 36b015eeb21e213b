package org.commonfold.payout.planted.rest;

import org.commonfold.payout.planted.persistence.Rows;

/** Breaks the rule of the adapters, on purpose: ArchitectureTest shows that it is found. */
record ThatKnowsAnotherAdapter(Rows rows) {}
