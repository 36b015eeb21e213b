package org.commonfold.payout.statement.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.statement.domain.Statement;

/** A statement to print and to keep. */
public interface StatementPaper {

    /** The file, made beside the event loop. */
    Uni<byte[]> print(Statement statement);
}
