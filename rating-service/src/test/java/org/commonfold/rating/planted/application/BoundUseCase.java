package org.commonfold.rating.planted.application;

import org.commonfold.rating.planted.persistence.Row;

/** Breaks the rules on purpose: a use case that knows an adapter. */
interface BoundUseCase {

    Row load();
}
