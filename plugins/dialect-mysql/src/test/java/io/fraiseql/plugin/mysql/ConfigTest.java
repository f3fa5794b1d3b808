package io.fraiseql.plugin.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.jdbc.PoolConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

    private static final PoolConfig POOL = PoolConfig.ofSize(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:mariadb://h/shop | must start with jdbc:mysql:",
                "jdbc:mysql: | must start with jdbc:mysql://",
                "jdbc:mysql://h:3306/ | must name a database",
                "jdbc:mysql://h/shop?serverTimezone=UTC | does not know: [serverTimezone]",
                "jdbc:mysql://h/shop?connectTimeout=soon | does not accept"
            })
    void aWrongUrlIsRefused(String url, String message) {
        assertThatThrownBy(() -> new MysqlConfig(url, null, null, POOL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void optionsOfTheDriverAreTaken() {
        assertThatCode(() -> new MysqlConfig("jdbc:mysql://h:1/shop?sslMode=trust&user=u", null, null, POOL))
                .doesNotThrowAnyException();
        assertThatCode(() -> new MariadbConfig("jdbc:mariadb://h/shop", null, null, POOL))
                .doesNotThrowAnyException();
    }

    @Test
    void eachSchemeHasItsFactory() {
        assertThat(new MysqlDatabaseFactory().accepts("jdbc:mysql://h/d")).isTrue();
        assertThat(new MysqlDatabaseFactory().accepts("jdbc:mariadb://h/d")).isFalse();
        assertThat(new MariadbDatabaseFactory().accepts("jdbc:mariadb://h/d")).isTrue();
        assertThat(new MariadbDatabaseFactory().dialect().name()).isEqualTo("mariadb");
    }
}
