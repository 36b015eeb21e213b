package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.Partner;
import org.commonfold.revenue.domain.PartnerId;

import java.util.Optional;

/** All partners there are. */
public interface Partners {

    Uni<Optional<Partner>> find(PartnerId id);

    /** Others who ask for a change wait until the surrounding transaction ends. */
    Uni<Optional<Partner>> findForChange(PartnerId id);

    /** In the surrounding transaction. */
    Uni<Void> add(Partner partner);
}
