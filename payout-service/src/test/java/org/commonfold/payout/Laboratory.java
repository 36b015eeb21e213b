package org.commonfold.payout;

import static org.awaitility.Awaitility.await;

import org.commonfold.kit.testing.Infrastructure;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** A commons of its own, told event by event as other services would write it. */
public final class Laboratory {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHARTER = """
            {"criteria": [{"name": "quality", "weight": 2, "min": 1, "points": [0, 1, 2, 3, 5]}],
             "quorum": 2, "referencePoints": 13, "priorPerMille": 500, "levellingRatings": 5,
             "pairCapBasisPoints": 1000, "pairAllowanceRatings": 10, "treasuryBasisPoints": %d}""";

    public final String id = UUID.randomUUID().toString();

    private final DataSource database;
    private String currency = "EUR";
    private Integer partition;
    private String servers = Infrastructure.CHOSEN.kafkaBootstrapServers();
    private final List<String[]> events = new ArrayList<>();

    private Laboratory(DataSource database) {
        this.database = database;
    }

    public static Laboratory founded(DataSource database) {
        return new Laboratory(database).add("CommonsFounded", "\"charter\": " + charter(500));
    }

    /** Of another broker than the tests share. */
    public Laboratory at(String otherServers) {
        servers = otherServers;
        return this;
    }

    /** Of what is declared from now on; EUR otherwise. */
    public Laboratory earningIn(String other) {
        currency = other;
        return this;
    }

    /** As a client may write that hashes keys in a way of its own. */
    Laboratory inPartition(int any) {
        partition = any;
        return this;
    }

    static String charter(int treasuryBasisPoints) {
        return CHARTER.formatted(treasuryBasisPoints);
    }

    Laboratory amended(int treasuryBasisPoints) {
        return add("CharterAmended", "\"charter\": " + charter(treasuryBasisPoints));
    }

    /** A work by authors of equal shares. */
    public String published(String... authors) {
        return derived(null, 0, authors);
    }

    String derived(String upstream, int basisPoints, String... authors) {
        String work = UUID.randomUUID().toString();
        List<String> shares = new ArrayList<>();
        for (String author : authors) {
            shares.add("{\"contributorId\": \"%s\", \"share\": 1}".formatted(author));
        }
        String from = upstream == null
                ? ""
                : ", \"derivedFrom\": [{\"contributionId\": \"%s\", \"basisPoints\": %d}]"
                        .formatted(upstream, basisPoints);
        add(
                "ContributionPublished",
                "\"contributionId\": \"%s\", \"authors\": [%s]%s"
                        .formatted(work, String.join(", ", shares), from));
        return work;
    }

    public Laboratory rated(String rater, String work, int score) {
        return add(
                "PeerRated",
                "\"contributionId\": \"%s\", \"raterId\": \"%s\", \"scores\": {\"quality\": %d}"
                        .formatted(work, rater, score));
    }

    public String declared(String amount) {
        String revenue = UUID.randomUUID().toString();
        declared(revenue, amount);
        return revenue;
    }

    Laboratory declared(String revenue, String amount) {
        return add(
                "RevenueDeclared",
                "\"revenueId\": \"%s\", \"partnerId\": \"acme\", \"amount\": %s"
                        .formatted(revenue, money(amount, currency)));
    }

    public Laboratory received(String revenue, String amount) {
        return add(
                "RevenueReceived",
                "\"revenueId\": \"%s\", \"amount\": %s"
                        .formatted(revenue, money(amount, currency)));
    }

    Laboratory voided(String revenue) {
        return add("RevenueVoided", "\"revenueId\": \"%s\"".formatted(revenue));
    }

    static String money(String value) {
        return money(value, "EUR");
    }

    private static String money(String value, String currency) {
        return "{\"value\": \"%s\", \"currency\": \"%s\"}".formatted(value, currency);
    }

    private Laboratory add(String type, String fields) {
        events.add(new String[] {type, "{\"commonsId\": \"" + id + "\", " + fields + "}"});
        return this;
    }

    /** Writes what has been told since the last time. */
    public Laboratory written() {
        try (CommonsLog log = CommonsLog.connect(servers)) {
            for (String[] event : events) {
                log.write(
                        partition,
                        "org.commonfold." + event[0] + ".v1",
                        UUID.randomUUID().toString(),
                        id,
                        event[1].getBytes(StandardCharsets.UTF_8));
            }
        }
        events.clear();
        return this;
    }

    /** The entry of a kind that a revenue has made, as soon as it is there. */
    public String entry(String revenue, String kind) {
        await().atMost(PATIENCE).until(() -> find(revenue, kind) != null);
        return find(revenue, kind);
    }

    private String find(String revenue, String kind) {
        String sql = "select entry_id from entry where revenue_id = ? and kind = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, revenue);
            statement.setString(2, kind);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
