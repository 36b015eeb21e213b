package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.Vector;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.Movement;
import org.commonfold.payout.fold.domain.Verdict;
import org.commonfold.payout.fold.messaging.CommonsLogReader;
import org.commonfold.payout.fold.messaging.Reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A history told twice: to a fold that moves money, and one event behind to one that can explain.
 */
public final class Past {

    private final CommonsLogReader reader = new CommonsLogReader();
    private final Commonses ahead = new Commonses();
    private final Commonses behind = Commonses.keepingWorking();
    private final Set<String> seen = new HashSet<>();

    /** Asked at every movement of money. */
    @FunctionalInterface
    public interface Question {
        void ask(CommonsFold before, CommonsEvent event, Movement movement);
    }

    /** The same, with the line of the log. */
    @FunctionalInterface
    public interface QuestionOfLine {
        void ask(CommonsFold before, CommonsEvent event, Movement movement, Vector.Line line);
    }

    /** Asks at every movement of a log. */
    public static int tell(List<Vector.Line> log, Question question) {
        return tell(log, (before, event, movement, line) -> question.ask(before, event, movement));
    }

    /** Asks at every movement of a log. */
    public static int tell(List<Vector.Line> log, QuestionOfLine question) {
        Past past = new Past();
        int asked = 0;
        for (Vector.Line line : log) {
            asked += past.tell(line, question);
        }
        return asked;
    }

    private int tell(Vector.Line line, QuestionOfLine question) {
        if (!seen.add(line.id())) {
            return 0;
        }
        Reading reading = reader.read(line.eventType(), line.id(), line.key(), line.data());
        if (!(reading instanceof Reading.Event read)) {
            return 0;
        }
        CommonsEvent event = read.event();
        int asked = 0;
        if (ahead.fold(event) instanceof Verdict.Accepted accepted) {
            for (Movement movement : accepted.movements()) {
                CommonsFold before = behind.find(event.commonsId()).orElseThrow();
                question.ask(before, event, movement, line);
                asked += 1;
            }
        }
        behind.fold(event);
        return asked;
    }
}
