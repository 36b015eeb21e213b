package org.commonfold.rating.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.application.Contributions;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.Contribution;
import org.commonfold.rating.domain.ContributionId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.Optional;

@ApplicationScoped
class PostgresContributions implements Contributions {

    private final Mutiny.SessionFactory sessions;

    PostgresContributions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Contribution>> find(ContributionId id) {
        return sessions.withSession(session -> session.find(ContributionRow.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(PostgresContributions::contribution));
    }

    static Contribution contribution(ContributionRow row) {
        return new Contribution(
                new ContributionId(row.contributionId),
                new CommonsId(row.commonsId),
                row.title,
                row.kind,
                Documents.authors(row.authors),
                row.withdrawn);
    }
}
