package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.SigningSecret;
import org.commonfold.revenue.domain.SigningSecretId;

import java.util.List;
import java.util.Optional;

/** The signing secrets of all partners. */
public interface SigningSecrets {

    /** At most {@link SigningSecret#COUNT_MAX}, the oldest first. */
    Uni<List<SigningSecret>> of(PartnerId partnerId);

    Uni<Optional<SigningSecret>> find(PartnerId partnerId, SigningSecretId id);

    /** In the surrounding transaction. */
    Uni<Void> add(SigningSecret secret);

    /** In the surrounding transaction; whether there was one. */
    Uni<Boolean> remove(PartnerId partnerId, SigningSecretId id);
}
