package io.fraiseql.plugin.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the numbers and texts of the server's documentation: no server says them here. */
class SqlServerErrorsTest {

    private final SqlServerErrors errors = new SqlServerErrors(false);

    @ParameterizedTest
    @CsvSource({
        "1205, CONFLICT",
        "3960, CONFLICT",
        "1222, TIMEOUT",
        "701, OVERLOADED",
        "40613, UNAVAILABLE",
        "18456, MISCONFIGURED",
        "4060, MISCONFIGURED",
        "229, MISCONFIGURED",
        "2628, BAD_USER_INPUT",
        "245, VALUE_NOT_READABLE",
        "13609, VALUE_NOT_READABLE",
        "102, INTERNAL"
    })
    void theServersNumbersAreTyped(int number, DatabaseErrorCode code) {
        FraiseqlException failure = errors.translate(new SQLException("the server's text", "S0001", number));
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure).hasMessageNotContaining("server's text");
    }

    /** What does not fit comes from the client where something is written, and from the table where something is read. */
    @ParameterizedTest
    @CsvSource({
        "2628, are longer than",
        "220, refused a value",
        "8115, refused a value",
        "242, refused a value",
        "544, numbers the rows",
        "8102, numbers the rows",
        "3623, code page"
    })
    void valuesThatCannotBeWrittenAreTheClients(int number, String message) {
        FraiseqlException failure =
                new SqlServerErrors(true).translate(new SQLException("the server's text", "S0001", number));
        assertThat(failure.code()).isEqualTo(DatabaseErrorCode.BAD_USER_INPUT);
        assertThat(failure).hasMessageContaining(message);
    }

    @Test
    void aBatchThatFindsOtherRowsAndAProcedureWithoutRowsSaySo() {
        FraiseqlException other = errors.translate(new SQLException("the written rows", "S0001", 50_001));
        assertThat(other.code()).isEqualTo(DatabaseErrorCode.INTERNAL);
        assertThat(other).hasMessageContaining("nothing was changed");
        FraiseqlException none =
                errors.translate(new SQLException("The statement did not return a result set.", "", 0));
        assertThat(none.code()).isEqualTo(DatabaseErrorCode.INTERNAL);
        assertThat(none).hasMessageContaining("the procedure gave no rows");
    }

    @ParameterizedTest
    @CsvSource({"HY008, TIMEOUT", "HYT00, TIMEOUT", "08S01, UNAVAILABLE", "08001, UNAVAILABLE"})
    void theDriversStatesAreTyped(String state, DatabaseErrorCode code) {
        assertThat(errors.translate(new SQLException("x", state, 0)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2627 | UNIQUE | | Violation of PRIMARY KEY constraint 'PK_t'. Cannot insert duplicate key in object 'dbo.t'.",
                "2601 | UNIQUE | | Cannot insert duplicate key row in object 'dbo.t' with unique index 'ix'.",
                "515 | NOT_NULL | name | Cannot insert the value NULL into column 'name', table 'd.dbo.t'; column does not allow nulls.",
                "547 | FOREIGN_KEY | | The INSERT statement conflicted with the FOREIGN KEY constraint \"f\". The conflict occurred in database \"d\", table \"dbo.t\", column 'id'.",
                "547 | FOREIGN_KEY | | The DELETE statement conflicted with the REFERENCE constraint \"f\". The conflict occurred in database \"d\", table \"dbo.t\", column 'id'.",
                "547 | CHECK | stars | The INSERT statement conflicted with the CHECK constraint \"c\". The conflict occurred in database \"d\", table \"dbo.t\", column 'stars'."
            })
    void brokenConstraintsSayTheirKind(int number, ConstraintViolation.Kind kind, String column, String text) {
        ConstraintViolation failure = (ConstraintViolation) errors.translate(new SQLException(text, "23000", number));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.columns().stream().findFirst().orElse(null)).isEqualTo(column);
        assertThat(failure).hasMessageNotContaining("dbo");
    }

    @Test
    void aDatabaseThatIsNotSetUpSaysWhatToRun() {
        FraiseqlException failure = errors.translate(new UnusableDatabaseException("run ALTER DATABASE"));
        assertThat(failure.code()).isEqualTo(DatabaseErrorCode.MISCONFIGURED);
        assertThat(failure).hasMessage("run ALTER DATABASE");
    }
}
