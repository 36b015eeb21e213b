package org.commonfold.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createServer;

import io.quarkus.smallrye.openapi.OpenApiFilter;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes into a service's document what no resource should have to say: the standard problems and
 * headers, which fields are always there, that unknown ones are refused, and an example of each
 * body and parameter.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class CompleteDocument implements OASFilter {

    private static final List<String> OF_THE_FRAMEWORK =
            List.of("HttpProblem", "HttpValidationProblem", "Violation");

    private final Records records;

    public CompleteDocument(IndexView index) {
        this.records = new Records(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        OF_THE_FRAMEWORK.forEach(components::removeSchema);
        Patterns.anchorAll(components.getSchemas().values());
        ServerSentEvents.addTo(components, operations(document));
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        // Where it is served is an operator's choice; a relative address is always right.
        document.setServers(List.of(createServer().url("/").description("Where this document is")));
        operations(document).forEach(operation -> closeBodies(operation, components));
        records.declareIn(components.getSchemas());
        Examples examples = new Examples(components);
        Set<Integer> statuses = new TreeSet<>();
        document.getPaths().getPathItems().forEach((path, item) -> {
            item.getOperations().forEach((method, operation) -> {
                complete(operation, examples);
                statuses.addAll(StandardAnswers.addTo(path, operation, method));
            });
        });
        Problem.addTo(components, statuses);
        Headers.addTo(components, operations(document));
    }

    private static List<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .toList();
    }

    private static void closeBodies(Operation operation, Components components) {
        if (operation.getRequestBody() != null) {
            bodies(operation.getRequestBody().getContent())
                    .forEach(body -> close(body.getSchema(), components));
        }
    }

    private static void complete(Operation operation, Examples examples) {
        if (operation.getSecurity() == null) {
            operation.setSecurity(List.of());
        }
        for (Parameter parameter : StandardAnswers.parameters(operation)) {
            Patterns.anchor(parameter.getSchema());
            examples.addTo(parameter);
        }
        if (operation.getRequestBody() != null) {
            bodies(operation.getRequestBody().getContent()).forEach(examples::addTo);
        }
        operation.getResponses().getAPIResponses().values().stream()
                .flatMap(answer -> bodies(answer.getContent()).stream())
                .forEach(examples::addTo);
    }

    private static Collection<MediaType> bodies(Content content) {
        return content == null || content.getMediaTypes() == null
                ? List.of()
                : content.getMediaTypes().values();
    }

    /** Unknown fields are refused, however deep. */
    private static void close(Schema given, Components components) {
        Schema schema = Schemas.resolved(given, components);
        if (schema == null) {
            return;
        }
        close(schema.getItems(), components);
        if (schema.getProperties() != null && schema.getAdditionalPropertiesSchema() == null) {
            schema.setAdditionalPropertiesSchema(createSchema().booleanSchema(false));
            schema.getProperties().values().forEach(part -> close(part, components));
        }
    }
}
