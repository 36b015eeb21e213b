package org.commonfold.kit.cors;

import io.smallrye.config.ConfigMapping;

import java.util.Optional;
import java.util.Set;

/** Which pages of other origins may call this service from a browser. */
@ConfigMapping(prefix = "cors")
public interface CorsSettings {

    /** Such as {@code https://app.example}; none is no CORS at all. */
    Optional<Set<String>> origins();
}
