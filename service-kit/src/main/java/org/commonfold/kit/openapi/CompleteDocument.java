package org.commonfold.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createServer;

import io.quarkus.smallrye.openapi.OpenApiFilter;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes into a service's document what no resource should have to say: the standard problems, and
 * that unknown fields are refused.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class CompleteDocument implements OASFilter {

    private static final List<String> OF_THE_FRAMEWORK =
            List.of("HttpProblem", "HttpValidationProblem", "Violation");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        OF_THE_FRAMEWORK.forEach(components::removeSchema);
        Patterns.anchorAll(components.getSchemas().values());
        // Where it is served is an operator's choice; a relative address is always right.
        document.setServers(List.of(createServer().url("/").description("Where this document is")));
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        Set<Integer> statuses = new TreeSet<>();
        for (PathItem path : paths.values()) {
            path.getOperations().forEach((method, operation) -> {
                complete(operation, components);
                statuses.addAll(StandardAnswers.addTo(operation, method));
            });
        }
        Problem.addTo(components, statuses);
    }

    private static void complete(Operation operation, Components components) {
        if (operation.getSecurity() == null) {
            operation.setSecurity(List.of());
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream().map(Parameter::getSchema).forEach(Patterns::anchor);
        }
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
            operation.getRequestBody().getContent().getMediaTypes().values().stream()
                    .map(MediaType::getSchema)
                    .forEach(schema -> close(schema, components));
        }
    }

    /** Unknown fields are refused, however deep. */
    private static void close(Schema schema, Components components) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            Schema target = components.getSchemas().get(name);
            if (target != null && target.getAdditionalPropertiesSchema() == null) {
                close(target, components);
            }
            return;
        }
        close(schema.getItems(), components);
        if (schema.getProperties() != null) {
            if (schema.getAdditionalPropertiesSchema() == null) {
                schema.setAdditionalPropertiesSchema(createSchema().booleanSchema(false));
            }
            schema.getProperties().values().forEach(part -> close(part, components));
        }
    }
}
