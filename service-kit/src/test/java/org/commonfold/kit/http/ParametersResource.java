package org.commonfold.kit.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.commonfold.kit.problem.Problems;

import java.util.UUID;

/** Says what it has understood of its parameters. */
@Path("/parameters")
@Produces(MediaType.TEXT_PLAIN)
@PermitAll
class ParametersResource {

    /** Its constants are written otherwise than they are named. */
    public enum Colour {
        RED;

        @Override
        public String toString() {
            return "red";
        }
    }

    @GET
    public String understood(
            @QueryParam("number") @DefaultValue("7") int number,
            @QueryParam("size") Long size,
            @QueryParam("colour") Colour colour,
            @QueryParam("id") UUID id) {
        return number + " " + size + " " + colour + " " + id;
    }

    /** One text, and not public: the framework would try to make it of any text. */
    record Word(String text) {}

    @POST
    @Path("/word")
    public String word(Word word) {
        return word.text();
    }

    @GET
    @Path("/{id}")
    public String none(@PathParam("id") UUID id) {
        throw Problems.notFound("There is none");
    }
}
