package org.commonfold.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.commonfold.kit.idempotency.KeyedRequests.Outcome;
import org.commonfold.kit.outbox.OutboxRelay;
import org.commonfold.kit.problem.Problems;
import org.hibernate.reactive.mutiny.Mutiny;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Runs commands, each in one transaction; one with an Idempotency-Key only once. The key is stored
 * in the command's own transaction, so neither can be there without the other. Refused commands
 * leave no trace: the same key may try again.
 */
@ApplicationScoped
public class Commands {

    /** How long a first answer is given again. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(:key)";
    private static final String FORGET = "delete from idempotency_key where created_at < :before";

    private final Mutiny.SessionFactory sessions;
    private final ObjectMapper json;
    private final Clock clock;
    private final KeyedRequests requests;
    private final OutboxRelay outbox;

    Commands(
            Mutiny.SessionFactory sessions,
            ObjectMapper json,
            Clock clock,
            KeyedRequests requests,
            OutboxRelay outbox) {
        this.sessions = sessions;
        this.json = json;
        this.clock = clock;
        this.requests = requests;
        this.outbox = outbox;
    }

    /** Runs a command that needs no key: repeating it changes nothing. */
    public Uni<Response> run(Supplier<Uni<Answer>> command) {
        return sessions.withTransaction(session -> command.get())
                .invoke(outbox::wake)
                .map(this::response);
    }

    /** Runs a command at most once for a caller and key. Without a key: every time. */
    public Uni<Response> once(Keyed request, Supplier<Uni<Answer>> command) {
        if (request.key() == null) {
            return run(command);
        }
        IdempotencyKeyId id = new IdempotencyKeyId(request.caller(), request.key());
        byte[] fingerprint = fingerprint(request);
        return sessions.withTransaction(session -> lock(session, id)
                        .chain(() -> session.find(IdempotencyKeyRow.class, id))
                        .chain(found -> found == null
                                ? first(session, id, fingerprint, command)
                                : again(found, fingerprint)))
                .invoke(outbox::wake);
    }

    private Uni<Void> lock(Mutiny.Session session, IdempotencyKeyId id) {
        return session.createNativeQuery(TRY_LOCK, Boolean.class)
                .setParameter("key", id.lock())
                .getSingleResult()
                .invoke(locked -> {
                    if (!locked) {
                        requests.count(Outcome.IN_PROGRESS);
                        throw Problems.problem(
                                409,
                                "request-in-progress",
                                "The first request with this Idempotency-Key still runs");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Response> first(
            Mutiny.Session session,
            IdempotencyKeyId id,
            byte[] fingerprint,
            Supplier<Uni<Answer>> command) {
        return command.get()
                .call(answer -> session.persist(new IdempotencyKeyRow(
                        id, fingerprint, StoredAnswer.of(answer, json), json, clock.instant())))
                .invoke(() -> requests.count(Outcome.FIRST))
                .map(this::response);
    }

    private Response response(Answer answer) {
        Response.ResponseBuilder response = StoredAnswer.of(answer, json).toResponse();
        return (answer.isReplay() ? response.header(REPLAYED, "true") : response).build();
    }

    private Uni<Response> again(IdempotencyKeyRow first, byte[] fingerprint) {
        if (!Arrays.equals(first.fingerprint, fingerprint)) {
            requests.count(Outcome.REUSED);
            throw Problems.problem(
                    422,
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for another request");
        }
        requests.count(Outcome.REPLAYED);
        Response.ResponseBuilder response = first.answer(json).toResponse();
        return Uni.createFrom().item(response.header(REPLAYED, "true").build());
    }

    private byte[] fingerprint(Keyed request) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(request.target().getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return sha256.digest(json.writeValueAsBytes(request.body()));
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Scheduled(every = "1h", delayed = "1m")
    Uni<Void> forgetOldKeys() {
        return sessions.withTransaction(session -> session.createNativeQuery(FORGET)
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate()
                .replaceWithVoid());
    }
}
