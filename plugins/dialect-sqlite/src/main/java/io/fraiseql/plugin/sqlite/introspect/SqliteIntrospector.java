package io.fraiseql.plugin.sqlite.introspect;

import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a SQLite file holds. Used by the thread that has the connection. */
public final class SqliteIntrospector {

    private static final String MAIN = "main";

    private final Pragmas pragmas;

    public SqliteIntrospector(Connection connection) {
        this.pragmas = new Pragmas(connection);
    }

    /**
     * Reads tables and views; not virtual tables, their shadow tables and SQLite's own.
     *
     * @param schemas nothing, {@code ""} or {@code main}
     * @throws FraiseqlException {@code MISCONFIGURED} for another schema
     */
    public DatabaseSchema read(List<String> schemas) throws SQLException {
        for (String schema : schemas) {
            if (!schema.isEmpty() && !schema.equalsIgnoreCase(MAIN)) {
                throw new FraiseqlException(
                        DatabaseErrorCode.MISCONFIGURED,
                        "SQLite has no schema '" + schema + "'; leave the schemas out");
            }
        }
        List<Table> tables = new ArrayList<>();
        for (Pragmas.Relation relation : pragmas.relations()) {
            tables.add(new TableReader(pragmas, relation).read());
        }
        return new DatabaseSchema(tables, List.of());
    }
}
