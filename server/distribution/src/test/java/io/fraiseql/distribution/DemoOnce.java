package io.fraiseql.distribution;

import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.server.demo.DemoDatabase;
import io.fraiseql.spi.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;

/** The demo as {@code demo} makes it, without a process for it: once for each database and all tests of this JVM, whose servers only read. */
final class DemoOnce {

    private static final Map<TestDatabase, String> SHARED = new EnumMap<>(TestDatabase.class);
    private static final String FILE = "data/test.db";

    private DemoOnce() {}

    /** The folder with the demo: a file of its own, or the database that the others read too. */
    static synchronized DatabaseFolder in(Path folder, TestDatabase database) throws IOException {
        String shared = SHARED.get(database);
        if (shared == null) {
            DatabaseFolder made = DatabaseFolder.empty(folder, database);
            fill(made);
            SHARED.put(database, database == TestDatabase.SQLITE ? kept(folder.resolve(FILE)) : made.url());
            return made;
        }
        if (database != TestDatabase.SQLITE) {
            return DatabaseFolder.empty(folder, shared);
        }
        DatabaseFolder copied = DatabaseFolder.empty(folder, database);
        Files.copy(Path.of(shared), folder.resolve(FILE));
        return copied;
    }

    private static void fill(DatabaseFolder made) {
        Target target = Target.at(made.absoluteUrl());
        String dialect = target.database().dialect();
        Path script = made.distribution().folder().resolve("migrations/demo").resolve(dialect + ".sql");
        try (Database opened = target.open()) {
            DemoDatabase.create(opened.systemDataSource(), dialect, script);
        }
    }

    private static String kept(Path file) throws IOException {
        Path kept = Files.createTempFile(
                Path.of(System.getProperty("distribution.classes")).getParent(), "demo", ".db");
        kept.toFile().deleteOnExit();
        return Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING).toString();
    }
}
