package org.commonfold.rating.planted.rest;

import org.commonfold.rating.planted.persistence.Row;

/** Breaks the rules on purpose: an adapter that knows another. */
interface GreedyResource {

    Row read();
}
