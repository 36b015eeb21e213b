package org.commonfold.payout.fold.messaging;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.Rejection;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/** Reads the usual events by a tree, as all were read once: slower, and easier to believe. */
final class TreeReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, Function<Fields, CommonsEvent>> READERS = Map.of(
            "org.commonfold.PeerRated.v1", EventReaders::peerRated,
            "org.commonfold.ContributionPublished.v1", EventReaders::contributionPublished);

    private TreeReader() {}

    static Reading read(String type, String key, byte[] value) {
        try {
            Fields data = new Fields(JSON.readTree(value));
            CommonsEvent event = READERS.get(type).apply(data);
            return event.commonsId().value().equals(key)
                    ? new Reading.Event(event)
                    : new Reading.Unreadable(
                            Rejection.KEY_IS_NOT_THE_COMMONS,
                            "the record's key is not its commonsId");
        } catch (IOException noJson) {
            return new Reading.Unreadable(Rejection.UNREADABLE, "not JSON");
        } catch (UnreadableField wrong) {
            return new Reading.Unreadable(wrong.rejection(), wrong.getMessage());
        }
    }
}
