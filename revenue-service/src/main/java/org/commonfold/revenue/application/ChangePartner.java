package org.commonfold.revenue.application;

import static org.commonfold.revenue.domain.Rejection.STALE_VERSION;
import static org.commonfold.revenue.domain.Rejection.UNKNOWN_PARTNER;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Partner;
import org.commonfold.revenue.domain.PartnerId;

import java.util.function.LongPredicate;

/** Notes whether a partner agrees that its revenue is public. */
@ApplicationScoped
public class ChangePartner {

    private final Partners partners;

    ChangePartner(Partners partners) {
        this.partners = partners;
    }

    /**
     * @param isExpected whether a version is the one that the change was meant for
     */
    public Uni<Decision<Partner>> change(
            PartnerId id, boolean publishesRevenue, LongPredicate isExpected) {
        return partners.findForChange(id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Decision.reject(UNKNOWN_PARTNER))
                        : change(found.get(), publishesRevenue, isExpected));
    }

    private Uni<Decision<Partner>> change(
            Partner partner, boolean publishesRevenue, LongPredicate isExpected) {
        if (!isExpected.test(partner.version())) {
            return Uni.createFrom().item(Decision.reject(STALE_VERSION));
        }
        Partner changed = partner.publishing(publishesRevenue);
        return partners.update(changed).replaceWith(Decision.accept(changed));
    }
}
