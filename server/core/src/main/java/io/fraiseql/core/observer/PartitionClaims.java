package io.fraiseql.core.observer;

import static io.fraiseql.core.event.Nodes.all;
import static io.fraiseql.core.event.Nodes.compare;
import static io.fraiseql.core.event.Nodes.equal;
import static io.fraiseql.core.event.Nodes.set;
import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.TEXT;

import io.fraiseql.core.event.Nodes;
import io.fraiseql.core.event.Prepared;
import io.fraiseql.core.json.Sha256;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.transport.EventPlace;
import java.util.List;
import java.util.Map;

/**
 * Which process has an event of a transport, where that counts: one row for each partition, which only goes on. A process that was suspended and wakes up
 * cannot write about an event that another one has taken up since. Thread-safe.
 */
final class PartitionClaims {

    private static final String TABLE = "fraiseql_transport_claim";

    private final String holder;
    /** Its partition. */
    private final Prepared one;
    /** Partition, number, holder. */
    private final Prepared insert;
    /** Number and holder; then the partition. Not to what is before. */
    private final Prepared take;
    /** The same, and not from another holder. */
    private final Prepared hold;

    /** @param holder tells this process from all others */
    PartitionClaims(Dialect dialect, String holder) {
        this.holder = holder;
        this.one = Prepared.of(
                Nodes.select(Map.of("number", BIGINT), TABLE, equal("name", 0, TEXT), List.of(), null),
                dialect,
                List.of(BIGINT));
        this.insert = Prepared.of(
                new SqlWrite.Insert(
                        List.of(TABLE),
                        List.of(set("name", 0, TEXT), set("number", 1, BIGINT), set("holder", 2, TEXT)),
                        null,
                        List.of()),
                dialect,
                List.of());
        SqlExpr before = compare("number", Operator.LESS, 0, BIGINT);
        SqlExpr same = equal("number", 0, BIGINT);
        this.take = update(dialect, new SqlExpr.Logic(false, List.of(before, same)));
        this.hold = update(dialect, new SqlExpr.Logic(false, List.of(before, all(same, equal("holder", 1, TEXT)))));
    }

    private static Prepared update(Dialect dialect, SqlExpr when) {
        return Prepared.of(
                new SqlWrite.Update(
                        List.of(TABLE),
                        Nodes.ALIAS,
                        List.of(set("number", 0, BIGINT), set("holder", 1, TEXT)),
                        all(equal("name", 2, TEXT), when),
                        List.of()),
                dialect,
                List.of());
    }

    /** Takes an event up that another process may have had; false when that is over by now. */
    boolean take(WriteSession session, EventPlace place) {
        return write(session, take, place);
    }

    /** Whether an event is this process's until the transaction ends; nobody can take it up before. */
    boolean hold(WriteSession session, EventPlace place) {
        return write(session, hold, place);
    }

    private boolean write(WriteSession session, Prepared update, EventPlace place) {
        String partition = Sha256.of(place.partition());
        if (update.update(session, place.number(), holder, partition) == 1) {
            return true;
        }
        try (RowCursor row = one.query(session, partition)) {
            if (row.next()) {
                return false;
            }
        }
        insert.update(session, partition, place.number(), holder);
        return true;
    }
}
