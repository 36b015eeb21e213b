package org.commonfold.kit.http;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.idempotency.Keyed;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Ids;
import org.commonfold.kit.paging.Keyset;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.kit.problem.Problems;
import org.commonfold.kit.problem.Text;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The least a service can do with the kit: things are made, listed, and refused when cursed. */
@Path("/things")
class ThingsResource {

    record Part(@NotNull @Min(1) @Max(100) Integer weight) {}

    record NewThing(
            @NotNull @Text(max = 20) String name,
            List<@Valid @NotNull Part> parts,
            Map<String, @NotNull @Max(5) Integer> scores) {}

    private final Mutiny.SessionFactory sessions;
    private final Commands commands;
    private final Caller caller;
    private final Ids ids;

    ThingsResource(Mutiny.SessionFactory sessions, Commands commands, Caller caller, Ids ids) {
        this.sessions = sessions;
        this.commands = commands;
        this.caller = caller;
        this.ids = ids;
    }

    @POST
    @RolesAllowed("maker")
    public Uni<Response> make(
            @NotNull @Valid NewThing body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        return commands.once(Keyed.of(caller, key, here, body), () -> make(body));
    }

    @POST
    @Path("/again")
    @RolesAllowed("maker")
    public Uni<Response> makeElsewhere(
            @NotNull @Valid NewThing body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        return commands.once(Keyed.of(caller, key, here, body), () -> make(body));
    }

    private Uni<Answer> make(NewThing thing) {
        UUID id = ids.next();
        return sessions.withTransaction(session -> session.createNativeQuery(
                                "insert into thing (thing_id, name) values (:id, :name)")
                        .setParameter("id", id)
                        .setParameter("name", thing.name())
                        .executeUpdate())
                .map(rows -> answer(id, thing));
    }

    /** After the row is written, so that a refusal has something to undo. */
    private static Answer answer(UUID id, NewThing thing) {
        if ("cursed".equals(thing.name())) {
            throw Problems.problem(422, "cursed", "Nobody wants that");
        }
        if ("broken".equals(thing.name())) {
            throw new IllegalStateException("secret internals");
        }
        return Answer.created("/v1/things/" + id, Map.of("thingId", id)).withVersion(1);
    }

    @GET
    @PermitAll
    public Uni<Response> list(@Valid @BeanParam PageRequest request, @Context UriInfo here) {
        return sessions.withSession(session -> session.createNativeQuery(
                                "select thing_id from thing where thing_id > :after"
                                        + " order by thing_id",
                                UUID.class)
                        .setParameter("after", request.after().orElse(Keyset.FIRST))
                        .setMaxResults(request.limit() + 1)
                        .getResultList())
                .map(rows -> Page.of(rows, request, Function.identity(), Function.identity()))
                .map(page -> page.toResponse(here));
    }
}
