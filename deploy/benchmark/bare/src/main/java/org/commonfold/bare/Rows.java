package org.commonfold.bare;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The same insert by Hibernate Reactive and as plain SQL, and none at all. */
@Path("/")
public class Rows {

    private static final String INSERT =
            "insert into row (id, title, contentdigest, recordedat) values ($1, $2, $3, $4)";

    private final Mutiny.SessionFactory sessions;
    private final Pool pool;

    Rows(Mutiny.SessionFactory sessions, Pool pool) {
        this.sessions = sessions;
        this.pool = pool;
    }

    /** What is to be in a row. */
    public record Content(String title, String contentDigest) {}

    /** In a transaction of Hibernate Reactive. */
    @POST
    @Path("hibernate")
    public Uni<RestResponse<Content>> insertByHibernate(Content content) {
        Row row = new Row();
        row.id = UUID.randomUUID();
        row.title = content.title();
        row.contentDigest = content.contentDigest();
        row.recordedAt = Instant.now();
        return sessions.withTransaction(session -> session.persist(row))
                .replaceWith(() -> created(row.id, content));
    }

    /** As one statement. */
    @POST
    @Path("sql")
    public Uni<RestResponse<Content>> insertBySql(Content content) {
        UUID id = UUID.randomUUID();
        Tuple values = Tuple.of(
                id, content.title(), content.contentDigest(), OffsetDateTime.now(ZoneOffset.UTC));
        return pool.preparedQuery(INSERT).execute(values).replaceWith(() -> created(id, content));
    }

    /** Answers at once. */
    @POST
    @Path("empty")
    public Uni<RestResponse<Content>> insertNothing(Content content) {
        return Uni.createFrom().item(() -> created(UUID.randomUUID(), content));
    }

    private static RestResponse<Content> created(UUID id, Content content) {
        return RestResponse.ResponseBuilder.<Content>created(URI.create("/rows/" + id))
                .entity(content)
                .build();
    }
}
