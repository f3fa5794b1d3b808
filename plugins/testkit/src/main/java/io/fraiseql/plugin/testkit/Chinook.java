package io.fraiseql.plugin.testkit;

import io.fraiseql.spi.Nullable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Chinook sample database, kept outside this project in the folder that {@code FRAISEQL_CHINOOK_DIR} names. Tests that
 * need it are not run without it: {@code assumeTrue(Chinook.present())}.
 */
public final class Chinook {

    private static final String VARIABLE = "FRAISEQL_CHINOOK_DIR";

    private Chinook() {}

    /** Whether the folder is known. */
    public static boolean present() {
        return folder() != null;
    }

    /**
     * The script for one dialect, without the lines that make or choose a database.
     *
     * @param dialect one of {@link TestDatabase}
     */
    public static String script(String dialect) {
        Path folder = folder();
        if (folder == null) {
            throw new IllegalStateException("set " + VARIABLE + " to the folder of the Chinook scripts");
        }
        try (var lines =
                Files.lines(folder.resolve("chinook_" + (dialect.equals("mariadb") ? "mysql" : dialect) + ".sql"))) {
            String script = lines.filter(Chinook::kept).collect(Collectors.joining("\n"));
            // SQL Server's begins by dropping a database in more than one line.
            return dialect.equals("sqlserver") ? script.substring(script.indexOf("CREATE TABLE")) : script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean kept(String line) {
        return Stream.of("DROP DATABASE", "CREATE DATABASE", "USE ", "\\c").noneMatch(line::startsWith);
    }

    private static @Nullable Path folder() {
        String folder = System.getenv(VARIABLE);
        return folder == null || folder.isBlank() ? null : Path.of(folder);
    }
}
