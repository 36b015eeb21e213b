package org.commonfold.rating.persistence;

import java.util.UUID;

/** A peer's ratings are added up within a commons. */
record RaterTotalRowId(UUID commonsId, String raterId) {}
