package io.fraiseql.core.event;

import static io.fraiseql.core.event.Nodes.equal;
import static io.fraiseql.core.event.Nodes.set;
import static io.fraiseql.spi.database.ColumnType.BIGINT;
import static io.fraiseql.spi.database.ColumnType.TEXT;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWrite.Assignment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often processes were told to forget results, by what these show. Thread-safe. */
public final class ResultStamps {

    private static final String TABLE = "fraiseql_result_stamp";

    private final EventStore store;
    private final Prepared all;
    private final Prepared insert;
    private final Prepared grow;

    public ResultStamps(EventStore store) {
        Dialect dialect = store.dialect();
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("name", TEXT);
        columns.put("stamp", BIGINT);
        Assignment one = new Assignment("stamp", new SqlExpr.Literal(1L, BIGINT));
        Assignment more = new Assignment("stamp", new SqlExpr.Incremented(Nodes.column("stamp", BIGINT)));
        this.store = store;
        this.all = Prepared.of(
                Nodes.select(columns, TABLE, new SqlExpr.Logic(true, List.of()), List.of(), null),
                dialect,
                List.of(TEXT, BIGINT));
        this.insert = Prepared.of(
                new SqlWrite.Insert(List.of(TABLE), List.of(set("name", 0, TEXT), one), null, List.of()),
                dialect,
                List.of());
        this.grow = Prepared.of(
                new SqlWrite.Update(List.of(TABLE), Nodes.ALIAS, List.of(more), equal("name", 0, TEXT), List.of()),
                dialect,
                List.of());
    }

    /** The numbers by name. */
    public Map<String, Long> read() {
        return store.read(session -> {
            Map<String, Long> stamps = new LinkedHashMap<>();
            try (RowCursor row = all.query(session)) {
                while (row.next()) {
                    stamps.put(Cells.text(row, 0), row.getLong(1));
                }
            }
            return stamps;
        });
    }

    /** Has the number of a name grow. */
    public void grow(String name) {
        try {
            store.write(session -> {
                if (grow.update(session, name) == 0) {
                    insert.update(session, name);
                }
            });
        } catch (ConstraintViolation e) {
            // Another process has begun it in between.
            store.write(session -> {
                if (grow.update(session, name) == 0) {
                    throw e;
                }
            });
        }
    }
}
