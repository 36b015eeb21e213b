package org.commonfold.rating.application;

import org.commonfold.rating.domain.Invitation;

/**
 * An invitation as it stands after a command.
 *
 * @param isNew whether there was none before
 */
public record Invited(Invitation invitation, boolean isNew) {}
