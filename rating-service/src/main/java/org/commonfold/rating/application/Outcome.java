package org.commonfold.rating.application;

import org.commonfold.rating.domain.Rating;

/**
 * A rating as it stands after a command.
 *
 * @param isNew whether there was none before, or a retracted one
 */
public record Outcome(Rating rating, boolean isNew) {}
