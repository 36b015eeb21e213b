package org.commonfold.payout.tlog.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import jakarta.validation.constraints.Pattern;

/** Who signs for the transparency log (docs/adr/0029). */
@ConfigMapping(prefix = "transparency-log")
interface LogSettings {

    /** A name without a scheme, in a domain of the operator's. */
    @Pattern(regexp = "[A-Za-z0-9._-]{1,64}(/[A-Za-z0-9._-]{1,64}){0,3}")
    @WithDefault("localhost/commonfold")
    String origin();

    /** Base64 of a seed of 32 bytes, or of an Ed25519 key in PKCS #8. */
    @WithDefault(ConfiguredSigning.DEVELOPMENT_KEY)
    String key();
}
