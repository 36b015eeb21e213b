package org.commonfold.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.List;
import java.util.Optional;

/** How large a body may be: larger where files are sent to. */
@ApplicationScoped
class BodySizes {

    private final long bytesMax;
    private final long largeBytesMax;
    private final List<String> largePaths;

    /**
     * @param largePaths whole paths, such as {@code /v1/files}
     */
    BodySizes(
            @ConfigProperty(name = "body.max-size") MemorySize max,
            @ConfigProperty(name = "body.large-max-size", defaultValue = "1M") MemorySize largeMax,
            @ConfigProperty(name = "body.large-paths") Optional<List<String>> largePaths) {
        this.bytesMax = max.asLongValue();
        this.largeBytesMax = largeMax.asLongValue();
        this.largePaths = largePaths.orElse(List.of());
    }

    long bytesMax(String path) {
        return largePaths.contains(path) ? largeBytesMax : bytesMax;
    }
}
