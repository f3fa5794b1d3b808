package io.fraiseql.core.event;

import static io.fraiseql.core.event.Nodes.ALIAS;
import static io.fraiseql.core.event.Nodes.all;
import static io.fraiseql.core.event.Nodes.equal;
import static io.fraiseql.core.event.Nodes.set;
import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.TEXT;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWrite.Assignment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements on {@code fraiseql_event_cursor}, in one dialect. Immutable. */
final class CursorStatements {

    private static final String TABLE = "fraiseql_event_cursor";
    private static final Map<String, ColumnType> COLUMNS = columns();

    /** Every cursor by name; no values. */
    final Prepared all;
    /** One cursor: its name. */
    final Prepared one;
    /** A new cursor: name, position, owner. */
    final Prepared insert;
    /** Another owner: the owner, the next token; name, token and beat as they were seen. */
    final Prepared claim;
    /** A sign of life, and another position: the position; name, token and position as they are. */
    final Prepared move;
    /** No owner: name, token. */
    final Prepared release;

    CursorStatements(Dialect dialect) {
        this.all = rows(dialect, new SqlExpr.Logic(true, List.of()));
        this.one = rows(dialect, equal("name", 0, TEXT));
        this.insert = write(
                dialect,
                new SqlWrite.Insert(
                        List.of(TABLE),
                        List.of(
                                set("name", 0, TEXT),
                                set("position", 1, BIGINT),
                                set("owner", 2, TEXT),
                                new Assignment("token", new SqlExpr.Literal(1L, BIGINT)),
                                new Assignment("beat", new SqlExpr.Literal(0L, BIGINT))),
                        null,
                        List.of()));
        this.claim = update(
                dialect,
                List.of(
                        set("owner", 0, TEXT),
                        set("token", 1, BIGINT),
                        new Assignment("beat", new SqlExpr.Literal(0L, BIGINT))),
                all(equal("name", 2, TEXT), equal("token", 3, BIGINT), equal("beat", 4, BIGINT)));
        this.move = update(
                dialect,
                List.of(
                        set("position", 0, BIGINT),
                        new Assignment("beat", new SqlExpr.Incremented(Nodes.column("beat", BIGINT)))),
                all(equal("name", 1, TEXT), equal("token", 2, BIGINT), equal("position", 3, BIGINT)));
        this.release = update(
                dialect,
                List.of(new Assignment("owner", new SqlExpr.Literal(null, TEXT))),
                all(equal("name", 0, TEXT), equal("token", 1, BIGINT)));
    }

    private static Map<String, ColumnType> columns() {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("name", TEXT);
        columns.put("position", BIGINT);
        columns.put("owner", TEXT);
        columns.put("token", BIGINT);
        columns.put("beat", BIGINT);
        return columns;
    }

    private static Prepared rows(Dialect dialect, SqlExpr where) {
        return Prepared.of(
                Nodes.select(COLUMNS, TABLE, where, List.of(Nodes.ascending("name", TEXT)), null),
                dialect,
                List.copyOf(COLUMNS.values()));
    }

    private static Prepared update(Dialect dialect, List<Assignment> values, SqlExpr where) {
        return write(dialect, new SqlWrite.Update(List.of(TABLE), ALIAS, values, where, List.of()));
    }

    private static Prepared write(Dialect dialect, SqlWrite statement) {
        return Prepared.of(statement, dialect, List.of());
    }
}
