package org.commonfold.revenue.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What the tests of the rules are about. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final CommonsId LAB = new CommonsId(new UUID(7, 1));
    static final PartnerId ACME = new PartnerId(new UUID(7, 2));
    static final Period JANUARY = accepted(Period.of("2017-01-01", "2017-01-31"));

    private Samples() {}

    static Money euros(String value) {
        return accepted(Money.of(value, "EUR"));
    }

    static Declaration declaration(String euros, Usage... usage) {
        return new Declaration(euros(euros), JANUARY, Arrays.asList(usage), "invoice 1", null);
    }

    static Revenue revenue(Declaration declaration) {
        return Revenue.declared(new RevenueId(UUID.randomUUID()), LAB, ACME, declaration, NOON);
    }

    static Revenue revenueOf(String euros) {
        return revenue(declaration(euros));
    }

    static Revenue voided(Revenue revenue) {
        return revenue.voided(
                new RevenueEvent.Voided(revenue.id(), LAB, NOON, "tess", "Declared twice"));
    }

    static Receipt receipt(Revenue revenue, Money amount) {
        return new Receipt(
                new ReceiptId(UUID.randomUUID()), revenue.id(), amount, "transfer 1", NOON);
    }

    static Usage used(int contribution, int weight) {
        return new Usage(contribution(contribution), weight);
    }

    static ContributionId contribution(int number) {
        return new ContributionId(new UUID(8, number));
    }

    static SigningSecret secret(String serialised) {
        return new SigningSecret(
                new SigningSecretId(UUID.randomUUID()),
                ACME,
                serialised.substring("whsec_".length()),
                NOON);
    }

    static List<SigningSecret> secrets(String... serialised) {
        return Arrays.stream(serialised).map(Samples::secret).toList();
    }

    static <T> T accepted(Decision<T> decision) {
        return decision.fold(
                result -> result,
                () -> {
                    throw new AssertionError("Nothing new");
                },
                reason -> {
                    throw new AssertionError("Rejected: " + reason);
                });
    }
}
