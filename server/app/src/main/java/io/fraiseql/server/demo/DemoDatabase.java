package io.fraiseql.server.demo;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Makes the demo bookshop in an empty database. Called by commands and tests; any thread, one call per database. */
public final class DemoDatabase {

    private static final int BATCH = 1_000;

    private DemoDatabase() {}

    /**
     * Creates the tables and views and fills them: afterwards everything is there, or nothing.
     *
     * @param dialect {@code sqlite}, {@code postgresql}, {@code mysql}, {@code mariadb} or {@code sqlserver}
     * @param ddl the file {@code migrations/demo/DIALECT.sql}: statements that each end with a semicolon at the end of a line
     * @return the number of rows
     * @throws FraiseqlException with a {@link DemoErrorCode}; {@code DEMO_TABLES_EXIST} when one of the tables is already there
     */
    public static int create(DataSource database, String dialect, Path ddl) {
        DemoValues values = DemoValues.forDialect(dialect);
        List<String> statements = statements(ddl);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            CreatedObjects created = new CreatedObjects();
            try {
                refuseExisting(connection);
                execute(connection, statements, created);
                int rows = fill(connection, values);
                connection.commit();
                return rows;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                if (connection.getMetaData().dataDefinitionCausesTransactionCommit()) {
                    created.drop(connection);
                }
                throw e;
            }
        } catch (SQLException e) {
            throw new FraiseqlException(
                    DemoErrorCode.DEMO_FAILED,
                    "the demo database could not be made; the log has the cause, and nothing was kept",
                    e);
        }
    }

    private static List<String> statements(Path ddl) {
        try {
            return Files.readString(ddl)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.collectingAndThen(
                            Collectors.joining("\n"),
                            text -> List.of(text.strip().split(";(\n|$)"))));
        } catch (IOException e) {
            throw new FraiseqlException(
                    DemoErrorCode.DEMO_NOT_AVAILABLE,
                    "cannot read " + ddl.getFileName() + "; give the path of migrations/demo/DIALECT.sql",
                    e);
        }
    }

    private static void refuseExisting(Connection connection) throws SQLException {
        Set<String> wanted = DemoData.tables().stream().map(DemoTable::name).collect(Collectors.toSet());
        Set<String> found = new TreeSet<>();
        @Nullable String schema = connection.getSchema();
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), schema, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                found.add(tables.getString("TABLE_NAME"));
            }
        }
        found.retainAll(wanted);
        if (!found.isEmpty()) {
            throw new FraiseqlException(
                    DemoErrorCode.DEMO_TABLES_EXIST,
                    "the database already has " + String.join(", ", found) + "; the demo needs an empty database");
        }
    }

    private static void execute(Connection connection, List<String> statements, CreatedObjects created)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
                created.executed(sql);
            }
        }
    }

    private static int fill(Connection connection, DemoValues values) throws SQLException {
        int rows = 0;
        for (DemoTable table : DemoData.tables()) {
            try (PreparedStatement insert = connection.prepareStatement(insert(table))) {
                for (int row = 0; row < table.rows(); row++) {
                    bind(insert, table, values, table.row().apply(row));
                    if ((row + 1) % BATCH == 0 || row + 1 == table.rows()) {
                        insert.executeBatch();
                    }
                }
            }
            rows += table.rows();
        }
        return rows;
    }

    private static void bind(PreparedStatement insert, DemoTable table, DemoValues values, Object[] row)
            throws SQLException {
        for (int column = 0; column < row.length; column++) {
            values.bind(insert, column + 1, table.columns().get(column), row[column]);
        }
        insert.addBatch();
    }

    private static String insert(DemoTable table) {
        String columns = table.columns().stream()
                .map(column -> '"' + column.name() + '"')
                .collect(Collectors.joining(", "));
        String binds = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO \"" + table.name() + "\" (" + columns + ") VALUES (" + binds + ")";
    }
}
