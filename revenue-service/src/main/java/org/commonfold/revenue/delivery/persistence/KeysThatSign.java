package org.commonfold.revenue.delivery.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.sealing.Sealer;
import org.commonfold.revenue.delivery.domain.SigningKey;
import org.jboss.logging.Logger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The keys of endpoints, opened. */
@ApplicationScoped
class KeysThatSign {

    private static final Logger LOG = Logger.getLogger(KeysThatSign.class);

    private static final String KEYS = """
            select key_id, endpoint_id, scheme, sealed from endpoint_key
             where endpoint_id = any($1) and (expires_at is null or expires_at > $2)
             order by scheme, created_at desc, key_id desc""";

    private final Pool pool;
    private final Sealer sealer;

    KeysThatSign(Pool pool, Sealer sealer) {
        this.pool = pool;
        this.sealer = sealer;
    }

    /** Of each endpoint, those of v1 first; none when one of its own does not open. */
    Uni<Map<UUID, List<SigningKey>>> of(Collection<UUID> endpoints, Instant now) {
        return pool.preparedQuery(KEYS)
                .execute(Tuple.of(endpoints.toArray(UUID[]::new), now.atOffset(ZoneOffset.UTC)))
                .map(this::opened);
    }

    private Map<UUID, List<SigningKey>> opened(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.groupingBy(
                        row -> row.getUUID("endpoint_id"),
                        Collectors.collectingAndThen(Collectors.toList(), this::openedOrNone)));
    }

    /** What cannot be opened is the matter of one endpoint, and must not stop the others. */
    private List<SigningKey> openedOrNone(List<Row> rows) {
        try {
            return rows.stream().map(this::opened).toList();
        } catch (RuntimeException damaged) {
            LOG.error("Nothing is sent to an endpoint whose keys do not open", damaged);
            return List.of();
        }
    }

    private SigningKey opened(Row row) {
        String purpose = EndpointKeyRow.purpose(row.getUUID("key_id"));
        byte[] bytes = sealer.open(purpose, row.getString("sealed"));
        return new SigningKey(row.getString("scheme"), new String(bytes, StandardCharsets.UTF_8));
    }
}
