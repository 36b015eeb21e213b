package org.commonfold.kit.sealing;

import io.smallrye.config.ConfigMapping;

import java.util.List;

/** With what a service seals the secrets it keeps. */
@ConfigMapping(prefix = "sealing")
interface SealingSettings {

    /**
     * Each {@code <id>:<Base64 of 32 bytes>}. The first seals; all of them open, so that keys can
     * be changed without a gap.
     */
    List<String> keys();
}
