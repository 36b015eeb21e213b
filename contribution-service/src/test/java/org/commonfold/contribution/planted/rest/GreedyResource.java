package org.commonfold.contribution.planted.rest;

import org.commonfold.contribution.planted.persistence.Row;

/** Breaks the rules on purpose: an adapter that knows another. */
interface GreedyResource {

    Row read();
}
