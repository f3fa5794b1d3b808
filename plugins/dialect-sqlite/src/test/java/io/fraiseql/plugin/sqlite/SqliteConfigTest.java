package io.fraiseql.plugin.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.database.DatabaseFactory;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteConfigTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:a.db",
                "jdbc:sqlite:a.db?cache=shared",
                "a.db"
            })
    void refusesWhatIsNoPlainFile(String url) {
        assertThatThrownBy(() -> new SqliteConfig(url, Duration.ofSeconds(1), PoolConfig.ofSize(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("url must be jdbc:sqlite:");
    }

    @Test
    void refusesANegativeTimeout() {
        assertThatThrownBy(() -> new SqliteConfig("jdbc:sqlite:a.db", Duration.ofSeconds(-1), PoolConfig.ofSize(1)))
                .hasMessageStartingWith("busyTimeout");
    }

    @Test
    void thePluginIsFoundAndTakesSqliteUrls() {
        List<DatabaseFactory<?>> databases = ServiceLoader.load(FraiseqlPlugin.class).stream()
                .flatMap(plugin -> plugin.get().databases().stream())
                .toList();
        assertThat(databases).singleElement().satisfies(factory -> {
            assertThat(factory.name()).isEqualTo("sqlite");
            assertThat(factory.accepts("jdbc:sqlite:a.db")).isTrue();
            assertThat(factory.accepts("jdbc:postgresql://localhost/a")).isFalse();
            assertThat(factory.dialect().name()).isEqualTo("sqlite");
        });
    }
}
