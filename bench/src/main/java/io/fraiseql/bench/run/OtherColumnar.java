package io.fraiseql.bench.run;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The table on a database that the tests use too: a file, or a server that ends with this process. */
record OtherColumnar(TestDatabase kind, String url) implements ColumnarDatabase {

    private static final String FILE = "columnar.db";

    static OtherColumnar open(TestDatabase kind, Path folder, int rows) throws IOException {
        String url = kind == TestDatabase.SQLITE ? file(folder.resolve("sqlite")) : kind.create(folder);
        String script = kind == TestDatabase.SQLITE
                ? ColumnarDatabase.script("tables-sqlite.sql", rows)
                : ColumnarDatabase.script("tables-mysql.sql", rows)
                        .replace(":uuid", kind == TestDatabase.MARIADB ? "uuid" : "char(36) CHARACTER SET ascii");
        TestDatabase.run(url, script);
        return new OtherColumnar(kind, url);
    }

    private static String file(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(folder.resolve(FILE + suffix));
        }
        return "jdbc:sqlite:" + folder.resolve(FILE);
    }

    @Override
    public long processId() throws IOException, SQLException {
        if (kind == TestDatabase.SQLITE) {
            return -1;
        }
        try (Connection connection = TestDatabase.connect(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@pid_file")) {
            row.next();
            Path file = Path.of(row.getString(1));
            return Files.exists(file) ? Long.parseLong(Files.readString(file).trim()) : -1;
        }
    }

    @Override
    public void close() {}
}
