package io.fraiseql.core.event;

import static io.fraiseql.core.event.Nodes.ALIAS;
import static io.fraiseql.core.event.Nodes.all;
import static io.fraiseql.core.event.Nodes.ascending;
import static io.fraiseql.core.event.Nodes.compare;
import static io.fraiseql.core.event.Nodes.equal;
import static io.fraiseql.core.event.Nodes.first;
import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.DATETIME;
import static io.fraiseql.spi.database.ColumnType.TEXT;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWrite.Assignment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements on {@code fraiseql_observer_delivery}, in one dialect. Immutable. */
final class DeliveryStatements {

    static final Map<String, ColumnType> COLUMNS = columns();

    private static final String TABLE = "fraiseql_observer_delivery";
    private static final int KEY = 2;

    /** New rows: the rows; then the values of each column. */
    final Prepared insert;
    /** Other values for rows that are there: as {@link #insert}. */
    final Prepared update;
    /** Takes rows away: the keys; the positions; the rules. */
    final Prepared delete;
    /** What a rule has to do behind a position, in order: the rule, the position, the state that is left out, how many at most. */
    final Prepared pending;
    /** Rows of a state behind a position, in order: the state, the position, how many at most. */
    final Prepared inState;
    /** One row: position, rule. */
    final Prepared one;
    /** How many have a state: the state. */
    final Prepared count;
    /** How many do not: the state. */
    final Prepared countOthers;
    /** How many each rule has of each state: no values. */
    final Prepared countEach;

    DeliveryStatements(Dialect dialect) {
        List<String> names = List.copyOf(COLUMNS.keySet());
        List<ColumnType> types = List.copyOf(COLUMNS.values());
        BoundRows whole = Nodes.rows(types);
        BoundRows keys = Nodes.rows(types.subList(0, KEY));
        List<SqlExpr> key = List.of(Nodes.column("position", BIGINT), Nodes.column("rule", TEXT));
        this.insert = write(dialect, new SqlWrite.Insert(List.of(TABLE), values(names, 0), whole, List.of()));
        this.update = write(dialect, new SqlWrite.UpdateEach(List.of(TABLE), ALIAS, whole, key, values(names, KEY)));
        this.delete = write(dialect, new SqlWrite.Delete(List.of(TABLE), ALIAS, new SqlExpr.InRows(key, keys)));
        this.pending = select(
                dialect,
                all(
                        equal("rule", 0, TEXT),
                        compare("position", Operator.GREATER, 1, BIGINT),
                        compare("state", Operator.NOT_EQUAL, 2, TEXT)),
                3);
        this.inState =
                select(dialect, all(equal("state", 0, TEXT), compare("position", Operator.GREATER, 1, BIGINT)), 2);
        this.one = Prepared.of(
                Nodes.select(COLUMNS, TABLE, all(equal("position", 0, BIGINT), equal("rule", 1, TEXT)), order(), null),
                dialect,
                List.copyOf(COLUMNS.values()));
        this.count = count(dialect, equal("state", 0, TEXT));
        this.countEach = countEach(dialect);
        this.countOthers = count(dialect, compare("state", Operator.NOT_EQUAL, 0, TEXT));
    }

    private static Map<String, ColumnType> columns() {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("position", BIGINT);
        columns.put("rule", TEXT);
        columns.put("state", TEXT);
        columns.put("done", BIGINT);
        columns.put("attempt", BIGINT);
        columns.put("due_at", DATETIME);
        columns.put("history", TEXT);
        columns.put("event", TEXT);
        return Collections.unmodifiableMap(columns);
    }

    private static List<Assignment> values(List<String> names, int from) {
        List<Assignment> values = new ArrayList<>();
        for (int i = from; i < names.size(); i++) {
            String name = names.get(i);
            values.add(new Assignment(name, Nodes.given(i, COLUMNS.getOrDefault(name, TEXT))));
        }
        return values;
    }

    private static List<OrderTerm> order() {
        return List.of(ascending("position", BIGINT), ascending("rule", TEXT));
    }

    private static Prepared select(Dialect dialect, SqlExpr where, int limit) {
        return Prepared.of(
                Nodes.select(COLUMNS, TABLE, where, order(), first(limit)), dialect, List.copyOf(COLUMNS.values()));
    }

    private static Prepared count(Dialect dialect, SqlExpr where) {
        SelectItem count = new SelectItem(SqlAggregation.Aggregate.count(), "n");
        return Prepared.of(
                new Select(List.of(count), Nodes.table(TABLE), List.of(), where, List.of(), null),
                dialect,
                List.of(BIGINT));
    }

    private static Prepared countEach(Dialect dialect) {
        List<SqlExpr> keys = List.of(Nodes.column("rule", TEXT), Nodes.column("state", TEXT));
        List<SelectItem> items = List.of(
                new SelectItem(keys.get(0), "rule"),
                new SelectItem(keys.get(1), "state"),
                new SelectItem(SqlAggregation.Aggregate.count(), "n"));
        return Prepared.of(
                new Select(items, Nodes.table(TABLE), List.of(), null, keys, List.of(), null),
                dialect,
                List.of(TEXT, TEXT, BIGINT));
    }

    private static Prepared write(Dialect dialect, SqlWrite statement) {
        return Prepared.of(statement, dialect, List.of());
    }
}
