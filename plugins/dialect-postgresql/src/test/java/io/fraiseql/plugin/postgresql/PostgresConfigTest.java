package io.fraiseql.plugin.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.plugin.testkit.TestPostgres;
import io.fraiseql.spi.ByteSize;
import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.Secret;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.SQLException;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class PostgresConfigTest {

    private static PostgresDatabase open(String url, String user) {
        return new PostgresDatabase(
                new PostgresConfig(url, user, Secret.of("wrong"), ByteSize.parse("1MiB"), PoolConfig.ofSize(1)));
    }

    private static void fails(DatabaseErrorCode code, String url, String user) {
        assertThatThrownBy(() -> open(url, user).close())
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void refusesAnotherDatabasesUrl() {
        assertThatThrownBy(() -> PostgresConfig.of("jdbc:sqlite:x", PoolConfig.ofSize(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:postgresql:");
    }

    @Test
    void refusesAUserOrPasswordThatTheUrlNamesToo() {
        for (String url : new String[] {"jdbc:postgresql://x/y?user=a", "jdbc:postgresql://x/y?ssl=true&password=a"}) {
            assertThatThrownBy(() -> open(url, "b"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is also in url");
        }
    }

    @Test
    void aDatabaseThatIsGoneIsUnavailable() {
        fails(DatabaseErrorCode.UNAVAILABLE, "jdbc:postgresql://127.0.0.1:1/x", "nobody");
    }

    @Test
    void anUnknownUserOrDatabaseIsMisconfigured() {
        String url = TestPostgres.shared().createDatabase();
        fails(DatabaseErrorCode.MISCONFIGURED, url.replaceFirst("\\?.*", ""), "nobody_of_this_name");
        fails(DatabaseErrorCode.MISCONFIGURED, url.replaceFirst("/test_[^?]*", "/no_such_database"), null);
    }

    @Test
    void aWrongPasswordIsMisconfigured() {
        assertThat(new PostgresErrors()
                        .translate(new SQLException("x", "28P01"))
                        .code())
                .isEqualTo(DatabaseErrorCode.MISCONFIGURED);
    }

    @Test
    void sessionsAreSetUp() throws Exception {
        String url = TestPostgres.shared().createDatabase();
        PostgresConfig config = PostgresConfig.of(url, PoolConfig.ofSize(1));
        try (var connection = new PostgresConnections(config).openReading();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select concat_ws('|', current_setting('TimeZone'), current_setting('intervalstyle'),"
                                        + " current_setting('client_encoding'), current_setting('application_name'),"
                                        + " current_setting('transaction_read_only'))")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("UTC|iso_8601|UTF8|fraiseql|on");
        }
    }

    @Test
    void thePluginIsFound() {
        assertThat(ServiceLoader.load(FraiseqlPlugin.class).stream().map(ServiceLoader.Provider::get))
                .singleElement()
                .satisfies(plugin -> {
                    var factory = plugin.databases().get(0);
                    assertThat(factory.name())
                            .isEqualTo(factory.dialect().name())
                            .isEqualTo("postgresql");
                    assertThat(factory.accepts("jdbc:postgresql://localhost/x")).isTrue();
                    assertThat(factory.accepts("jdbc:sqlite:x")).isFalse();
                });
    }
}
