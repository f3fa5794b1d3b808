package io.fraiseql.bench.run;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The table on the PostgreSQL that the other measurements use too. */
record PostgresColumnar(BenchPostgres server, String url) implements ColumnarDatabase {

    static PostgresColumnar open(Path folder, int rows) throws IOException, SQLException {
        BenchPostgres server = BenchPostgres.open(folder.resolve("postgres"));
        try {
            String url = server.empty("fraiseql_columnar");
            BenchPostgres.execute(url, ColumnarDatabase.script("tables.sql", rows));
            return new PostgresColumnar(server, url);
        } catch (IOException | SQLException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public TestDatabase kind() {
        return TestDatabase.POSTGRESQL;
    }

    @Override
    public long processId() throws SQLException {
        return server.processId();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
