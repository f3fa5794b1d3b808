package io.fraiseql.core.event;

import static io.fraiseql.core.event.Nodes.ALIAS;
import static io.fraiseql.core.event.Nodes.ascending;
import static io.fraiseql.core.event.Nodes.compare;
import static io.fraiseql.core.event.Nodes.first;
import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.DATETIME;
import static io.fraiseql.spi.database.ColumnType.JSON;
import static io.fraiseql.spi.database.ColumnType.UUID;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlRelation.Page;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlWrite;
import java.util.List;
import java.util.Map;

/** The statements on {@code fraiseql_event} by which events get their positions, are read by them and taken away. Immutable. */
final class LogStatements {

    private static final String TABLE = "fraiseql_event";
    private static final String SEQUENCE = "sequence";
    private static final String POSITION = "position";
    private static final String CREATED = "created_at";
    private static final String ROWS = "w";

    /** Numbers of committed events without a position, with what {@link EventColumns#change} takes, in the order of appending: how many at most. */
    final Prepared pending;
    /** When the first of them was written; no values. */
    final Prepared oldestPending;
    /** How many of them there are; no values. */
    final Prepared countPending;
    /** Gives positions to the first that have none: rows of sequence and position; the sequences; the positions. */
    final Prepared place;
    /** Events behind a position, in their order: the position, how many at most. */
    final Prepared after;
    /** The same, which also reads what is not the JSON that it should be. */
    final Prepared afterAsTexts;
    /** What {@link EventColumns#change} takes of them: the position, how many at most. */
    final Prepared changes;
    /** One that has a position: the id. */
    final Prepared one;
    /** When events up to a position were written, with their positions, in that order: the position, how many at most. */
    final Prepared ages;
    /** When the first event behind a position was written: the position. */
    final Prepared next;
    /** The last position that an event has; no values. */
    final Prepared last;
    /** Takes the events up to a position away: the position. */
    final Prepared delete;

    LogStatements(Dialect dialect) {
        SqlExpr unplaced = new SqlExpr.NullTest(Nodes.column(POSITION, BIGINT), false);
        SqlExpr behind = compare(POSITION, Operator.GREATER, 0, BIGINT);
        SqlExpr upTo = compare(POSITION, Operator.LESS_OR_EQUAL, 0, BIGINT);
        List<OrderTerm> byPosition = List.of(ascending(POSITION, BIGINT));
        // The position, which none of them has, is there for PostgreSQL: only so it takes the order from the index and
        // neither sorts nor passes the whole log.
        List<OrderTerm> bySequence = List.of(ascending(POSITION, BIGINT), ascending(SEQUENCE, BIGINT));
        Page one = new Page(new SqlExpr.Literal(1L, BIGINT), null);
        Map<String, ColumnType> created = Map.of(CREATED, DATETIME);
        this.pending = rows(dialect, EventColumns.change(SEQUENCE), unplaced, bySequence, first(0));
        this.oldestPending = rows(dialect, created, unplaced, bySequence, one);
        this.countPending = count(dialect, unplaced);
        this.place = place(dialect);
        this.after = rows(dialect, EventColumns.TYPES, behind, byPosition, first(1));
        this.afterAsTexts = rows(dialect, EventColumns.AS_TEXTS, behind, byPosition, first(1));
        this.changes = rows(dialect, EventColumns.change(POSITION), behind, byPosition, first(1));
        this.one = rows(
                dialect,
                EventColumns.TYPES,
                Nodes.all(Nodes.equal("id", 0, UUID), new SqlExpr.NullTest(Nodes.column(POSITION, BIGINT), true)),
                List.of(),
                null);
        this.ages = rows(dialect, EventColumns.AGE, upTo, byPosition, first(1));
        this.next = rows(dialect, created, behind, byPosition, one);
        this.last = rows(
                dialect,
                Map.of(POSITION, BIGINT),
                new SqlExpr.NullTest(Nodes.column(POSITION, BIGINT), true),
                List.of(new OrderTerm(Nodes.column(POSITION, BIGINT), true, false, false, false)),
                one);
        this.delete = Prepared.of(new SqlWrite.Delete(List.of(TABLE), ALIAS, upTo), dialect, List.of());
    }

    private static Prepared rows(
            Dialect dialect,
            Map<String, ColumnType> columns,
            SqlExpr where,
            List<OrderTerm> order,
            @Nullable Page page) {
        return Prepared.of(Nodes.select(columns, TABLE, where, order, page), dialect, List.copyOf(columns.values()));
    }

    private static Prepared count(Dialect dialect, SqlExpr where) {
        SelectItem count = new SelectItem(SqlAggregation.Aggregate.count(), "n");
        return Prepared.of(
                new Select(List.of(count), Nodes.table(TABLE), List.of(), where, List.of(), null),
                dialect,
                List.of(BIGINT));
    }

    private static Prepared place(Dialect dialect) {
        BoundRows rows = new BoundRows(
                new SqlExpr.Bind(0, JSON, false, null, List.of(BIGINT, BIGINT)),
                List.of(new SqlExpr.Bind(1, BIGINT, true, null), new SqlExpr.Bind(2, BIGINT, true, null)),
                ROWS);
        SqlExpr position = new SqlExpr.Column(ROWS, BoundRows.column(1), BIGINT, null, false);
        return Prepared.of(
                new SqlWrite.UpdateEach(
                        List.of(TABLE),
                        ALIAS,
                        rows,
                        List.of(Nodes.column(SEQUENCE, BIGINT)),
                        List.of(new SqlWrite.Assignment(POSITION, position))),
                dialect,
                List.of());
    }
}
