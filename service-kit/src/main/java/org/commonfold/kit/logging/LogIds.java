package org.commonfold.kit.logging;

import org.jboss.logging.MDC;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ids that stand beside the text of a log line, as its {@code mdc}, for whoever searches by them.
 * Only ids: nothing that a person wrote.
 */
public final class LogIds {

    /** The CloudEvents id of an event. */
    public static final String EVENT = "eventId";

    /** As requests have it by themselves. */
    public static final String TRACE = "traceId";

    /** What came from elsewhere as an id may be of any length. */
    private static final int LENGTH_MAX = 64;

    private final Map<String, String> ids = new LinkedHashMap<>();

    /** One id more; null is none. Returns this. */
    public LogIds with(String name, String id) {
        if (id != null) {
            ids.put(name, id.substring(0, Math.min(id.length(), LENGTH_MAX)));
        }
        return this;
    }

    /** Writes lines that carry these ids. */
    public void log(Runnable lines) {
        Map<String, Object> before = new LinkedHashMap<>();
        ids.forEach((name, id) -> before.put(name, MDC.get(name)));
        ids.forEach(MDC::put);
        try {
            lines.run();
        } finally {
            before.forEach(LogIds::restore);
        }
    }

    private static void restore(String name, Object id) {
        if (id == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, id);
        }
    }
}
