package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.StatementRun;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Oid;
import org.postgresql.core.Parser;
import org.postgresql.jdbc.PgResultSet;

/**
 * Reads the rows of a statement by COPY, which costs the server and the driver less for each row than a portal. COPY takes no parameters: the
 * values are bound to settings of the transaction, and the statement reads those, each cast to its type as a parameter would be. The planner
 * estimates with a setting's value, and it may bound an index scan.
 */
final class CopyReading {

    private static final String SETTING = "fraiseql.bind";
    private static final String BEFORE = "fraiseql_copy";
    private static final String CANCELLED = "57014";

    private final Connection connection;
    private final SqlStatement statement;
    private final Object[] values;

    CopyReading(Connection connection, SqlStatement statement, Object[] values) {
        this.connection = connection;
        this.statement = statement;
        this.values = values;
    }

    /** Begins to read; null when a column has a type whose binary form is not read. */
    @Nullable
    RowCursor open(StatementRun run) throws SQLException {
        ColumnReader[] readers = readers();
        if (readers == null) {
            return null;
        }
        bind();
        execute("SAVEPOINT " + BEFORE);
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + withSettings() + ") TO STDOUT (FORMAT BINARY)");
        run.executed(() -> stop(copy), true);
        return new CopyCursor(copy, run, readers);
    }

    /** A statement that is cancelled takes its transaction along, and the snapshot that the next one needs; but not what was before its savepoint. */
    private void stop(CopyOut copy) throws SQLException {
        if (copy.isActive()) {
            cancel(copy);
        }
        execute("ROLLBACK TO SAVEPOINT " + BEFORE + "; RELEASE SAVEPOINT " + BEFORE);
    }

    private void execute(String command) throws SQLException {
        try (Statement simple = connection.createStatement()) {
            simple.execute(command);
        }
    }

    /** The driver's own cancel leaves what the server has sent for the next statement to stumble over. */
    private void cancel(CopyOut copy) throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
        try {
            byte[] rest = copy.readFromCopy();
            while (rest != null) {
                rest = copy.readFromCopy();
            }
        } catch (SQLException e) {
            if (!CANCELLED.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** COPY does not tell the types of its columns. */
    private ColumnReader @Nullable [] readers() throws SQLException {
        try (PreparedStatement described =
                connection.prepareStatement("SELECT * FROM (" + statement.sql() + ") AS described LIMIT 0")) {
            for (int i = 0; i < values.length; i++) {
                PostgresBinder.bind(described, i + 1, statement.binds().get(i), values[i]);
            }
            try (ResultSet none = described.executeQuery()) {
                return readers((PgResultSet) none);
            }
        }
    }

    private ColumnReader @Nullable [] readers(PgResultSet none) throws SQLException {
        ColumnReader[] readers = new ColumnReader[statement.shape().columns().size()];
        for (int i = 0; i < readers.length; i++) {
            ColumnType type = statement.shape().columns().get(i).type();
            int oid = none.getColumnOID(i + 1);
            boolean text = type == ColumnType.DURATION && oid == Oid.TEXT;
            if (!text && !ColumnReaders.sendsBinaryFor(type, oid)) {
                return null;
            }
            readers[i] = ColumnReaders.choose(type, oid, !text, i);
        }
        return readers;
    }

    private void bind() throws SQLException {
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                String type = PostgresBinder.sentType(statement.binds().get(i));
                settings.add("set_config('" + SETTING + i + "', (?::" + type + ")::text, true)");
            }
        }
        if (settings.isEmpty()) {
            return;
        }
        try (PreparedStatement set = connection.prepareStatement("SELECT " + String.join(", ", settings))) {
            int parameter = 0;
            for (int i = 0; i < values.length; i++) {
                if (values[i] != null) {
                    PostgresBinder.bind(set, ++parameter, statement.binds().get(i), values[i]);
                }
            }
            set.executeQuery().close();
        }
    }

    /** The statement with settings where its parameters stand, as the driver finds them. */
    private String withSettings() throws SQLException {
        NativeQuery query = Parser.parseJdbcSql(
                        statement.sql(),
                        connection.unwrap(BaseConnection.class).getStandardConformingStrings(),
                        true,
                        false,
                        false,
                        true)
                .get(0);
        StringBuilder sql = new StringBuilder();
        int from = 0;
        for (int i = 0; i < query.bindPositions.length; i++) {
            sql.append(query.nativeSql, from, query.bindPositions[i]);
            sql.append(values[i] == null ? "NULL" : "current_setting('" + SETTING + i + "')");
            from = query.bindPositions[i] + NativeQuery.bindName(i + 1).length();
        }
        return sql.append(query.nativeSql, from, query.nativeSql.length()).toString();
    }
}
