package io.fraiseql.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck.Result;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import org.junit.jupiter.api.Test;

class BackendCheckTest {

    @Test
    void saysWhatIsThere() {
        Result result = new BackendCheck(() -> "Redis 7.2").execute();
        assertThat(result.isHealthy()).isTrue();
        assertThat(result.getMessage()).isEqualTo("Redis 7.2");
    }

    @Test
    void saysWhatIsWrongWithoutAStack() {
        Result result = new BackendCheck(() -> {
                    throw new FraiseqlException(
                            CoreErrorCode.UNAVAILABLE, "100% gone", new IllegalStateException("internals"));
                })
                .execute();
        assertThat(result.isHealthy()).isFalse();
        assertThat(result.getMessage()).isEqualTo("100% gone");
        assertThat(result.getError()).isNull();
    }

    @Test
    void saysNothingOfWhatNobodyExpected() {
        Result result = new BackendCheck(() -> {
                    throw new IllegalStateException("internals");
                })
                .execute();
        assertThat(result.isHealthy()).isFalse();
        assertThat(result.getMessage()).isEqualTo("it cannot be asked; the server's log says why");
        assertThat(result.getError()).isNull();
    }
}
