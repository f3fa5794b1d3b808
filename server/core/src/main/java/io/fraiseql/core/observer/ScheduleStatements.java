package io.fraiseql.core.observer;

import static io.fraiseql.core.event.Nodes.equal;
import static io.fraiseql.core.event.Nodes.set;
import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.TEXT;

import io.fraiseql.core.event.Nodes;
import io.fraiseql.core.event.Prepared;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlWrite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements on {@code fraiseql_observer_schedule}, in one dialect. Immutable. */
final class ScheduleStatements {

    private static final String TABLE = "fraiseql_observer_schedule";

    /** One: its rule. */
    final Prepared one;
    /** A new one: rule, expression, minute. */
    final Prepared insert;
    /** Another minute: expression, minute; rule and minute as they are. */
    final Prepared move;

    ScheduleStatements(Dialect dialect) {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("expression", TEXT);
        columns.put("minute", BIGINT);
        this.one = Prepared.of(
                Nodes.select(columns, TABLE, equal("rule", 0, TEXT), List.of(), null), dialect, List.of(TEXT, BIGINT));
        this.insert = Prepared.of(
                new SqlWrite.Insert(
                        List.of(TABLE),
                        List.of(set("rule", 0, TEXT), set("expression", 1, TEXT), set("minute", 2, BIGINT)),
                        null,
                        List.of()),
                dialect,
                List.of());
        this.move = Prepared.of(
                new SqlWrite.Update(
                        List.of(TABLE),
                        Nodes.ALIAS,
                        List.of(set("expression", 0, TEXT), set("minute", 1, BIGINT)),
                        Nodes.all(equal("rule", 2, TEXT), equal("minute", 3, BIGINT)),
                        List.of()),
                dialect,
                List.of());
    }
}
