package io.fraiseql.plugin.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.spi.database.DatabaseErrorCode;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlErrorsTest {

    @ParameterizedTest
    @CsvSource({"08006,UNAVAILABLE", "28P01,MISCONFIGURED", "22012,BAD_USER_INPUT", "42P01,INTERNAL", ",INTERNAL"})
    void theStateDecidesTheCode(String state, DatabaseErrorCode code) {
        assertThat(new SqlErrors()
                        .translate(new SQLException("secret text", state))
                        .code())
                .isEqualTo(code);
    }

    @Test
    void theDriversTextStaysInTheCause() {
        SQLException error = new SQLException("relation \"hidden\" does not exist", "42P01");
        assertThat(new SqlErrors().translate(error)).hasCause(error).hasMessageNotContaining("hidden");
    }

    @Test
    void aStateOfACauseCounts() {
        SQLException error = new SQLException("outer", new SQLException("inner", "08001"));
        assertThat(new SqlErrors().translate(error).code()).isEqualTo(DatabaseErrorCode.UNAVAILABLE);
    }
}
