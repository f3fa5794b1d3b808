package io.fraiseql.plugin.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PoolConfigTest {

    @Test
    void aPoolOfOneKeepsOneConnection() {
        assertThat(PoolConfig.ofSize(1).minimumIdle()).isEqualTo(1);
        assertThat(PoolConfig.ofSize(20).minimumIdle()).isEqualTo(2);
    }

    @Test
    void refusesAnEmptyPool() {
        assertThatThrownBy(() -> PoolConfig.ofSize(0)).hasMessage("pool size must be at least 1");
    }

    @Test
    void refusesMoreIdleConnectionsThanItsSize() {
        assertThatThrownBy(() -> config(4, 5, Duration.ofSeconds(5), 10))
                .hasMessage("minimumIdle must be between 0 and size");
    }

    @Test
    void refusesTooShortTimesAndNoStatements() {
        assertThatThrownBy(() -> config(4, 1, Duration.ofMillis(100), 10)).hasMessageContaining("connectTimeout");
        assertThatThrownBy(() -> config(4, 1, Duration.ofSeconds(5), 0)).hasMessageContaining("statements");
    }

    private static PoolConfig config(int size, int idle, Duration connect, int statements) {
        return new PoolConfig(size, idle, connect, Duration.ofMinutes(1), Duration.ofMinutes(1), statements);
    }
}
