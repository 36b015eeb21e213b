package org.commonfold.payout.fold.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.payout.fold.application.Snapshots;
import org.commonfold.payout.fold.domain.Author;
import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Criterion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("What is saved of a partition")
class PostgresSnapshotsIT {

    /** That no log has. */
    private static final int PARTITION = 77;

    private static final CommonsId LAB = new CommonsId("saved-lab");
    private static final CommonsId OTHER = new CommonsId("saved-other");
    /** So many that a portion of them takes more than is read at a time. */
    private static final int WORKS = 120_000;

    @Inject
    DataSource source;

    @Inject
    PostgresSnapshots snapshots;

    private final Commonses commonses = new Commonses();
    private final Commonses restored = new Commonses();

    @AfterEach
    void nothing_is_saved() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from commons_snapshot where log_partition = " + PARTITION);
        }
    }

    @Test
    void is_read_in_steps_where_it_is_large() throws SQLException {
        List<byte[]> portions = new ArrayList<>();
        found(LAB);
        publish(LAB, WORKS);
        portions.add(portion(LAB));
        for (int more = 0; more < 3; more++) {
            publish(LAB, 1);
            portions.add(portion(LAB));
        }
        found(OTHER);
        publish(OTHER, 1);
        for (int number = 0; number < portions.size(); number++) {
            save(LAB, 1 + number, SnapshotFormat.VERSION, portions.get(number));
        }
        save(OTHER, 9, SnapshotFormat.VERSION, portion(OTHER));
        assertThat(portions.get(0)).hasSizeGreaterThan(4 << 20);

        Snapshots.Found found = snapshots.findAndAwait(PARTITION, 100, restored::restore);

        assertThat(found.asOf()).containsOnlyKeys(LAB, OTHER);
        assertThat(found.asOf()).containsEntry(LAB, 4L).containsEntry(OTHER, 9L);
        // The first portion told all; the turn that began with the next is not over.
        assertThat(found.turnsBeganAt()).containsOnlyKeys(LAB).containsEntry(LAB, 2L);
        assertThat(works(restored, LAB)).isEqualTo(works(commonses, LAB));
        assertThat(works(restored, OTHER)).isEqualTo(works(commonses, OTHER));
    }

    @Test
    void is_deleted_where_it_cannot_be_used() throws SQLException {
        found(LAB);
        found(OTHER);
        save(LAB, 5, SnapshotFormat.VERSION + 1, portion(LAB));
        save(OTHER, 6, SnapshotFormat.VERSION, portion(OTHER));

        Snapshots.Found found = snapshots.findAndAwait(PARTITION, 100, restored::restore);

        assertThat(found.asOf()).containsOnlyKeys(OTHER);
        assertThat(found.refoldFrom()).isZero();
        assertThat(saved()).containsExactly(OTHER.value());
    }

    private void found(CommonsId id) {
        Criterion quality = new Criterion("quality", 1, 1, List.of(0, 1, 2));
        Charter charter = new Charter(List.of(quality), 1, 1, 500, 5, 1_000, 10, 500);
        commonses.fold(new CommonsEvent.CommonsFounded(id, charter));
    }

    private void publish(CommonsId id, int count) {
        List<Author> authors = List.of(new Author(new ContributorId("ada"), 1));
        for (int work = 0; work < count; work++) {
            commonses.fold(new CommonsEvent.ContributionPublished(
                    id, new ContributionId(UUID.randomUUID().toString()), authors, List.of()));
        }
    }

    private byte[] portion(CommonsId id) {
        CommonsFold commons = commonses.find(id).orElseThrow();
        return SnapshotFormat.encode(commons.nextPortion().state());
    }

    private static List<ContributionId> works(Commonses of, CommonsId id) {
        return of.find(id).orElseThrow().works();
    }

    private void save(CommonsId id, long asOf, int format, byte[] data) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into commons_snapshot values (?, ?, ?, ?, ?)")) {
            statement.setString(1, id.value());
            statement.setLong(2, asOf);
            statement.setInt(3, PARTITION);
            statement.setInt(4, format);
            statement.setBytes(5, data);
            statement.executeUpdate();
        }
    }

    private List<String> saved() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select commons_id from commons_snapshot where log_partition = "
                                + PARTITION)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}
