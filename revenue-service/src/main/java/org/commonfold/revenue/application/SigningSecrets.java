package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.SigningSecret;
import org.commonfold.revenue.domain.SigningSecretId;

import java.util.List;

/** The signing secrets of all partners. */
public interface SigningSecrets {

    /** At most {@link SigningSecret#COUNT_MAX}. */
    Uni<List<SigningSecret>> of(PartnerId partnerId);

    /** In the surrounding transaction. */
    Uni<Void> add(SigningSecret secret);

    /** In the surrounding transaction; whether there was one. */
    Uni<Boolean> remove(PartnerId partnerId, SigningSecretId id);
}
