package org.commonfold.revenue.delivery.rest;

import static org.commonfold.kit.problem.Problems.notFound;
import static org.commonfold.kit.problem.Problems.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

import org.commonfold.revenue.delivery.application.RecoverDeliveries;
import org.commonfold.revenue.delivery.application.RotateKeys;
import org.commonfold.revenue.delivery.domain.Delivery;
import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.domain.Rejection;

/** What is said when something about endpoints and deliveries is refused. */
public final class DeliveryProblems {

    private DeliveryProblems() {}

    public static HttpProblem problemOf(Rejection reason) {
        return switch (reason) {
            case UNKNOWN_ENDPOINT -> notFound("There is no such endpoint");
            case UNKNOWN_DELIVERY -> notFound("There is no such delivery");
            case UNKNOWN_COMMONS_NAMED ->
                problem(422, "unknown-commons", "A commons that is named does not exist");
            case UNKNOWN_EVENT_TYPE ->
                problem(
                        422,
                        "unknown-event-type",
                        "One of the eventTypes matches nothing in GET /v1/event-types");
            case ENDPOINT_CHANGED ->
                problem(412, "precondition-failed", "It has changed since the version in If-Match");
            case ENDPOINT_DISABLED ->
                problem(409, "endpoint-disabled", "Nothing is sent to it until it is enabled");
            case TOO_MANY_ENDPOINTS ->
                problem(
                        409,
                        "too-many-endpoints",
                        "A partner has at most %d endpoints; delete one first"
                                .formatted(Endpoint.COUNT_MAX));
            case TOO_MANY_ENDPOINT_SECRETS ->
                problem(
                        409,
                        "too-many-endpoint-secrets",
                        "At most %d secrets of an endpoint sign at a time; wait until one ends, or"
                                        .formatted(RotateKeys.COUNT_MAX)
                                + " revoke the former ones");
            case TOO_MANY_ATTEMPTS ->
                problem(
                        409,
                        "too-many-attempts",
                        "After %d attempts nothing is sent once more"
                                .formatted(Delivery.ATTEMPTS_MAX));
            case RECOVERY_OUT_OF_RANGE ->
                problem(
                        422,
                        "recovery-out-of-range",
                        "since is within the last %d days"
                                .formatted(RecoverDeliveries.BACK_MAX.toDays()));
            default -> url(reason);
        };
    }

    private static HttpProblem url(Rejection reason) {
        return switch (reason) {
            case ENDPOINT_ADDRESS_NOT_PUBLIC ->
                problem(422, "address-not-public", "The address is not one of the public Internet");
            case ENDPOINT_URL_NOT_HTTPS -> invalid("It is not an https URL");
            case ENDPOINT_URL_WITH_CREDENTIALS ->
                invalid("It names a user; messages are signed instead");
            case ENDPOINT_URL_WITH_FRAGMENT -> invalid("It has a fragment, which is never sent");
            case ENDPOINT_URL_PORT -> invalid("Its port is not one that messages are sent to");
            case ENDPOINT_URL_MALFORMED -> invalid("It is not an absolute URL with a host");
            default -> throw new IllegalArgumentException("Not about deliveries: " + reason);
        };
    }

    private static HttpProblem invalid(String detail) {
        return problem(422, "invalid-endpoint-url", detail);
    }
}
