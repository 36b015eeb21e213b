package org.commonfold.rating.persistence;

import java.util.UUID;

/** The versions of a rating are numbered. */
record RatingVersionRowId(UUID ratingId, int version) {}
