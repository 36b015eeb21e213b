package org.commonfold.contribution.domain;

import java.util.List;
import java.util.UUID;

/**
 * What an author publishes.
 *
 * @param title its name
 * @param kind science, design, code, text…
 * @param licence SPDX id
 * @param content the work itself
 * @param authors who made it, with shares; not empty, nobody twice
 * @param derivedFrom what it builds on; nothing twice, 10 000 basis points at most in sum
 * @param fulfils the need it answers, or null
 */
public record Work(
        String title,
        String kind,
        String licence,
        Content content,
        List<Author> authors,
        List<Derivation> derivedFrom,
        UUID fulfils) {

    static final int BASIS_POINTS_MAX = 10_000;

    public Work {
        authors = List.copyOf(authors);
        derivedFrom = List.copyOf(derivedFrom);
    }

    Work revised(String newTitle, Content newContent) {
        return new Work(newTitle, kind, licence, newContent, authors, derivedFrom, fulfils);
    }

    Work sharedBy(List<Author> newAuthors) {
        return new Work(title, kind, licence, content, newAuthors, derivedFrom, fulfils);
    }

    boolean isAuthoredBy(ContributorId who) {
        return authors.stream().anyMatch(author -> author.contributorId().equals(who));
    }

    boolean namesAnAuthorTwice() {
        return authors.stream().map(Author::contributorId).distinct().count() < authors.size();
    }

    boolean namesAnUpstreamTwice() {
        return derivedFrom.stream().map(Derivation::upstream).distinct().count()
                < derivedFrom.size();
    }

    int derivedBasisPoints() {
        return derivedFrom.stream().mapToInt(Derivation::basisPoints).sum();
    }
}
