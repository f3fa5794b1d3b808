package io.fraiseql.plugin.sqlite;

import io.fraiseql.plugin.jdbc.SqlErrors;
import io.fraiseql.plugin.sqlite.function.FunctionError;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.DatabaseErrorCode;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite's errors, by its result codes and by the marks of our own functions. */
final class SqliteErrors extends SqlErrors {

    private static final int PRIMARY_CODE = 0xff;
    private static final Pattern COLUMNS = Pattern.compile("constraint failed: ([^:()]+\\.[^:()]+)\\)?$");

    private final String path;

    SqliteErrors(String path) {
        this.path = path;
    }

    @Override
    protected ConstraintViolation.@Nullable Kind constraint(SQLException error) {
        if (!(error instanceof SQLiteException sqlite)) {
            return null;
        }
        return switch (sqlite.getResultCode()) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
                ConstraintViolation.Kind.UNIQUE;
            case SQLITE_CONSTRAINT_FOREIGNKEY -> ConstraintViolation.Kind.FOREIGN_KEY;
            case SQLITE_CONSTRAINT_NOTNULL -> ConstraintViolation.Kind.NOT_NULL;
            case SQLITE_CONSTRAINT_CHECK, SQLITE_CONSTRAINT_TRIGGER, SQLITE_CONSTRAINT_DATATYPE ->
                ConstraintViolation.Kind.CHECK;
            default -> null;
        };
    }

    /** SQLite names columns as {@code table.column, table.column} after the last colon, for keys and missing values. */
    @Override
    protected List<String> columns(SQLException error, ConstraintViolation.Kind broken) {
        boolean named = broken == ConstraintViolation.Kind.UNIQUE || broken == ConstraintViolation.Kind.NOT_NULL;
        Matcher tail = COLUMNS.matcher(String.valueOf(error.getMessage()));
        if (!named || !tail.find()) {
            return List.of();
        }
        return Arrays.stream(tail.group(1).split(", ", -1))
                .map(name -> name.substring(name.indexOf('.') + 1))
                .toList();
    }

    @Override
    protected DatabaseErrorCode code(SQLException error) {
        FunctionError ours = FunctionError.find(error.getMessage());
        if (ours != null) {
            return ours.code();
        }
        if (error instanceof UnusableFileException) {
            return DatabaseErrorCode.MISCONFIGURED;
        }
        SQLiteErrorCode result = result(error);
        if (result == null) {
            return super.code(error);
        }
        if (malformedJson(error)) {
            return DatabaseErrorCode.VALUE_NOT_READABLE;
        }
        return switch (result) {
            case SQLITE_INTERRUPT -> DatabaseErrorCode.TIMEOUT;
            case SQLITE_BUSY, SQLITE_LOCKED -> DatabaseErrorCode.OVERLOADED;
            case SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH ->
                DatabaseErrorCode.MISCONFIGURED;
            case SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_FULL, SQLITE_NOMEM -> DatabaseErrorCode.UNAVAILABLE;
            case SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_RANGE -> DatabaseErrorCode.BAD_USER_INPUT;
            default -> DatabaseErrorCode.INTERNAL;
        };
    }

    @Override
    protected String message(DatabaseErrorCode code, SQLException error) {
        FunctionError ours = FunctionError.find(error.getMessage());
        if (ours != null) {
            return ours.message();
        }
        if (code == DatabaseErrorCode.MISCONFIGURED) {
            return "the database file " + path + " cannot be used: " + reason(error);
        }
        return malformedJson(error)
                ? "a stored value is no valid JSON; correct the data or the schema"
                : super.message(code, error);
    }

    private static String reason(SQLException error) {
        if (error instanceof UnusableFileException) {
            return String.valueOf(error.getMessage());
        }
        return result(error) == SQLiteErrorCode.SQLITE_NOTADB
                ? "it is no SQLite database, or encrypted"
                : "check that it exists and that the server may read and write it and its folder";
    }

    private static boolean malformedJson(SQLException error) {
        return error.getMessage() != null && error.getMessage().contains("malformed JSON");
    }

    private static @Nullable SQLiteErrorCode result(SQLException error) {
        if (!(error instanceof SQLiteException sqlite)) {
            return null;
        }
        return SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY_CODE);
    }
}
