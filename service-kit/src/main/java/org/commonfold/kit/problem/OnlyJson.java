package org.commonfold.kit.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import java.io.IOException;

/**
 * Reads records from JSON only. From text/plain the framework would make a record of one text by
 * calling its constructor, and fail.
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
        return body.proceed();
    }
}
