package org.commonfold.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.Set;

/** How large a body may be. */
@ConfigMapping(prefix = "body")
interface BodySizes {

    MemorySize maxSize();

    /** Of what is sent to the large paths. */
    @WithDefault("1M")
    MemorySize largeMaxSize();

    /** Where files are sent to: whole paths, such as {@code /v1/files}. */
    @WithDefault("-")
    Set<String> largePaths();

    default long bytesMax(String path) {
        MemorySize max = largePaths().contains(path) ? largeMaxSize() : maxSize();
        return max.asLongValue();
    }
}
