package io.fraiseql.distribution.engine;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.plugin.postgresql.PostgresConfig;
import io.fraiseql.plugin.postgresql.PostgresDatabaseFactory;
import io.fraiseql.plugin.sqlite.SqliteConfig;
import io.fraiseql.plugin.sqlite.SqliteDatabaseFactory;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.sql.Dialect;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A real database that an engine can be put on. */
public record Target(String url, int poolSize) {

    /** A file that need not exist yet. */
    public static Target sqlite(Path file) {
        return new Target("jdbc:sqlite:" + file, 3);
    }

    /** A PostgreSQL database that exists. */
    public static Target postgres(String url) {
        return new Target(url, 3);
    }

    /** With a pool of another size. */
    public Target pooled(int size) {
        return new Target(url, size);
    }

    /** Whether it is a PostgreSQL. */
    public boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** Runs statements one by one. */
    public void run(List<String> statements) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the script failed on " + url + ":\n" + String.join(";\n", statements), e);
        }
    }

    Dialect dialect() {
        return isPostgres() ? new PostgresDatabaseFactory().dialect() : new SqliteDatabaseFactory().dialect();
    }

    Database open() {
        PoolConfig pool = PoolConfig.ofSize(poolSize);
        return isPostgres()
                ? new PostgresDatabaseFactory().create(new PostgresConfig(url, null, null, pool), Clock::systemUTC)
                : new SqliteDatabaseFactory()
                        .create(new SqliteConfig(url, Duration.ofSeconds(5), pool), Clock::systemUTC);
    }
}
