package org.commonfold.payout.statement.pdf;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.statement.application.StatementPaper;
import org.commonfold.payout.statement.domain.Statement;

@ApplicationScoped
class PdfStatements implements StatementPaper {

    /** Many pages take a moment, which no event loop has. */
    @Override
    public Uni<byte[]> print(Statement statement) {
        return Uni.createFrom()
                .item(() -> new StatementDocument(statement).write())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
