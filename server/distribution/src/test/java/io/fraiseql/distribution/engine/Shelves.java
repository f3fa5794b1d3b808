package io.fraiseql.distribution.engine;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small schema of shelves, books and pages, and views that take for ever. */
final class Shelves {

    private Shelves() {}

    /** The tables and the view on a new database, empty. */
    static Target on(TestDatabase database, Path folder) {
        Target target = Target.create(database, folder);
        target.run(tables(database == TestDatabase.SQLSERVER ? "NVARCHAR(MAX)" : "TEXT"));
        target.run(List.of(endless(database)));
        return target;
    }

    private static String endless(TestDatabase database) {
        String view = "CREATE VIEW endless AS SELECT id, label FROM shelf WHERE ";
        return switch (database) {
            case SQLITE ->
                view + "(WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n) > 0";
            case POSTGRESQL -> "CREATE VIEW endless AS SELECT id, label || pg_sleep(60)::text AS label FROM shelf";
            case SQLSERVER ->
                view + "(SELECT COUNT_BIG(*) FROM sys.all_columns AS a CROSS JOIN sys.all_columns AS b"
                        + " CROSS JOIN sys.all_columns AS c CROSS JOIN sys.all_columns AS d) > id";
            case MARIADB, MYSQL ->
                view + "(WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 900)"
                        + " SELECT count(*) FROM n a, n b, n c, n d WHERE a.x + b.x + c.x + d.x < 0) > id";
        };
    }

    private static List<String> tables(String text) {
        return List.of(
                "CREATE TABLE shelf (id INTEGER NOT NULL PRIMARY KEY, label " + text + " NOT NULL)",
                "CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY, shelf_id INTEGER NOT NULL REFERENCES shelf (id),"
                        + " title " + text + " NOT NULL)",
                "CREATE TABLE page (id INTEGER NOT NULL PRIMARY KEY, book_id INTEGER NOT NULL REFERENCES book (id),"
                        + " words " + text + " NOT NULL)");
    }

    /** Fills shelves with books and books with pages. */
    static void fill(Target target, int shelves, int books, int pages, int words) {
        String text = "w".repeat(words);
        target.run(List.of(
                insert("shelf", shelves, n -> n + ", 'shelf " + n + "'"),
                insert("book", shelves * books, n -> n + ", " + (n % shelves) + ", 'book " + n + "'"),
                insert("page", shelves * books * pages, n -> n + ", " + (n % (shelves * books)) + ", '" + text + "'")));
    }

    private static String insert(String table, int count, java.util.function.IntFunction<String> row) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add("(" + row.apply(i) + ")");
        }
        return "INSERT INTO " + table + " VALUES " + String.join(", ", rows);
    }
}
