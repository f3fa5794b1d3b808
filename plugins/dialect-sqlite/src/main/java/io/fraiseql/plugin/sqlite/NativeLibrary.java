package io.fraiseql.plugin.sqlite;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads SQLite out of the driver's jar by way of a folder that no other process knows. In the folder that all share,
 * the driver tidies up after others that are ending at the same time, and reports what it finds gone as errors.
 */
final class NativeLibrary {

    private static final String FOLDER = "org.sqlite.tmpdir";

    private static boolean loaded;

    private NativeLibrary() {}

    /** Done once in a process. Called from any thread. */
    static synchronized void load() throws SQLException {
        if (loaded) {
            return;
        }
        String shared = System.getProperty(FOLDER, System.getProperty("java.io.tmpdir"));
        try {
            Path own = Files.createTempDirectory(Path.of(shared), "fraiseql-sqlite-");
            System.setProperty(FOLDER, own.toString());
            try {
                loaded = SQLiteJDBCLoader.initialize();
            } finally {
                System.setProperty(FOLDER, shared);
                remove(own.toFile());
            }
        } catch (Exception e) {
            throw new SQLException("SQLite's library cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** A library that is loaded needs no file; where the system holds the file nevertheless, it goes with the process. */
    private static void remove(File folder) {
        folder.deleteOnExit();
        for (File file : Objects.requireNonNull(folder.listFiles())) {
            if (!file.delete()) {
                file.deleteOnExit();
            }
        }
        folder.delete();
    }
}
