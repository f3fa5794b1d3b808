package io.fraiseql.plugin.testkit;

import io.fraiseql.spi.Nullable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real MySQL for tests: the one at {@code FRAISEQL_TEST_MYSQL_URL} (an administrator's JDBC URL) when that is set, else one started
 * from what {@code scripts/services} fetched into the cache folder. Tests that need it are not run when there is neither.
 */
public final class TestMysql {

    static final String NAME = "mysql";
    private static final String URL_VARIABLE = "FRAISEQL_TEST_MYSQL_URL";
    private static @Nullable TestMysqlServer shared;

    private TestMysql() {}

    /** Whether there is one. */
    public static boolean present() {
        return url() != null || Files.exists(fetched().resolve("mysqld"));
    }

    /** The server that all tests of this build share. */
    public static synchronized TestMysqlServer shared() {
        TestMysqlServer known = shared;
        if (known == null) {
            String url = url();
            known = url == null ? ofBuild() : TestMysqlServer.at(url);
            shared = known;
        }
        return known;
    }

    private static @Nullable String url() {
        String url = System.getenv(URL_VARIABLE);
        return url == null || url.isBlank() ? null : url;
    }

    private static Path fetched() {
        return Folders.cache().resolve("mysql");
    }

    private static TestMysqlServer ofBuild() {
        Path folder = SharedServer.folder();
        return folder == null ? start() : TestMysqlServer.at(new SharedServer(folder, NAME).url());
    }

    /** A server of its own; close it. */
    public static TestMysqlServer start() {
        Path base = fetched().resolve("root/usr");
        Path folder = Folders.temporary("test-mysql");
        List<String> common = List.of(
                fetched().resolve("mysqld").toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--datadir=" + folder.resolve("data"),
                "--basedir=" + base,
                "--lc-messages-dir=" + base.resolve("share/mysql"),
                "--character-sets-dir=" + base.resolve("share/mysql/charsets"),
                "--plugin-dir=" + base.resolve("lib/mysql/plugin"),
                "--secure-file-priv=",
                "--mysqlx=OFF",
                "--performance-schema=OFF",
                "--innodb-redo-log-capacity=16M",
                "--disable-log-bin");
        ServerProcess.prepare(and(common, "--initialize-insecure"), Map.of(), folder.resolve("install.log"));
        return TestMysqlServer.start(folder, NAME, common, Map.of());
    }

    private static List<String> and(List<String> command, String option) {
        return java.util.stream.Stream.concat(command.stream(), java.util.stream.Stream.of(option))
                .toList();
    }
}
