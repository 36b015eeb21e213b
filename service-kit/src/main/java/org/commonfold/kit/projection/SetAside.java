package org.commonfold.kit.projection;

import java.util.List;

/** Records that a batch has set aside, and what is told of them. */
record SetAside(List<LogRecord> records, BatchTelemetry.Batch told) {

    /** Null where there are none. */
    static SetAside of(List<LogRecord> records, BatchTelemetry.Batch told) {
        return records.isEmpty() ? null : new SetAside(records, told);
    }
}
