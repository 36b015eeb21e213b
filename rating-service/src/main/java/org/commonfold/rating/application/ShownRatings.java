package org.commonfold.rating.application;

import org.commonfold.rating.domain.Rating;
import org.commonfold.rating.domain.Reader;

import java.util.List;

/** Ratings, and for whose eyes. */
public record ShownRatings(Reader reader, List<Rating> ratings) {}
