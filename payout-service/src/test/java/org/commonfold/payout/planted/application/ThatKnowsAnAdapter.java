package org.commonfold.payout.planted.application;

import org.commonfold.payout.planted.persistence.Rows;

/** Breaks the rule of the use cases, on purpose: ArchitectureTest shows that it is found. */
record ThatKnowsAnAdapter(Rows rows) {}
