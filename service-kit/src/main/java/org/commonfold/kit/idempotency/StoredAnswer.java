package org.commonfold.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer as bytes, so that it can be given again to the letter. */
record StoredAnswer(int status, Map<String, String> headers, byte[] body) {

    static StoredAnswer of(Answer answer, ObjectMapper json) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (answer.location() != null) {
            headers.put("Location", answer.location().toString());
        }
        if (answer.version() != null) {
            headers.put("ETag", "\"" + answer.version() + "\"");
        }
        return new StoredAnswer(answer.status(), headers, write(answer.body(), json));
    }

    /** As {@link #headersAsJson} and the body were stored. */
    static StoredAnswer of(int status, String headers, byte[] body, ObjectMapper json) {
        try {
            return new StoredAnswer(
                    status, json.readValue(headers, new TypeReference<>() {}), body);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException(corrupt);
        }
    }

    String headersAsJson(ObjectMapper json) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Response.ResponseBuilder toResponse() {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        headers.forEach(response::header);
        return response;
    }

    private static byte[] write(Object body, ObjectMapper json) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException bug) {
            throw new IllegalArgumentException("An answer that cannot be written as JSON", bug);
        }
    }
}
