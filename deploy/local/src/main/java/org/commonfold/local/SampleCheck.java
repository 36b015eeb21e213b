package org.commonfold.local;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether all of the sample has arrived, by what the services list in public. */
final class SampleCheck {

    private final Sample sample;
    private final Api api;

    SampleCheck(Sample sample, Api api) {
        this.sample = sample;
        this.api = api;
    }

    /**
     * What is in a commons.
     *
     * @param complete nothing of the sample is missing; others may have added to it since
     */
    record Count(int contributions, int ratings, int revenues, boolean complete) {}

    Count count(String commonsId) throws InterruptedException {
        String token = api.token("sample-treasurer", "treasurer");
        String path = "/v1/commons/" + commonsId;
        List<JsonNode> works = new ArrayList<>();
        api.list(Service.CONTRIBUTION, path + "/contributions", null, works::add);
        AtomicInteger ratings = new AtomicInteger();
        Parallel.forEach(works, work -> countRatings(work, token, ratings), (done, total) -> {});
        AtomicInteger revenues = new AtomicInteger();
        api.list(Service.REVENUE, path + "/revenues", token, one -> revenues.incrementAndGet());
        boolean complete = works.size() >= sample.contributions().size()
                && ratings.get() >= sample.ratings().size()
                && revenues.get() >= sample.revenues().size();
        return new Count(works.size(), ratings.get(), revenues.get(), complete);
    }

    private void countRatings(JsonNode work, String token, AtomicInteger ratings) {
        String path = "/v1/contributions/" + work.get("contributionId").asText() + "/ratings";
        api.list(Service.RATING, path, token, one -> ratings.incrementAndGet());
    }
}
