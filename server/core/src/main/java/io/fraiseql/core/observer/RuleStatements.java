package io.fraiseql.core.observer;

import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.DATETIME;
import static io.fraiseql.spi.database.ColumnType.TEXT;

import io.fraiseql.core.event.Nodes;
import io.fraiseql.core.event.Prepared;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWrite.Assignment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements on {@code fraiseql_observer_rule}, in one dialect. Immutable. */
final class RuleStatements {

    static final Map<String, ColumnType> COLUMNS = columns();

    private static final String TABLE = "fraiseql_observer_rule";

    /** A new row: the values of each column. */
    final Prepared insert;
    /** Every row by name and version; no values. */
    final Prepared all;
    /** Those of one name, by version: the name. */
    final Prepared named;
    /** How many there are; no values. */
    final Prepared count;

    RuleStatements(Dialect dialect) {
        SqlExpr any = new SqlExpr.Logic(true, List.of());
        this.insert =
                Prepared.of(new SqlWrite.Insert(List.of(TABLE), assignments(), null, List.of()), dialect, List.of());
        this.all = rows(dialect, any);
        this.named = rows(dialect, Nodes.equal("name", 0, TEXT));
        SelectItem count = new SelectItem(SqlAggregation.Aggregate.count(), "n");
        this.count = Prepared.of(
                new Select(List.of(count), Nodes.table(TABLE), List.of(), any, List.of(), null),
                dialect,
                List.of(BIGINT));
    }

    private static Map<String, ColumnType> columns() {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("name", TEXT);
        columns.put("version", BIGINT);
        columns.put("state", TEXT);
        columns.put("rule", TEXT);
        columns.put("changed_at", DATETIME);
        columns.put("changed_by", TEXT);
        return Collections.unmodifiableMap(columns);
    }

    private static List<Assignment> assignments() {
        List<Assignment> values = new ArrayList<>();
        COLUMNS.forEach((name, type) -> values.add(Nodes.set(name, values.size(), type)));
        return values;
    }

    private static Prepared rows(Dialect dialect, SqlExpr where) {
        return Prepared.of(
                Nodes.select(
                        COLUMNS,
                        TABLE,
                        where,
                        List.of(Nodes.ascending("name", TEXT), Nodes.ascending("version", BIGINT)),
                        null),
                dialect,
                List.copyOf(COLUMNS.values()));
    }
}
