package io.fraiseql.bench.run;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** A database with the table that columnar delivery is measured on. */
interface ColumnarDatabase extends AutoCloseable {

    TestDatabase kind();

    String url();

    /** The process whose CPU is the database's, with its children; -1 when it is part of the server or on another machine. */
    long processId() throws IOException, SQLException;

    @Override
    void close() throws IOException;

    /** Name and version. */
    default String product() throws SQLException {
        try (Connection connection = TestDatabase.connect(url())) {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /**
     * Starts a database and fills the table.
     *
     * @param folder takes what the database stores
     */
    static ColumnarDatabase open(TestDatabase kind, Path folder, int rows) throws IOException, SQLException {
        return kind == TestDatabase.POSTGRESQL
                ? PostgresColumnar.open(folder, rows)
                : OtherColumnar.open(kind, folder, rows);
    }

    /** The script that makes and fills the table. */
    static String script(String name, int rows) throws IOException {
        try (var file = ColumnarDatabase.class.getResourceAsStream("/io/fraiseql/bench/columnar/" + name)) {
            String script = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return script.replace(":rows", String.valueOf(rows));
        }
    }
}
