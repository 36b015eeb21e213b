package org.commonfold.payout.statement.rest;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;

import org.commonfold.payout.statement.application.StatementPaper;
import org.commonfold.payout.statement.domain.Period;
import org.commonfold.payout.statement.domain.Statement;

import java.util.List;

/** How a statement can be had. */
@ApplicationScoped
class StatementFormats {

    static final String CSV = "text/csv;charset=UTF-8";
    static final String PDF = "application/pdf";

    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);
    private static final MediaType PDF_TYPE = MediaType.valueOf(PDF);
    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, CSV_TYPE, PDF_TYPE)
            .build();

    private final StatementPaper paper;

    StatementFormats(StatementPaper paper) {
        this.paper = paper;
    }

    /** JSON where all is welcome. */
    static MediaType wantedBy(Request http) {
        Variant variant = http.selectVariant(VARIANTS);
        if (variant == null) {
            throw new NotAcceptableException();
        }
        return variant.getMediaType();
    }

    Uni<Response> response(Statement statement, MediaType wanted) {
        if (wanted.isCompatible(PDF_TYPE)) {
            return paper.print(statement).map(file -> attached(statement, file, PDF_TYPE, "pdf"));
        }
        Response response = wanted.isCompatible(CSV_TYPE)
                ? attached(statement, CsvStatement.of(statement), CSV_TYPE, "csv")
                : respond(StatementView.of(statement), MediaType.APPLICATION_JSON_TYPE)
                        .build();
        return Uni.createFrom().item(response);
    }

    /** What an id is made of is safe in a file's name and between quotes, but for the colon. */
    private static Response attached(
            Statement statement, Object body, MediaType type, String ending) {
        Period period = statement.period();
        String name = "statement-%s-%s-%s.%s"
                .formatted(
                        statement.contributorId().value().replace(':', '_'),
                        period.from(),
                        period.to(),
                        ending);
        return respond(body, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** Nobody between us and the person keeps it. */
    private static Response.ResponseBuilder respond(Object body, MediaType type) {
        return Response.ok(body, type).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
