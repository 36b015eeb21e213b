package org.commonfold.payout.transparency.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.transparency.domain.CharterPreview;

import java.util.Optional;
import java.util.function.Function;

/** What all past revenues would have paid under another charter. */
@ApplicationScoped
public class PreviewCharter {

    private final PastCommons past;

    PreviewCharter(PastCommons past) {
        this.past = past;
    }

    /**
     * Empty when the commons has not been read from the log.
     *
     * @param shown what is wanted of the preview, which is not to be kept
     */
    public <T> Uni<Optional<T>> preview(
            CommonsId commonsId, Charter charter, Function<CharterPreview, T> shown) {
        return past.under(charter, commonsId, shown);
    }
}
