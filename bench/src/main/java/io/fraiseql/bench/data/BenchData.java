package io.fraiseql.bench.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills a database with the data set. */
public final class BenchData {

    private static final int SEED = 20_261_120;

    private BenchData() {}

    /** Makes and fills the tables through {@code COPY}, then the indexes. */
    public static void load(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            run(connection, "tables.sql");
            for (BenchTable table : BenchTables.all()) {
                copy(table, connection);
            }
            run(connection, "indexes.sql");
        }
    }

    private static void copy(BenchTable table, Connection connection) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table.name() + " FROM STDIN");
        Draw draw = new Draw(SEED);
        CopyRow out = new CopyRow();
        for (int row = 1; row <= table.rows(); row++) {
            table.write(row, draw, out);
            if (out.full()) {
                copy.writeToCopy(out.drain());
            }
        }
        copy.writeToCopy(out.drain());
        copy.endCopy();
    }

    private static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : resource(script).split(";\n")) {
                statement.execute(sql);
            }
        }
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(BenchData.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
