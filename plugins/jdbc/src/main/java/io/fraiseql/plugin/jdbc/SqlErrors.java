package io.fraiseql.plugin.jdbc;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.SQLException;
import java.util.List;

/** Turns a driver's errors into typed ones. A plugin extends it with what its database says in its own way. Stateless. */
public class SqlErrors {

    /** The typed error; the driver's text stays in the cause. */
    public final FraiseqlException translate(SQLException error) {
        ConstraintViolation.Kind broken = constraint(error);
        if (broken != null) {
            return new ConstraintViolation(broken, columns(error, broken), broken.meaning(), error);
        }
        DatabaseErrorCode code = code(error);
        return new FraiseqlException(code, message(code, error), error);
    }

    /** The same for a session with write access: that nothing can be written is not the statement's fault there. */
    final FraiseqlException translateWriting(SQLException error) {
        return readOnly(error)
                ? new FraiseqlException(
                        DatabaseErrorCode.UNAVAILABLE,
                        "the database takes no writes now, because it is read-only; try again later",
                        error)
                : translate(error);
    }

    /** What kind of constraint a write broke; null for any other error. By default nothing is known of constraints. */
    protected ConstraintViolation.@Nullable Kind constraint(SQLException error) {
        return null;
    }

    /** The columns of a broken constraint, where the database tells them. */
    protected List<String> columns(SQLException error, ConstraintViolation.Kind broken) {
        return List.of();
    }

    /** Whether the database, or the session, is read-only. By default that is not known. */
    protected boolean readOnly(SQLException error) {
        return false;
    }

    /** The code for an error, by its SQLState where the standard has one. */
    protected DatabaseErrorCode code(SQLException error) {
        String state = state(error);
        if (state == null) {
            return DatabaseErrorCode.INTERNAL;
        }
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08" -> DatabaseErrorCode.UNAVAILABLE;
            case "40" -> DatabaseErrorCode.CONFLICT;
            case "28" -> DatabaseErrorCode.MISCONFIGURED;
            case "22" -> DatabaseErrorCode.BAD_USER_INPUT;
            default -> DatabaseErrorCode.INTERNAL;
        };
    }

    /** The message for a client. */
    protected String message(DatabaseErrorCode code, SQLException error) {
        return switch (code) {
            case UNAVAILABLE -> "the database cannot be reached; try again later";
            case OVERLOADED -> "the database is busy; try again later";
            case TIMEOUT -> "the statement was cancelled or took too long; ask for less or try again later";
            case BAD_USER_INPUT -> "the database refused a value of the request; check its form and range";
            case QUERY_TOO_COMPLEX -> "the result is too large; ask for less with limit, where or fewer fields";
            case CONSTRAINT_VIOLATION -> "the write breaks a constraint; correct its values";
            case CONFLICT -> "other requests changed the same rows meanwhile; try again";
            case VALUE_NOT_READABLE -> "a stored value does not fit its declared type; correct the data or the schema";
            case MISCONFIGURED ->
                "the database does not accept this configuration; check url, user, password and permissions";
            case INTERNAL -> "the database refused the statement; the server's log says why";
        };
    }

    /** The first SQLState among an error and its causes. */
    protected static @Nullable String state(SQLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
