package org.commonfold.revenue.delivery.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.delivery.domain.Subject;
import org.commonfold.revenue.messaging.Fields;

import java.util.List;

@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ContributionPublishedV1(
        String commonsId,
        String contributionId,
        String title,
        String kind,
        String licence,
        String contentUri,
        String contentDigest,
        List<AuthorV1> authors,
        List<DerivationV1> derivedFrom,
        String fulfils,
        String publishedAt)
        implements CatalogueRecord {

    static final String TYPE = "ContributionPublished.v1";

    record AuthorV1(String contributorId, Integer share) {
        static void check(AuthorV1 author) {
            Fields.present("authors", author);
            Fields.present("contributorId", author.contributorId);
            Fields.present("share", author.share);
        }
    }

    record DerivationV1(String contributionId, Integer basisPoints) {
        static void check(DerivationV1 derivation) {
            Fields.present("derivedFrom", derivation);
            Fields.contributionId(derivation.contributionId);
            Fields.present("basisPoints", derivation.basisPoints);
        }
    }

    @Override
    public Subject subject() {
        Fields.present("title", title);
        Fields.present("kind", kind);
        Fields.present("licence", licence);
        Fields.present("contentUri", contentUri);
        Fields.present("contentDigest", contentDigest);
        Fields.present("authors", authors).forEach(AuthorV1::check);
        if (derivedFrom != null) {
            derivedFrom.forEach(DerivationV1::check);
        }
        return new Subject.OfContribution(
                Fields.commonsId(commonsId), Fields.contributionId(contributionId));
    }

    @Override
    public String time() {
        return publishedAt;
    }
}
