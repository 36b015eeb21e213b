package org.commonfold.contribution.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;

import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.LogPlace;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

@DisplayName("Who follows a commons")
class FollowCommonsTest {

    private static final CommonsId COMMONS = new CommonsId(UUID.randomUUID());

    private static PublicEvent event(long offset) {
        return new PublicEvent(COMMONS, new LogPlace(0, offset), "", "", "", "", "");
    }

    /** An event that is written just after the first look has read, and before it answers. */
    private static final class OneAfterTheFirstLook implements PublicEvents {

        private final List<PublicEvent> written = new ArrayList<>(List.of(event(0)));
        private final BroadcastProcessor<CommonsId> news = BroadcastProcessor.create();

        @Override
        public Uni<Void> add(List<PublicEvent> events) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<PublicEvent>> after(CommonsId commonsId, long offset, int countMax) {
            List<PublicEvent> read = written.stream()
                    .filter(event -> event.place().offset() > offset)
                    .toList();
            if (written.size() == 1) {
                written.add(event(1));
                news.onNext(commonsId);
            }
            return Uni.createFrom().item(read);
        }

        @Override
        public Uni<OptionalLong> lastOffset(CommonsId commonsId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Multi<CommonsId> news(CommonsId commonsId) {
            return news;
        }
    }

    @Test
    void is_told_of_what_is_written_while_the_first_look_is_under_way() {
        PublicEvents events = new OneAfterTheFirstLook();

        AssertSubscriber<PublicEvent> follower = new FollowCommons(events)
                .follow(COMMONS, OptionalLong.of(-1))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));

        follower.assertItems(event(0), event(1));
    }
}
