package io.fraiseql.plugin.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.jdbc.PoolConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlServerConfigTest {

    private static final PoolConfig POOL = PoolConfig.ofSize(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:mysql://h/shop | must start with jdbc:sqlserver://",
                "jdbc:sqlserver: | must start with jdbc:sqlserver://",
                "jdbc:sqlserver://h:1433 | must name a database",
                "jdbc:sqlserver://h;databaseName=shop;useUnicode=true | does not know: [useUnicode]",
                "jdbc:sqlserver://h;databaseName=shop;bogus={a;b} | does not know: [bogus]",
                "jdbc:sqlserver://h;databaseName={a;b}c | does not accept"
            })
    void aWrongUrlIsRefused(String url, String message) {
        assertThatThrownBy(() -> new SqlServerConfig(url, null, null, POOL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlserver://h;databaseName=shop",
                "jdbc:sqlserver://h:1433;database=shop;encrypt=true;trustServerCertificate=true",
                "jdbc:sqlserver://h\\instance;DatabaseName=shop;user=u;password={a;bogus=b}",
                "jdbc:sqlserver://;serverName=h;databaseName=shop"
            })
    void optionsOfTheDriverAreTaken(String url) {
        assertThatCode(() -> new SqlServerConfig(url, null, null, POOL)).doesNotThrowAnyException();
    }

    @Test
    void theFactoryKnowsItsUrls() {
        SqlServerDatabaseFactory factory = new SqlServerDatabaseFactory();
        assertThat(factory.accepts("jdbc:sqlserver://h;databaseName=shop")).isTrue();
        assertThat(factory.accepts("jdbc:mysql://h/d")).isFalse();
        assertThat(factory.dialect().name()).isEqualTo("sqlserver");
    }
}
