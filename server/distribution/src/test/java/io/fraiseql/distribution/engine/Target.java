package io.fraiseql.distribution.engine;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.plugin.mysql.MariadbConfig;
import io.fraiseql.plugin.mysql.MariadbDatabaseFactory;
import io.fraiseql.plugin.mysql.MysqlConfig;
import io.fraiseql.plugin.mysql.MysqlDatabaseFactory;
import io.fraiseql.plugin.postgresql.PostgresConfig;
import io.fraiseql.plugin.postgresql.PostgresDatabaseFactory;
import io.fraiseql.plugin.sqlite.SqliteConfig;
import io.fraiseql.plugin.sqlite.SqliteDatabaseFactory;
import io.fraiseql.plugin.sqlserver.SqlServerConfig;
import io.fraiseql.plugin.sqlserver.SqlServerDatabaseFactory;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseFactory;
import io.fraiseql.spi.sql.Dialect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real database that an engine can be put on. */
public record Target(String url, int poolSize) {

    private static final int POOL_SIZE = 3;

    /** A new database; ends the test as not run where the server for it is missing. */
    public static Target create(TestDatabase database, Path folder) {
        database.require();
        return at(database.create(folder));
    }

    /** A database that exists. */
    public static Target at(String url) {
        return new Target(url, POOL_SIZE);
    }

    /** With a pool of another size. */
    public Target pooled(int size) {
        return new Target(url, size);
    }

    /** What kind of database it is. */
    public TestDatabase database() {
        return TestDatabase.at(url);
    }

    /** The rows of a query, each value as its text; null for a null. */
    public List<List<String>> rows(String sql) {
        try (var connection = TestDatabase.connect(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<List<String>> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                found.add(row);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Runs statements one by one. */
    public void run(List<String> statements) {
        try (var connection = TestDatabase.connect(url);
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

    /** The SQL of a kind of database. */
    public static Dialect dialect(TestDatabase database) {
        return factory(database).dialect();
    }

    private static DatabaseFactory<?> factory(TestDatabase database) {
        return switch (database) {
            case SQLITE -> new SqliteDatabaseFactory();
            case POSTGRESQL -> new PostgresDatabaseFactory();
            case MARIADB -> new MariadbDatabaseFactory();
            case MYSQL -> new MysqlDatabaseFactory();
            case SQLSERVER -> new SqlServerDatabaseFactory();
        };
    }

    /** Opens it with its plugin. */
    public Database open() {
        PoolConfig pool = PoolConfig.ofSize(poolSize);
        Clock clock = Clock.systemUTC();
        return switch (database()) {
            case SQLITE ->
                new SqliteDatabaseFactory().create(new SqliteConfig(url, Duration.ofSeconds(5), pool), () -> clock);
            case POSTGRESQL -> new PostgresDatabaseFactory().create(PostgresConfig.of(url, pool), () -> clock);
            case MARIADB -> new MariadbDatabaseFactory().create(new MariadbConfig(url, null, null, pool), () -> clock);
            case MYSQL -> new MysqlDatabaseFactory().create(new MysqlConfig(url, null, null, pool), () -> clock);
            case SQLSERVER ->
                new SqlServerDatabaseFactory().create(new SqlServerConfig(url, null, null, pool), () -> clock);
        };
    }
}
