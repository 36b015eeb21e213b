package org.commonfold.contribution.messaging;

import org.commonfold.contribution.domain.Author;

record AuthorV1(String contributorId, int share) {

    static AuthorV1 of(Author author) {
        return new AuthorV1(author.contributorId().value(), author.share());
    }
}
