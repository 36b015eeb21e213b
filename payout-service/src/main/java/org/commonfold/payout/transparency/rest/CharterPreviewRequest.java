package org.commonfold.payout.transparency.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** A charter that is not adopted. */
record CharterPreviewRequest(@NotNull @Valid CharterJson charter) {}
