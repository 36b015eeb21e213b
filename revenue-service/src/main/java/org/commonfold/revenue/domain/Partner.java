package org.commonfold.revenue.domain;

import java.time.Instant;

/** A company that uses the commons and declares revenue. */
public record Partner(PartnerId id, String name, Instant registeredAt) {}
