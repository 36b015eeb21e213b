package org.commonfold.payout.transparency.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.transparency.domain.Excerpt;
import org.commonfold.payout.transparency.domain.ValuedWork;

import java.util.List;
import java.util.Optional;

/** What the works of a commons are worth now. */
@ApplicationScoped
public class ReadValues {

    private final PastCommons past;

    ReadValues(PastCommons past) {
        this.past = past;
    }

    /** In the order of publication; empty when the commons has not been read from the log. */
    public Uni<Optional<List<ValuedWork>>> read(CommonsId commonsId, Excerpt excerpt) {
        return past.now(commonsId, (commons, place) -> ValuedWork.of(commons, excerpt));
    }
}
