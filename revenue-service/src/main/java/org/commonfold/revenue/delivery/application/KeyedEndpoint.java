package org.commonfold.revenue.delivery.application;

import org.commonfold.revenue.delivery.domain.Endpoint;

import java.util.UUID;

/**
 * An endpoint that has just got a key.
 *
 * @param keyId of the one whose secret the partner is shown
 */
public record KeyedEndpoint(Endpoint endpoint, UUID keyId) {}
