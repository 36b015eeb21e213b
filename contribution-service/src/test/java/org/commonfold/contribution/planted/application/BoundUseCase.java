package org.commonfold.contribution.planted.application;

import org.commonfold.contribution.planted.persistence.Row;

/** Breaks the rules on purpose: a use case that knows an adapter. */
interface BoundUseCase {

    Row load();
}
