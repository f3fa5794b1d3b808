package io.fraiseql.plugin.sqlserver;

import io.fraiseql.plugin.jdbc.SqlErrors;
import io.fraiseql.plugin.sqlserver.capture.SqlServerCapture;
import io.fraiseql.plugin.sqlserver.sql.Batches;
import io.fraiseql.plugin.sqlserver.sql.ExactText;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.DatabaseErrorCode;
import java.sql.SQLException;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's error numbers (Database Engine events and errors), and the states that the driver gives its own. */
final class SqlServerErrors extends SqlErrors {

    private static final int READ_ONLY = 3906;
    private static final int WRITTEN_IDENTITY = 544;
    private static final int CHANGED_IDENTITY = 8102;
    /** As the driver says it, in the language of this process. */
    private static final String NO_ROWS = ResourceBundle.getBundle("com.microsoft.sqlserver.jdbc.SQLServerResource")
            .getString("R_noResultset");

    private static final Pattern COLUMN = Pattern.compile("column '([^']+)'");

    private final boolean writing;

    /** @param writing whether a value that does not fit comes from the client */
    SqlServerErrors(boolean writing) {
        this.writing = writing;
    }

    @Override
    protected ConstraintViolation.@Nullable Kind constraint(SQLException error) {
        return switch (error.getErrorCode()) {
            case 2601, 2627 -> ConstraintViolation.Kind.UNIQUE;
            case 515 -> ConstraintViolation.Kind.NOT_NULL;
            case 547 ->
                message(error).contains("CHECK constraint")
                        ? ConstraintViolation.Kind.CHECK
                        : ConstraintViolation.Kind.FOREIGN_KEY;
            default -> null;
        };
    }

    /** Of a foreign key the message names the column at its other end, and of a unique key none. */
    @Override
    protected List<String> columns(SQLException error, ConstraintViolation.Kind broken) {
        if (broken != ConstraintViolation.Kind.NOT_NULL && broken != ConstraintViolation.Kind.CHECK) {
            return List.of();
        }
        Matcher column = COLUMN.matcher(message(error));
        return column.find() ? List.of(column.group(1)) : List.of();
    }

    @Override
    protected boolean readOnly(SQLException error) {
        return error.getErrorCode() == READ_ONLY;
    }

    @Override
    protected DatabaseErrorCode code(SQLException error) {
        if (error instanceof UnusableDatabaseException) {
            return DatabaseErrorCode.MISCONFIGURED;
        }
        String state = state(error);
        if ("HY008".equals(state) || "HYT00".equals(state)) {
            return DatabaseErrorCode.TIMEOUT;
        }
        return switch (error.getErrorCode()) {
            case 1205, 3960, 3961 -> DatabaseErrorCode.CONFLICT;
            case 1222 -> DatabaseErrorCode.TIMEOUT;
            case 701, 8645, 8651, 10928, 10929, 40501, 49918, 49919, 49920 -> DatabaseErrorCode.OVERLOADED;
            case 596, 6005, 6006, 40197, 40613, 17142 -> DatabaseErrorCode.UNAVAILABLE;
            case 229, 230, 297, 916, 1088, 3952, 4060, 18452, 18456, 18461, 18486, 18487, 18488 ->
                DatabaseErrorCode.MISCONFIGURED;
            case 2628, 8152, WRITTEN_IDENTITY, CHANGED_IDENTITY, ExactText.NO_ROOT, SqlServerCapture.MISFIT ->
                DatabaseErrorCode.BAD_USER_INPUT;
            case 220, 232, 235, 241, 242, 244, 245, 248, 517, 8114, 8115, 8169, 9420, 13609 ->
                writing ? DatabaseErrorCode.BAD_USER_INPUT : DatabaseErrorCode.VALUE_NOT_READABLE;
            case 0 -> super.code(error);
            default -> DatabaseErrorCode.INTERNAL;
        };
    }

    @Override
    protected String message(DatabaseErrorCode code, SQLException error) {
        if (error instanceof UnusableDatabaseException) {
            return message(error);
        }
        if (message(error).equals(NO_ROWS)) {
            return "the procedure gave no rows; its first SELECT must give one row";
        }
        return switch (error.getErrorCode()) {
            case 2628, 8152 -> "a text or bytes are longer than their column takes; shorten them";
            case WRITTEN_IDENTITY, CHANGED_IDENTITY ->
                "the database numbers the rows of this table itself; leave the number out";
            case ExactText.NO_ROOT -> "the text holds a character that the column's code page does not have";
            case SqlServerCapture.MISFIT ->
                "a written row holds a value that the API cannot show; the log has its field";
            case Batches.OTHER_ROWS ->
                "the database does not show the written rows by their keys; nothing was changed. A trigger or the type of the key"
                        + " changes its value";
            default -> super.message(code, error);
        };
    }

    private static String message(SQLException error) {
        return String.valueOf(error.getMessage());
    }
}
