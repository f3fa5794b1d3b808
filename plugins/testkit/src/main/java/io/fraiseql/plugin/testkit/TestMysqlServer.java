package io.fraiseql.plugin.testkit;

import io.fraiseql.spi.Nullable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A running MySQL or MariaDB: see {@link TestMysql} and {@link TestMariaDb}. Usable from any thread. */
public final class TestMysqlServer implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String QUERY_LOG = "queries.log";

    private final String adminUrl;
    private final @Nullable ServerProcess process;
    private final @Nullable Path queryLog;

    private TestMysqlServer(String adminUrl, @Nullable ServerProcess process, @Nullable Path queryLog) {
        this.adminUrl = adminUrl;
        this.process = process;
        this.queryLog = queryLog;
    }

    /** A server that somebody else runs. */
    static TestMysqlServer at(String adminUrl) {
        return new TestMysqlServer(adminUrl, null, null);
    }

    /**
     * Starts a server.
     *
     * @param folder holds the data folder
     * @param scheme {@code mysql} or {@code mariadb}
     * @param command with what only this server needs
     */
    static TestMysqlServer start(Path folder, String scheme, List<String> command, Map<String, String> environment) {
        int port = ServerProcess.freePort();
        Path log = folder.resolve(QUERY_LOG);
        List<String> line = new ArrayList<>(command);
        // With a temporary folder of its own: a server that starts deletes there what it takes for its own leftovers.
        line.addAll(List.of(
                "--tmpdir=" + folder,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + folder.resolve("server.sock"),
                "--pid-file=" + folder.resolve("server.pid"),
                "--character-set-server=utf8mb4",
                "--max-connections=500",
                "--innodb-buffer-pool-size=64M",
                "--innodb-flush-log-at-trx-commit=0",
                "--general-log-file=" + log));
        String url = "jdbc:" + scheme + "://127.0.0.1:" + port + "/mysql?user=root";
        return new TestMysqlServer(url, ServerProcess.start(folder, line, environment, url), log);
    }

    /** The URL of the administrative database. */
    public String adminUrl() {
        return adminUrl;
    }

    /** Makes an empty database with a name of its own and returns its URL. */
    public String createDatabase() {
        return createDatabase("test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet());
    }

    /** Makes an empty database, dropping one of that name first, and returns its URL. */
    public String createDatabase(String name) {
        TestDatabase.run(adminUrl, "DROP DATABASE IF EXISTS `" + name + "`; CREATE DATABASE `" + name + "`");
        return adminUrl.replaceFirst("(://[^/]+/)[^?]*", "$1" + name);
    }

    /** Has each statement written to {@link #queries} from now on. */
    public void logQueries() {
        TestDatabase.run(adminUrl, "SET GLOBAL general_log = ON");
    }

    /**
     * What the log of statements holds.
     *
     * @throws IllegalStateException for a server that was not started here
     */
    public String queries() {
        if (queryLog == null) {
            throw new IllegalStateException("the log of the server at " + adminUrl + " cannot be read");
        }
        try {
            return Files.exists(queryLog) ? Files.readString(queryLog, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
