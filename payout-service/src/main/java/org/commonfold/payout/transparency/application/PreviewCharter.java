package org.commonfold.payout.transparency.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.transparency.domain.CharterPreview;

import java.util.Optional;

/** What all past revenues would have paid under another charter. */
@ApplicationScoped
public class PreviewCharter {

    private final PastCommons past;

    PreviewCharter(PastCommons past) {
        this.past = past;
    }

    private record Listening(CharterPreview preview) implements PastCommons.Audience {
        @Override
        public void hear(CommonsEvent event) {
            preview.fold(event);
        }
    }

    /** Empty when the commons has not been read from the log. */
    public Uni<Optional<CharterPreview>> preview(CommonsId commonsId, Charter charter) {
        return past.retold(commonsId, id -> new Listening(new CharterPreview(id, charter)))
                .map(told -> Optional.of(told.preview()).filter(CharterPreview::isFounded));
    }
}
