package org.commonfold.revenue.rest;

import jakarta.ws.rs.HeaderParam;

import org.commonfold.revenue.domain.SignedMessage;

/** What Standard Webhooks 1.0 says in headers: as a {@code @BeanParam}. */
public final class WebhookHeaders {

    @HeaderParam("webhook-id")
    String id;

    @HeaderParam("webhook-timestamp")
    String timestamp;

    @HeaderParam("webhook-signature")
    String signatures;

    SignedMessage message(byte[] body) {
        return new SignedMessage(id, timestamp, signatures, body);
    }
}
