package org.commonfold.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer as bytes, so that it can be given again to the letter. */
record StoredAnswer(int status, String headers, byte[] body) {

    static StoredAnswer of(Answer answer, ObjectMapper json) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (answer.location() != null) {
            headers.put("Location", answer.location().toString());
        }
        if (answer.version() != null) {
            headers.put("ETag", "\"" + answer.version() + "\"");
        }
        try {
            return new StoredAnswer(
                    answer.status(),
                    json.writeValueAsString(headers),
                    json.writeValueAsBytes(answer.body()));
        } catch (JsonProcessingException bug) {
            throw new IllegalArgumentException("An answer that cannot be written as JSON", bug);
        }
    }

    Response.ResponseBuilder toResponse(ObjectMapper json) {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        try {
            json.readTree(headers)
                    .properties()
                    .forEach(header ->
                            response.header(header.getKey(), header.getValue().asText()));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException(corrupt);
        }
        return response;
    }
}
