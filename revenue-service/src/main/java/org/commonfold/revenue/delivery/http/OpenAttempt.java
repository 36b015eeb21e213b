package org.commonfold.revenue.delivery.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

import org.commonfold.revenue.delivery.domain.Attempt;
import org.commonfold.revenue.delivery.domain.Outgoing;
import org.commonfold.revenue.delivery.domain.RetryAfter;
import org.commonfold.revenue.delivery.domain.Sent;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import javax.net.ssl.SSLException;

/**
 * An attempt that is going on. It ends once: with the answer, as far as that was read, with a
 * failure, or when its time is up. The status alone decides about success, so an answer that never
 * ends, or breaks off, is an answer.
 */
final class OpenAttempt {

    /** So much of an answer is kept; the rest is not read. */
    static final int ANSWER_BYTES_MAX = 1024;

    private final Outgoing message;
    private final Instant startedAt;
    private final long startedNanos = System.nanoTime();
    private final Consumer<Sent> whenOver;
    private final Buffer answer = Buffer.buffer();
    private Runnable onEnd = () -> {};
    private HttpClientRequest request;
    private HttpClientResponse response;
    private boolean isOver;

    OpenAttempt(Outgoing message, Instant startedAt, Consumer<Sent> whenOver) {
        this.message = message;
        this.startedAt = startedAt;
        this.whenOver = whenOver;
    }

    String url() {
        return message.target().url();
    }

    boolean isSigned() {
        return !message.target().keys().isEmpty();
    }

    synchronized void onEnd(Runnable action) {
        onEnd = action;
    }

    synchronized void send(HttpClientRequest opened) {
        if (isOver) {
            opened.reset();
            return;
        }
        request = opened;
        opened.putHeader("webhook-id", message.messageId())
                .putHeader("webhook-timestamp", Long.toString(startedAt.getEpochSecond()))
                .putHeader("webhook-signature", message.signatures(startedAt));
        opened.exceptionHandler(this::fail);
        opened.response().onSuccess(this::read).onFailure(this::fail);
        opened.end(Buffer.buffer(message.body()));
    }

    private synchronized void read(HttpClientResponse opened) {
        if (isOver) {
            return;
        }
        response = opened;
        opened.exceptionHandler(this::fail);
        opened.handler(this::keep);
        opened.endHandler(ended -> end(null));
    }

    private synchronized void keep(Buffer more) {
        int room = ANSWER_BYTES_MAX - answer.length();
        answer.appendBuffer(more, 0, Math.min(room, more.length()));
        if (more.length() > room) {
            end(null);
            request.reset();
        }
    }

    synchronized void timeOut() {
        end("No answer in time");
        if (request != null) {
            request.reset();
        }
    }

    void fail(Throwable failure) {
        fail(words(failure));
    }

    void fail(String failure) {
        end(failure);
    }

    /** What a partner can act upon, and nothing about our network. */
    private static String words(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "The host is unknown";
        }
        if (failure instanceof ConnectException) {
            return "The connection was refused or could not be made";
        }
        return failure instanceof SSLException
                ? "The TLS handshake failed: is the certificate valid for the host?"
                : "The connection broke before there was an answer";
    }

    private synchronized void end(String failure) {
        if (isOver) {
            return;
        }
        isOver = true;
        onEnd.run();
        int latency = (int) Duration.ofNanos(System.nanoTime() - startedNanos).toMillis();
        Attempt attempt = new Attempt(
                message.claim().attempts() + 1,
                startedAt,
                latency,
                response == null ? null : response.statusCode(),
                response == null ? failure : null,
                response == null ? null : text(answer));
        whenOver.accept(new Sent(message, attempt, retryAfter()));
    }

    private Duration retryAfter() {
        return response == null
                ? null
                : RetryAfter.read(
                        response.statusCode(), response.getHeader("retry-after"), startedAt);
    }

    /** PostgreSQL keeps no NUL; what is no UTF-8 is replaced. */
    private static String text(Buffer bytes) {
        return new String(bytes.getBytes(), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
