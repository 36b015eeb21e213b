package org.commonfold.kit.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Answers a body that turns out too large with a problem: one sent in chunks, which nobody
 * announced. The server's own limit would answer without a word, and report a defect of ours.
 */
@Provider
public class CountedBody implements ReaderInterceptor {

    private final BodySizes sizes;

    @Context
    UriInfo here;

    CountedBody(BodySizes sizes) {
        this.sizes = sizes;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        long bytesMax = sizes.bytesMax(here.getRequestUri().getPath());
        body.setInputStream(new Counted(body.getInputStream(), bytesMax));
        return body.proceed();
    }

    private static final class Counted extends FilterInputStream {

        private final long bytesMax;
        private long bytesRead;

        Counted(InputStream in, long bytesMax) {
            super(in);
            this.bytesMax = bytesMax;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) {
            bytesRead += bytes;
            if (bytesRead > bytesMax) {
                throw Problems.builder(413, ProblemTypes.of(413), BodyLimit.detail(bytesMax))
                        // What is still to come is not read.
                        .withHeader("Connection", "close")
                        .build();
            }
        }
    }
}
