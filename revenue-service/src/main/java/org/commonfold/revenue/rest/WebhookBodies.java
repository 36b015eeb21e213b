package org.commonfold.revenue.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.resteasy.problem.HttpProblem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import org.commonfold.kit.problem.InvalidJson;
import org.commonfold.kit.problem.Problems;

import java.io.IOException;
import java.util.Set;

/** Reads the bodies of webhooks, as strictly as those of REST. Only once a signature holds. */
@ApplicationScoped
class WebhookBodies {

    private final ObjectMapper json;
    private final Validator validator;

    WebhookBodies(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    WebhookRequest read(byte[] body) {
        try {
            // The type first: another one has other data.
            requireKnownType(json.readTree(body).path("type"));
            WebhookRequest request = json.readValue(body, WebhookRequest.class);
            return valid(request);
        } catch (JsonProcessingException invalid) {
            throw InvalidJson.problem(invalid);
        } catch (IOException impossible) {
            throw new IllegalStateException("Reading from memory", impossible);
        }
    }

    private static void requireKnownType(JsonNode type) {
        if (type.isTextual() && !WebhookRequest.REVENUE_DECLARED.equals(type.textValue())) {
            throw Problems.problem(
                    422, "unknown-webhook-type", "Only revenue.declared is understood here");
        }
    }

    private WebhookRequest valid(WebhookRequest request) {
        if (request == null) {
            throw emptyBody();
        }
        Set<ConstraintViolation<WebhookRequest>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return request;
    }

    private static HttpProblem emptyBody() {
        return Problems.problem(400, "invalid-request", "The body must be an object");
    }
}
