package org.commonfold.kit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import java.io.IOException;
import java.io.PushbackInputStream;

/**
 * Reads records from JSON only, and from objects. From text/plain the framework would make a record
 * of one text by calling its constructor, and fail; of {@code null} it would make no body at all,
 * which is good where none is asked for.
 */
@Provider
public class OnlyJson implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        MediaType given = body.getMediaType();
        boolean isJson = given == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(given);
        if (body.getType().isRecord() && !isJson) {
            throw Problems.problem(415, ProblemTypes.of(415), "Only application/json is read here");
        }
        if (!body.getType().isRecord()) {
            return body.proceed();
        }
        PushbackInputStream bytes = new PushbackInputStream(body.getInputStream());
        int first = bytes.read();
        if (first >= 0) {
            bytes.unread(first);
        }
        body.setInputStream(bytes);
        Object read = body.proceed();
        if (read == null && first >= 0) {
            throw MismatchedInputException.from(
                    (JsonParser) null, body.getType(), "null is not a JSON object");
        }
        return read;
    }
}
